import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDeployment } from './deployment.ts';
import { openStore } from './engine/index.ts';
import { readFlags } from './flags.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-deployment-'));
  file = join(folder, 'store.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function products(options: Parameters<typeof openDeployment>[1]) {
  const { version, legacyVersion, people, externalAccessPolicies } = (await openDeployment(file, options)).current();
  return [version, legacyVersion, people, externalAccessPolicies.length];
}

describe('what a deployment is', () => {
  it('is kept at once, and asked for no second time', async () => {
    expect(await products({ version: '2019', mixed: true, users: 300, policies: 50 })).toEqual([
      '2019',
      '2015',
      300,
      50,
    ]);
    expect(await products({})).toEqual(['2019', '2015', 300, 50]);
    expect(await products({ version: '2019', mixed: true, policies: 60 })).toEqual(['2019', '2015', 300, 60]);
  });

  it.each([{ version: 'SE' }, { mixed: false }] as const)('is not changed afterwards: %o is refused', async (other) => {
    await products({ version: '2019', mixed: true });
    await expect(products(other)).rejects.toThrow('holds a deployment of 2019, mixed');
  });

  it.each(['2013', '2015', undefined] as const)('with a gateway of its own (%s) has no older pool', async (version) => {
    await expect(products({ ...(version === undefined ? {} : { version }), mixed: true })).rejects.toThrow(
      /2019 or SE/,
    );
  });

  it('is 2015 in a state of an earlier build, which knew no other', async () => {
    await openStore({ file, seed: 'contoso' }).keep();
    const earlier: unknown = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
      ['version', 'legacyVersion', 'legacy'].includes(key) && typeof value !== 'number' ? undefined : value,
    );
    writeFileSync(file, JSON.stringify(earlier).replace('"allowed"', '"serverVersion":"Skype","allowed"'));
    const said: string[] = [];
    expect((await products({ log: (line) => said.push(line) })).slice(0, 2)).toEqual(['2015', null]);
    expect(said).toEqual([]);
  });
});

describe('the flags', () => {
  it('say version, mix, policies and roles', () => {
    const args = [
      '--version',
      'se',
      '--mixed',
      '--policies',
      '500',
      '--role',
      'viewer=csHelpDesk',
      '--role',
      'stranger=none',
    ];
    expect(readFlags(args).options).toMatchObject({
      version: 'SE',
      mixed: true,
      policies: 500,
      roles: { viewer: 'CsHelpDesk', stranger: null },
    });
  });

  it.each([
    [['--version', '2010'], '--version must be one of'],
    [['--policies', '10001'], '--policies must be'],
    [['--role', 'viewer'], '--role must be'],
    [['--role', 'viewer=CsEmperor'], '--role must be'],
    [['--role', 'nobody=CsHelpDesk'], '--role must be'],
  ])('%o is refused', (args, reason) => {
    expect(() => readFlags(args)).toThrow(reason);
  });
});
