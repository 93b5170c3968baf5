import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate, migrateThrough, type Migration } from './migrations.ts';
import { SETTINGS_VERSION } from './schema.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

function fixture(version: number): unknown {
  return JSON.parse(readFileSync(new URL(`settings-v${version}.json`, FIXTURES), 'utf8')) as unknown;
}

describe('settings of an earlier version', () => {
  it('have a frozen file of each version so far', () => {
    const expected = Array.from({ length: SETTINGS_VERSION }, (_, index) => `settings-v${index + 1}.json`);
    expect(readdirSync(FIXTURES).sort()).toEqual(expected);
  });

  it.each(Array.from({ length: SETTINGS_VERSION }, (_, index) => index + 1))('of version %i are read', (version) => {
    expect(migrate(fixture(version))).toMatchObject({
      kind: 'settings',
      settings: {
        version: SETTINGS_VERSION,
        deployments: [
          {
            name: 'Contoso 본사',
            colour: 'red',
            url: 'https://pool01.contoso.com/OcsPowershell',
            user: 'CONTOSO\\ana',
            scheme: 'negotiate',
            trust: { kind: 'pin' },
            production: true,
          },
          { name: 'Contoso Lab', trust: { kind: 'ca' }, channelBinding: false, readOnly: true },
          { name: 'Fabrikam', group: 'Partners', scheme: 'ntlm', trust: { kind: 'system' } },
        ],
      },
    });
  });
});

describe('migrating', () => {
  const steps: readonly Migration[] = [
    (one) => ({ ...one, version: 2, list: [one['single']] }),
    (two) => ({ version: 3, list: two['list'], count: 1 }),
  ];

  it.each([
    [
      { version: 1, single: 'a' },
      { version: 3, list: ['a'], count: 1 },
    ],
    [
      { version: 2, list: ['b'] },
      { version: 3, list: ['b'], count: 1 },
    ],
    [
      { version: 3, list: [], count: 0 },
      { version: 3, list: [], count: 0 },
    ],
  ])('%j goes through every step from its version on', (stored, value) => {
    expect(migrateThrough(stored, steps)).toEqual({ kind: 'migrated', value });
  });

  it('tells a later version, no version, and a step that cannot', () => {
    expect(migrateThrough({ version: 4 }, steps)).toEqual({ kind: 'newer' });
    expect(migrateThrough({ version: 0 }, steps).kind).toBe('corrupt');
    expect(migrateThrough(null, steps).kind).toBe('corrupt');
    const breaks: Migration = () => {
      throw new Error('no list');
    };
    expect(migrateThrough({ version: 1 }, [breaks])).toEqual({ kind: 'corrupt', reason: 'no list' });
  });
});
