import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPassword, readSecret, storePassword, storeSecret } from '../../../main/credentials/keychain.ts';
import { missingKeyring, startKeyring, type Keyring } from '../../fixtures/keyring.ts';
import { peerIsHere } from '../missing.ts';

const HERE = peerIsHere('gnome-keyring', missingKeyring());
const ana = {
  scheme: 'ntlm',
  url: new URL('https://pool.contoso.com/OcsPowershell'),
  user: 'CONTOSO\\ana',
  trust: { kind: 'system' },
} as const;
const ben = { ...ana, user: 'CONTOSO\\ben' };
const unavailable = { error: { code: 'workstation.keychain-unavailable' } };

let keyring: Keyring;

describe.skipIf(!HERE)('a keychain that cannot be used (gnome-keyring through keytar)', () => {
  beforeAll(async () => {
    keyring = await startKeyring();
    for (const [name, value] of Object.entries(keyring.environment)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    await keyring.stop();
    vi.unstubAllEnvs();
  });

  it('is not taken for one that has no password when it is locked, nor for one without the key of the journal', async () => {
    await storePassword(ana, 'one');
    await storeSecret('journal-key', 'two');
    expect([await readPassword(ana), await readPassword(ben)]).toEqual(['one', null]);
    keyring.lock();
    await expect(readPassword(ana)).rejects.toMatchObject(unavailable);
    await expect(readSecret('journal-key')).rejects.toMatchObject(unavailable);
    await expect(storePassword(ben, 'three')).rejects.toMatchObject(unavailable);
    keyring.unlock();
    expect([await readPassword(ana), await readSecret('journal-key'), await readPassword(ben)]).toEqual([
      'one',
      'two',
      null,
    ]);
  });

  it('leaves the program its files while it hangs, refuses at once what comes then, and is there again after', async () => {
    await storePassword(ana, 'one');
    keyring.freeze();
    const many = Promise.allSettled(Array.from({ length: 8 }, () => readPassword(ana)));
    const winner = await Promise.race([
      readFile(fileURLToPath(import.meta.url)).then(() => 'the file'),
      many.then(() => 'the keychain'),
    ]);
    expect(winner).toBe('the file');
    expect((await many).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'rejected'));
    await expect(readPassword(ana)).rejects.toMatchObject({
      error: { details: { serverText: 'it has not answered the last call yet' } },
    });
    keyring.thaw();
    await vi.waitFor(async () => expect(await readPassword(ana)).toBe('one'), 10_000);
  });

  it('is said when it has gone from the bus', async () => {
    await keyring.end();
    await expect(readPassword(ana)).rejects.toMatchObject(unavailable);
  });
});
