import { describe, expect, it } from 'vitest';
import { defaultSettingsFolder, readOptions } from './options.ts';

const surroundings = { platform: 'linux', environment: { XDG_CONFIG_HOME: '/cfg' } } as const;
const needed = ['--renderer', '/dist/renderer', '--practice-entry', '/dist/practice.js'];

describe('the flags', () => {
  it('leave the practice deployment its own place and size', () => {
    expect(readOptions(needed, surroundings)).toEqual({
      printUrl: false,
      noBrowser: false,
      renderer: '/dist/renderer',
      settings: '/cfg/edgewise',
      practice: { entry: '/dist/practice.js', folder: null, domains: null },
    });
  });

  it('keep the practice deployment of other settings apart', () => {
    const flags = [...needed, '--settings', '/s', '--practice-domains', '20000', '--print-url', '--no-browser'];
    expect(readOptions(flags, surroundings)).toMatchObject({
      printUrl: true,
      noBrowser: true,
      settings: '/s',
      practice: { folder: '/s/practice', domains: 20_000 },
    });
  });

  it.each([[['--renderer', 'x']], [[...needed, '--practice-domains', '-1']], [[...needed, '--port', '1']]])(
    'that are not understood are refused: %j',
    (flags) => expect(() => readOptions(flags, surroundings)).toThrow(),
  );
});

describe('the settings folder', () => {
  it('is where each system keeps settings; a relative XDG path counts as unset', () => {
    expect(defaultSettingsFolder({ platform: 'win32', environment: { APPDATA: 'C:\\R' } })).toContain('C:\\R');
    expect(defaultSettingsFolder({ platform: 'darwin', environment: {} })).toContain('Application Support');
    expect(defaultSettingsFolder({ platform: 'linux', environment: { XDG_CONFIG_HOME: 'cfg' } })).toMatch(
      /\/\.config\/edgewise$/,
    );
  });
});
