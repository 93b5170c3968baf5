// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPreferences, writePreferences } from './preferences.ts';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('preferences', () => {
  it('begin with the browser’s language and the system’s theme', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('ko-KR');
    expect(readPreferences()).toEqual({ language: 'ko', theme: 'system' });
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-DE');
    expect(readPreferences()).toEqual({ language: 'en', theme: 'system' });
  });

  it('are kept', () => {
    writePreferences({ language: 'ko', theme: 'dark' });
    expect(readPreferences()).toEqual({ language: 'ko', theme: 'dark' });
  });

  it('fall back when what is stored is not ours', () => {
    localStorage.setItem('edgewise.preferences', '<script> pink');
    expect(readPreferences()).toEqual({ language: 'en', theme: 'system' });
  });

  it('hold for this run where storage is blocked', () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect(() => writePreferences({ language: 'ko', theme: 'dark' })).not.toThrow();
  });
});
