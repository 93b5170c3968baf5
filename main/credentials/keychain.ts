import { createHash } from 'node:crypto';
import type keytar from 'keytar';
import { failure } from '../../shared/errors.ts';
import type { SignInScheme } from '../../shared/models/deployment.ts';
import type { ProxyChoice } from '../../shared/models/network.ts';
import type { Trust } from '../transport/endpoint.ts';
import { createTurns } from './turns.ts';

const SERVICE = 'Edgewise';
/** A service of its own: no name of a secret can be taken for the binding of a password. */
const OWN_SERVICE = 'Edgewise workstation';
/** A keychain that cannot ask (no unlocked keyring, no prompt) never answers: reference toolchain, keytar. */
const DEADLINE_MS = 5_000;

/** To what a stored password is bound. */
export interface CredentialBinding {
  readonly scheme: SignInScheme;
  readonly url: URL;
  readonly user: string;
  /** Which servers may show a certificate and be sent it. */
  readonly trust: Trust;
}

/** To what the password of a proxy is bound: its host, port, sign-in and user. */
export interface ProxyBinding {
  readonly kind: 'proxy';
  readonly proxy: ProxyChoice;
}

/** To what the passphrase of a client certificate is bound: the path of its file. It is sent to nobody. */
export interface CertificateBinding {
  readonly kind: 'client-certificate';
  readonly path: string;
}

/** All that a secret of a deployment can be bound to. */
export type SecretBinding = CredentialBinding | ProxyBinding | CertificateBinding;

/** Reads the password of a binding, or null when none is stored. Throws workstation.keychain-unavailable. */
export async function readPassword(binding: SecretBinding): Promise<string | null> {
  return withKeychain((keychain) => read(keychain, SERVICE, accountOf(binding)));
}

/** Stores the password of a binding, replacing an earlier one. Throws workstation.keychain-unavailable. */
export async function storePassword(binding: SecretBinding, password: string): Promise<void> {
  await withKeychain((keychain) => keychain.setPassword(SERVICE, accountOf(binding), password));
}

/** Forgets the password of a binding; false when there was none. Throws workstation.keychain-unavailable. */
export async function forgetPassword(binding: SecretBinding): Promise<boolean> {
  return withKeychain((keychain) => keychain.deletePassword(SERVICE, accountOf(binding)));
}

/** Reads a secret of Edgewise's own, such as the journal's key, or null. Throws workstation.keychain-unavailable. */
export async function readSecret(name: string): Promise<string | null> {
  return withKeychain((keychain) => read(keychain, OWN_SERVICE, name));
}

/** Stores a secret of Edgewise's own, replacing an earlier one. Throws workstation.keychain-unavailable. */
export async function storeSecret(name: string, value: string): Promise<void> {
  await withKeychain((keychain) => keychain.setPassword(OWN_SERVICE, name, value));
}

/**
 * The name an entry has in the keychain: `basic https://pool.contoso.com:443 CONTOSO\admin`, with `pin:` or `ca:` and a
 * SHA-256 before the address where this workstation's own trust is not what decides. A host has no blank, so that no
 * user's name can be taken for a trust. A proxy's is `proxy ntlm proxy.contoso.com:8080 CONTOSO\admin`, a client
 * certificate's `client-certificate /etc/edgewise/ana.pfx`: no sign-in is called so.
 */
export function accountOf(binding: SecretBinding): string {
  if ('kind' in binding) {
    if (binding.kind === 'client-certificate') return `client-certificate ${binding.path}`;
    const { host, port, signIn, user } = binding.proxy;
    return `proxy ${signIn} ${host.toLowerCase()}:${port} ${user}`;
  }
  const { scheme, url, user, trust } = binding;
  const address = `https://${url.hostname}:${url.port === '' ? '443' : url.port}`;
  return [scheme, ...trustWords(trust), address, user].join(' ');
}

/** The same authorities are the same trust, in whatever order and however their lines are broken. */
function trustWords(trust: Trust): readonly string[] {
  if (trust.kind === 'system') return [];
  if (trust.kind === 'pin') return [`pin:${trust.sha256}`];
  const blocks = trust.pem.match(/(?<=-----BEGIN CERTIFICATE-----)[^-]+(?=-----END CERTIFICATE-----)/g) ?? [];
  const authorities = new Set(blocks.map((block) => sha256(Buffer.from(block, 'base64'))));
  return [`ca:${sha256([...authorities].sort().join())}`];
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type Keytar = Pick<typeof keytar, 'getPassword' | 'setPassword' | 'deletePassword'>;

const inTurn = createTurns(DEADLINE_MS);

/**
 * libsecret gives nothing for a keyring that is locked, exactly as for one that has no such entry: only a write tells
 * them apart. Without it a password would be said not to be there, and the journal would make a new key.
 */
async function read(keychain: Keytar, service: string, account: string): Promise<string | null> {
  const found = await keychain.getPassword(service, account);
  if (found !== null || process.platform !== 'linux') return found;
  await keychain.setPassword(OWN_SERVICE, 'unlocked', 'yes');
  // It may have been unlocked between the two.
  return await keychain.getPassword(service, account);
}

async function withKeychain<T>(work: (keychain: Keytar) => Promise<T>): Promise<T> {
  try {
    return await inTurn(async () => work(await loadKeytar()));
  } catch (error) {
    const serverText = error instanceof Error ? error.message : String(error);
    throw failure('workstation.keychain-unavailable', {}, { serverText }, error);
  }
}

async function loadKeytar(): Promise<Keytar> {
  const loaded = await import('keytar');
  return loaded.default;
}
