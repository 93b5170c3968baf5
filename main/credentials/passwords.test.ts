import { describe, expect, it } from 'vitest';
import type { CredentialBinding } from './keychain.ts';
import { memoryKeychain } from './memory-keychain.fixture.ts';
import type { Trust } from '../transport/endpoint.ts';
import { createPasswords } from './passwords.ts';

const url = new URL('https://pool.contoso.com/OcsPowershell');
const ana: CredentialBinding = { scheme: 'ntlm', url, user: 'CONTOSO\\ana', trust: { kind: 'system' } };

function pin(byte: string): Trust {
  return { kind: 'pin', sha256: byte.repeat(32) };
}

function authorities(...blocks: readonly string[]): Extract<Trust, { kind: 'ca' }> {
  const pem = blocks.map((block) => `-----BEGIN CERTIFICATE-----\n${block}\n-----END CERTIFICATE-----\n`).join('');
  return { kind: 'ca', pem };
}

describe('a password', () => {
  it('is found by who has set it, in the next run too, and not once it is forgotten', async () => {
    const keychain = memoryKeychain();
    const first = createPasswords(keychain);
    expect(await first.set(ana, 'one', true)).toEqual({ state: 'stored', notice: null });
    const second = createPasswords(keychain);
    expect(second.state(ana)).toBe('unknown');
    expect(await second.find(ana)).toBe('one');
    expect(second.state(ana)).toBe('stored');
    expect(await second.forget(ana)).toEqual({ state: 'absent', notice: null });
    expect(await createPasswords(keychain).find(ana)).toBeNull();
  });

  it.each<[string, CredentialBinding]>([
    ['scheme', { ...ana, scheme: 'basic' }],
    ['host', { ...ana, url: new URL('https://pool2.contoso.com/OcsPowershell') }],
    ['port', { ...ana, url: new URL('https://pool.contoso.com:444/OcsPowershell') }],
    ['user', { ...ana, user: 'CONTOSO\\ben' }],
    ['trust', { ...ana, trust: { kind: 'pin', sha256: 'ab'.repeat(32) } }],
  ])('goes to no other %s', async (_, other) => {
    const passwords = createPasswords(memoryKeychain());
    await passwords.set(ana, 'one', true);
    await passwords.set({ ...ana, user: 'nobody' }, 'two', false);
    expect(await passwords.find(other)).toBeNull();
  });

  it.each<[string, Trust, Trust]>([
    ['certificate', pin('ab'), pin('cd')],
    ['authority', authorities('QQ=='), authorities('Qg==')],
    ['authority beside it', authorities('QQ=='), authorities('QQ==', 'Qg==')],
    ['way to trust', authorities('QQ=='), { kind: 'system' }],
  ])('given for one %s goes to no other', async (_, given, other) => {
    const passwords = createPasswords(memoryKeychain());
    await passwords.set({ ...ana, trust: given }, 'one', true);
    expect(await passwords.find({ ...ana, trust: other })).toBeNull();
    expect(await passwords.find({ ...ana, trust: given })).toBe('one');
  });

  it('stays with the same authorities in another order, with other line breaks and with words between them', async () => {
    const passwords = createPasswords(memoryKeychain());
    await passwords.set({ ...ana, trust: authorities('QUJD', 'Qg==') }, 'one', true);
    const { pem } = authorities('Qg==', 'QU\r\nJD', 'Qg==');
    expect(await passwords.find({ ...ana, trust: { kind: 'ca', pem: `Contoso roots\n${pem}` } })).toBe('one');
  });

  it('of a user whose name reads like a trust is that user’s', async () => {
    const passwords = createPasswords(memoryKeychain());
    await passwords.set({ ...ana, trust: pin('ab') }, 'one', true);
    expect(await passwords.find({ ...ana, user: `pin:${'ab'.repeat(32)} ${ana.user}` })).toBeNull();
  });

  it('that is not to be remembered is in no keychain, and takes the place of the one there', async () => {
    const keychain = memoryKeychain();
    const passwords = createPasswords(keychain);
    await passwords.set(ana, 'old', true);
    expect(await passwords.set(ana, 'new', false)).toEqual({ state: 'session', notice: null });
    expect(await passwords.find(ana)).toBe('new');
    expect([...keychain.entries.values()]).toEqual([]);
  });

  it('is kept for this run, and that is said, while no keychain answers', async () => {
    const keychain = memoryKeychain();
    keychain.answers = false;
    const passwords = createPasswords(keychain);
    expect(await passwords.set(ana, 'one', true)).toMatchObject({
      state: 'session',
      notice: { code: 'workstation.keychain-unavailable' },
    });
    expect(await passwords.find(ana)).toBe('one');
    expect(await passwords.forget(ana)).toMatchObject({
      state: 'unknown',
      notice: { code: 'workstation.keychain-unavailable' },
    });
    await expect(passwords.find(ana)).rejects.toMatchObject({ error: { code: 'workstation.keychain-unavailable' } });
  });

  it('is asked for once a binding, and no more when the keychain does not answer', async () => {
    const keychain = memoryKeychain();
    const passwords = createPasswords(keychain);
    const bindings = ['a', 'b', 'c'].map((user) => ({ ...ana, user }));
    keychain.answers = false;
    await passwords.look(bindings);
    expect([keychain.calls, bindings.map((each) => passwords.state(each))]).toEqual([
      1,
      ['unknown', 'unknown', 'unknown'],
    ]);
    keychain.answers = true;
    await passwords.look(bindings);
    await passwords.look(bindings);
    expect([keychain.calls, bindings.map((each) => passwords.state(each))]).toEqual([
      4,
      ['absent', 'absent', 'absent'],
    ]);
  });
});
