// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookOf, lookOfPage } from './page-look.ts';

afterEach(() => {
  document.head.innerHTML = '';
  document.documentElement.lang = '';
  vi.restoreAllMocks();
});

function page(lang: string, ground: string): void {
  document.documentElement.lang = lang;
  document.head.innerHTML = `<meta name="color-scheme" content="${ground}">`;
}

describe('the look of the page', () => {
  it('is what it came with', () => {
    page('ko', 'dark');
    expect(lookOfPage()).toEqual({ language: 'ko', theme: 'dark' });
    page('en', 'light dark');
    expect(lookOfPage()).toEqual({ language: 'en', theme: 'system' });
  });

  it('is in the browser’s language where nobody has chosen one', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('ko-KR');
    page('', 'light dark');
    expect(lookOfPage()).toEqual({ language: 'ko', theme: 'system' });
    expect(lookOf({ language: null, theme: 'dark' })).toEqual({ language: 'ko', theme: 'dark' });
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-DE');
    expect(lookOfPage().language).toBe('en');
  });
});
