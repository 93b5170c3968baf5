import { afterEach, describe, expect, test, vi } from 'vitest';
import { missingProgram, missingPython, peerIsHere } from './missing.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a peer that is not here', () => {
  test('fails where CI is set, with its name and the reason', () => {
    vi.stubEnv('CI', 'true');
    expect(() => peerIsHere('some peer', 'its package is absent')).toThrow('some peer: its package is absent');
  });

  test('is skipped elsewhere, with one line', () => {
    vi.stubEnv('CI', '');
    const said = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    expect(peerIsHere('some peer', 'its package is absent')).toBe(false);
    expect(said.mock.calls).toEqual([['skipped: some peer: its package is absent']]);
  });

  test('is told apart from one that is', () => {
    vi.stubEnv('CI', 'true');
    expect(peerIsHere('some peer', null)).toBe(true);
    expect(missingProgram(process.execPath, 'nodejs')).toBeNull();
    expect(missingProgram('/nowhere/at-all', 'some-package')).toContain('some-package');
    expect(missingPython('import no_such_module_at_all', 'python3-none')).toContain('python3');
  });
});
