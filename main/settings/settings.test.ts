import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { EMPTY_SETTINGS, type DeploymentRecord } from './schema.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';

const NOW = Date.UTC(2026, 0, 15, 9);
const record: DeploymentRecord = {
  id: 'hq',
  name: 'Contoso HQ',
  group: '',
  colour: 'red',
  url: 'https://pool01.contoso.com/OcsPowershell',
  user: 'CONTOSO\\ana',
  scheme: 'ntlm',
  trust: { kind: 'system' },
  ...USUAL_WAY,
  channelBinding: true,
  resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
  production: true,
  readOnly: false,
};

const NOBODY = 65_534;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): SettingsStore {
  return openSettings({ folder, clock: () => NOW });
}

/** Runs it as a user whom file modes bind: root reads what is closed to all, so root becomes the folder's new owner for it. */
async function withoutRoot(act: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return act();
  for (const path of [folder, file]) chownSync(path, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    await act();
  } finally {
    process.seteuid?.(0);
  }
}

async function add(store: SettingsStore, id: string): Promise<void> {
  await store.change((now) => ({ ...now, deployments: [...now.deployments, { ...record, id }] }));
}

function ids(store: SettingsStore): readonly string[] {
  return store.current().deployments.map((each) => each.id);
}

describe('settings', () => {
  it('begin empty, in a folder that need not be there, and write nothing before they are changed', () => {
    folder = join(folder, 'below', 'it');
    const store = open();
    expect([store.current(), store.notices()]).toEqual([EMPTY_SETTINGS, []]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are read again by the next program, in a file of this user alone', async () => {
    await add(open(), 'hq');
    expect(open().current().deployments).toEqual([record]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('lose nothing of what others write at the same time', async () => {
    const stores = [open(), open(), open()];
    await Promise.all(Array.from({ length: 30 }, (_, index) => add(stores[index % 3]!, `d${index}`)));
    const expected = Array.from({ length: 30 }, (_, index) => `d${index}`).sort();
    expect(ids(open()).toSorted()).toEqual(expected);
    stores[0]!.refresh();
    expect(ids(stores[0]!).toSorted()).toEqual(expected);
  });

  it('stay as they were when a change is refused, and give its reason', async () => {
    const store = open();
    await add(store, 'hq');
    const refused = failure('input.deployment-name-empty', {});
    const change = store.change(() => {
      throw refused;
    });
    await expect(change).rejects.toBe(refused);
    await expect(store.change((now) => ({ ...now, deployments: [{ ...record, url: 'ftp://x' }] }))).rejects.toThrow();
    expect(ids(open())).toEqual(['hq']);
  });
});

describe('a settings file', () => {
  it.each([
    ['cut', '{"version":1,"depl'],
    ['empty', ''],
    ['of another program', '{"window":{"width":3}}'],
    ['with a value of no meaning', '{"version":1,"deployments":[{"id":"a"}]}'],
    ['that is a list', '[1]'],
    ['of bytes that are no text', '\u0000\u0000\ufffd'],
  ])('%s is set aside as it is, and said', async (_, text) => {
    writeFileSync(file, text);
    const store = open();
    expect(store.current().deployments).toEqual([]);
    const [notice] = store.notices();
    expect(notice?.kind).toBe('set-aside');
    expect(readFileSync(notice?.file ?? '', 'utf8')).toBe(text);
    await add(store, 'hq');
    expect([ids(open()), open().notices()]).toEqual([['hq'], []]);
  });

  it('that is damaged while the program runs loses nothing of what the program knows', async () => {
    const store = open();
    const told: string[] = [];
    store.listen((notice) => told.push(notice.kind));
    await add(store, 'hq');
    writeFileSync(file, 'x');
    await add(store, 'lab');
    expect([told, ids(open())]).toEqual([['set-aside'], ['hq', 'lab']]);
  });

  it('of a later version is left alone, and nothing is saved over it', async () => {
    writeFileSync(file, '{"version":99,"something":"new"}');
    const store = open();
    expect(store.notices()).toEqual([{ kind: 'newer', file }]);
    await expect(add(store, 'hq')).rejects.toMatchObject({ error: { code: 'workstation.settings-newer' } });
    expect(readFileSync(file, 'utf8')).toBe('{"version":99,"something":"new"}');
  });

  it('that may not be read is said, and is not written', async () => {
    await add(open(), 'hq');
    const kept = readFileSync(file, 'utf8');
    chmodSync(file, 0);
    await withoutRoot(async () => {
      const store = open();
      expect(store.notices()).toMatchObject([{ kind: 'unreadable', file }]);
      await expect(add(store, 'lab')).rejects.toMatchObject({ error: { code: 'workstation.settings-unwritable' } });
    });
    chmodSync(file, 0o600);
    expect(readFileSync(file, 'utf8')).toBe(kept);
  });

  it('that cannot be a file at all is said, and is not written', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    const store = open();
    expect(store.notices()).toMatchObject([{ kind: 'unreadable' }]);
    await expect(add(store, 'hq')).rejects.toMatchObject({ error: { code: 'workstation.settings-unwritable' } });
  });
});

/** A file system of a few pages, where this user may make one. */
const SMALL_DISK = ((): boolean => {
  const place = mkdtempSync(join(tmpdir(), 'edgewise-tmpfs-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', place]).status === 0;
  if (mounted) spawnSync('umount', [place]);
  rmSync(place, { recursive: true, force: true });
  return mounted;
})();

describe.skipIf(!SMALL_DISK)('a full disk (a tmpfs of four pages: needs to be mounted by root)', () => {
  it('refuses the change and keeps the file as it was', async () => {
    const place = mkdtempSync(join(tmpdir(), 'edgewise-tmpfs-'));
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', place]).status).toBe(0);
    try {
      folder = place;
      const store = open();
      await add(store, 'hq');
      writeFileSync(join(place, 'filler'), Buffer.alloc(4096));
      const big = store.change((now) => ({
        ...now,
        deployments: [...now.deployments, { ...record, id: 'big', trust: { kind: 'ca', pem: 'x'.repeat(20_000) } }],
      }));
      await expect(big).rejects.toMatchObject({
        error: {
          code: 'workstation.settings-unwritable',
          values: { reason: expect.stringContaining('ENOSPC') as string },
        },
      });
      expect([ids(store), ids(open())]).toEqual([['hq'], ['hq']]);
      rmSync(join(place, 'filler'));
    } finally {
      spawnSync('umount', [place]);
      rmSync(place, { recursive: true, force: true });
    }
  });
});
