import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themeFor } from './theme.ts';

const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');

describe('the ground of the empty page', () => {
  it('is the ground of the window in both modes, so that nothing flashes', () => {
    const [light, dark] = (['light', 'dark'] as const).map((mode) => themeFor(mode, 'en').palette.background.default);
    expect(page).toContain(`background: light-dark(${light}, ${dark})`);
  });
});
