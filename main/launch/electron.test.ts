import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Here {
  readonly modules: string;
  readonly platform: string;
  readonly isRoot: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

// The launcher is plain JavaScript, for it runs before anything is installed; its types stand in its comments.
const { chooseElectron } = (await import(new URL('electron.mjs', import.meta.url).href)) as {
  readonly chooseElectron: (
    args: readonly string[],
    here: Here,
  ) => { readonly program: string | null; readonly why: string | null };
};

const DOWNLOADS = `
const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync(__dirname + '/dist', { recursive: true });
writeFileSync(__dirname + '/dist/version', 'v45.4.1');
writeFileSync(__dirname + '/dist/electron', '');
writeFileSync(__dirname + '/path.txt', 'electron');`;
const COUNTS = `require('node:fs').appendFileSync(__dirname + '/tries', 'x'); console.error('fetch failed'); process.exit(1);`;

let modules: string;
let here: Here;
beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'edgewise-launch-'));
  mkdirSync(join(modules, 'electron'));
  writeFileSync(join(modules, 'electron', 'package.json'), '{"version":"45.4.1"}');
  here = { modules, platform: 'linux', isRoot: false, environment: { DISPLAY: ':0' } };
});
afterEach(() => rmSync(modules, { recursive: true }));

function installer(source: string): void {
  writeFileSync(join(modules, 'electron', 'install.js'), source);
}

describe('npm start', () => {
  it('runs Electron where its binary can be had, and downloads it once', () => {
    installer(DOWNLOADS);
    const program = join(modules, 'electron', 'dist', 'electron');
    expect(chooseElectron([], here)).toEqual({ program, why: null });
    installer('process.exit(1)');
    expect(chooseElectron([], here)).toEqual({ program, why: null });
  });

  it('tries once a version, says why not, and does not try again', () => {
    installer(COUNTS);
    const why = expect.stringContaining('fetch failed') as string;
    expect(chooseElectron([], here)).toEqual({ program: null, why });
    const again = expect.stringContaining('is not tried again') as string;
    expect(chooseElectron([], here)).toEqual({ program: null, why: again });
    expect(readFileSync(join(modules, 'electron', 'tries'), 'utf8')).toBe('x');
  });

  it('takes no binary of another version', () => {
    installer(DOWNLOADS.replace('v45.4.1', 'v44.0.0'));
    expect(chooseElectron([], here).program).toBeNull();
  });

  it.each([
    ['as root', [], { isRoot: true }],
    ['without a display', [], { environment: {} }],
    ['when only the address is wanted', ['--print-url'], {}],
    ['when no browser is wanted', ['--no-browser'], {}],
    ['when the usage is asked for', ['--help'], {}],
    ['when the version is asked for', ['--version'], {}],
  ])('is the browser host %s, and downloads nothing', (_, args, more) => {
    installer(COUNTS);
    expect(chooseElectron(args, { ...here, ...more })).toEqual({ program: null, why: null });
    expect(() => readFileSync(join(modules, 'electron', 'tries'))).toThrow('ENOENT');
  });
});
