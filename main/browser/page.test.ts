import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageFor } from './page.ts';

const page = readFileSync(new URL('../../renderer/index.html', import.meta.url), 'utf8');
const files = { page, files: new Map() };

describe('the page of a window', () => {
  it('comes in the theme and the language that are kept', () => {
    const html = pageFor(files, 'n0nce', { language: 'ko', theme: 'dark' });
    expect(html).toContain('<html lang="ko">');
    expect(html).toContain('<meta name="color-scheme" content="dark" />');
    expect(html).toContain('<style nonce="n0nce">');
    expect(html).not.toContain('__');
  });

  it('leaves both to the browser where nobody has chosen', () => {
    const html = pageFor(files, 'n0nce', { language: null, theme: 'system' });
    expect(html).toContain('<html lang="">');
    expect(html).toContain('<meta name="color-scheme" content="light dark" />');
  });
});
