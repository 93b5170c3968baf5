import { randomBytes } from 'node:crypto';
import { sealKey, type SealKey } from './line.ts';

/** What the journal keeps outside its folder, where whoever can change the files cannot reach. */
export interface Vault {
  /** null = there is none. Rejects when the keychain is locked, absent, or does not answer in time. */
  read(name: 'key' | 'anchor'): Promise<string | null>;
  write(name: 'key' | 'anchor', value: string): Promise<void>;
}

/** The newest record that the keychain knows of: its files must hold that one, as it was. */
export interface Anchor {
  readonly sequence: number;
  readonly hash: string;
}

/** The key of the vault; null where there is none, or not a key of ours. */
export async function readKey(vault: Vault): Promise<SealKey | null> {
  const text = await vault.read('key');
  return text !== null && /^[0-9a-f]{64}$/.test(text) ? sealKey(Buffer.from(text, 'hex')) : null;
}

/** Makes a key and puts it into the vault. */
export async function makeKey(vault: Vault): Promise<SealKey> {
  const bytes = randomBytes(32);
  await vault.write('key', bytes.toString('hex'));
  return sealKey(bytes);
}

/** The anchor of the vault, or null. */
export async function readAnchor(vault: Vault): Promise<Anchor | null> {
  const match = /^(\d{1,15}) ([0-9a-f]{64})$/.exec((await vault.read('anchor')) ?? '');
  return match?.[2] === undefined ? null : { sequence: Number(match[1]), hash: match[2] };
}

/** Puts the anchor into the vault. */
export async function writeAnchor(vault: Vault, { sequence, hash }: Anchor): Promise<void> {
  await vault.write('anchor', `${sequence} ${hash}`);
}
