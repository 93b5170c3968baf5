// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cacheLook, lookOf, paintGround, readCachedLook } from './look-cache.ts';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('the cached look', () => {
  it('begins with the browser’s language and the system’s theme', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('ko-KR');
    expect(readCachedLook()).toEqual({ language: 'ko', theme: 'system' });
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-DE');
    expect(readCachedLook()).toEqual({ language: 'en', theme: 'system' });
  });

  it('is kept', () => {
    cacheLook({ language: 'ko', theme: 'dark' });
    expect(readCachedLook()).toEqual({ language: 'ko', theme: 'dark' });
  });

  it('falls back when what is stored is not ours', () => {
    localStorage.setItem('edgewise.preferences', '<script> pink');
    expect(readCachedLook()).toEqual({ language: 'en', theme: 'system' });
  });

  it('is left out where storage is blocked', () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect(() => cacheLook({ language: 'ko', theme: 'dark' })).not.toThrow();
  });

  it('gives the empty page its ground', () => {
    document.head.innerHTML = '<meta name="color-scheme" content="light dark">';
    const ground = (): string | null => document.querySelector('meta')?.content ?? null;
    paintGround({ language: 'en', theme: 'dark' });
    expect(ground()).toBe('dark');
    paintGround({ language: 'en', theme: 'system' });
    expect(ground()).toBe('light dark');
  });

  it('is in the browser’s language where the console has kept none', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('ko-KR');
    expect(lookOf({ language: null, theme: 'dark', tables: [] })).toEqual({ language: 'ko', theme: 'dark' });
    expect(lookOf({ language: 'en', theme: 'dark', tables: [] }).language).toBe('en');
  });
});
