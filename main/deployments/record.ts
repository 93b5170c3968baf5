import { createHash, X509Certificate } from 'node:crypto';
import { posix, win32 } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { Failure, failure } from '../../shared/errors.ts';
import { knowsCurrentUser, type DeploymentSummary, type PasswordState } from '../../shared/models/deployment.ts';
import { hostName } from '../../shared/rules/host-name.ts';
import { requireManagementUrl, withoutAccount } from '../../shared/rules/management-url.ts';
import { serviceName } from '../auth/kerberos/names.ts';
import type { CredentialBinding, SecretBinding } from '../credentials/keychain.ts';
import type { SessionTarget } from '../session/session.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { proxyName } from '../transport/proxy-failures.ts';
import { certificateBindingOf, NO_SECRETS, proxyBindingOf, type NetworkSecrets } from './network-secrets.ts';

const DEFAULT_RESOURCE_URI = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';

/** Everything about a connection: what Test connection needs, and what changing makes a new connection. */
export type ConnectionValues = Omit<DeploymentRecord, 'id' | 'name' | 'group' | 'colour' | 'production' | 'readOnly'>;

/**
 * Makes the connection of a draft: the URL completed, the pin in its one form, authorities that can be read. Throws
 * input.url-*, input.deployment-user-empty, sign-in.spn-malformed, input.ca-unreadable, input.pin-malformed, and what networkOf throws.
 */
export function connectionOf(draft: DeploymentDraft): ConnectionValues {
  const url = requireManagementUrl(draft.url);
  const user = draft.user.trim();
  const { scheme, channelBinding } = draft;
  if (user === '' && !knowsCurrentUser(scheme)) throw failure('input.deployment-user-empty', {});
  const others = draft.otherUsers.map((each) => each.trim());
  // Account names differ in more than their case.
  const otherUsers = others.filter(
    (each, at) => ![user, ...others.slice(0, at)].some((other) => sameName(other, each)),
  );
  if (otherUsers.includes('') && !knowsCurrentUser(scheme)) throw failure('input.deployment-user-empty', {});
  const network = networkOf(draft.network);
  const resourceUri = draft.resourceUri.trim() === '' ? DEFAULT_RESOURCE_URI : draft.resourceUri.trim();
  const spn = draft.spn.trim();
  if (spn !== '') serviceName(spn, process.platform);
  return { url, user, otherUsers, scheme, spn, trust: trustOf(draft.trust), network, channelBinding, resourceUri };
}

/**
 * Makes the record of a draft. `taken` are the names of the other deployments. Throws input.deployment-name-empty,
 * input.deployment-name-taken, and what connectionOf throws.
 */
export function recordOf(id: string, draft: DeploymentDraft, taken: readonly string[]): DeploymentRecord {
  const name = draft.name.trim();
  if (name === '') throw failure('input.deployment-name-empty', {});
  if (taken.some((each) => sameName(each, name))) throw failure('input.deployment-name-taken', { name });
  const { colour, production, readOnly } = draft;
  return { id, name, group: draft.group.trim(), colour, ...connectionOf(draft), production, readOnly };
}

/** Two names that a person would take for one. */
export function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** A name for a copy that nobody has yet: `Contoso (2)`. */
export function nameOfCopy(name: string, taken: readonly string[]): string {
  const base = name.replace(/ \(\d+\)$/, '');
  for (let count = 2; ; count += 1) {
    const candidate = `${base} (${count})`;
    if (!taken.some((each) => sameName(each, candidate))) return candidate;
  }
}

/** To what the password of a connection is bound. */
export function bindingOf({ url, scheme, user, trust }: ConnectionValues): CredentialBinding {
  return { url: new URL(url), scheme, user, trust };
}

/**
 * To what all secrets of a connection are bound: the passwords of its accounts, its own first, its proxy's password, its
 * client certificate's passphrase.
 */
export function bindingsOf(connection: ConnectionValues): readonly SecretBinding[] {
  const { network } = connection;
  const users = [connection.user, ...connection.otherUsers].filter((user) => user !== '');
  const passwords = users.map((user) => bindingOf({ ...connection, user }));
  return [...passwords, proxyBindingOf(network), certificateBindingOf(network)].filter((each) => each !== null);
}

/** Whether a connection is made with a password: not as the person signed in to this workstation. */
export function needsPassword({ user }: ConnectionValues): boolean {
  return user !== '';
}

/**
 * The network of a draft, with every value checked. Throws input.proxy-malformed, input.proxy-user-empty,
 * input.client-certificate-path.
 */
export function networkOf(typed: DeploymentDraft['network']): DeploymentRecord['network'] {
  const clientCertificate = typed.clientCertificate.trim();
  // Of either system: a settings file may be looked at on another.
  if (clientCertificate !== '' && !posix.isAbsolute(clientCertificate) && !win32.isAbsolute(clientCertificate)) {
    throw failure('input.client-certificate-path', { path: clientCertificate });
  }
  return { ...typed, clientCertificate, proxy: typed.proxy === null ? null : proxyOf(typed.proxy) };
}

function proxyOf(typed: NonNullable<DeploymentDraft['network']['proxy']>): DeploymentRecord['network']['proxy'] {
  const { port, signIn } = typed;
  const host = hostName(typed.host.trim());
  const user = signIn === 'none' ? '' : typed.user.trim();
  const proxy = proxyName({ host: host ?? withoutAccount(typed.host), port });
  if (host === null || port < 1 || port > 65_535) throw failure('input.proxy-malformed', { proxy });
  if (user === '' && (signIn === 'basic' || signIn === 'ntlm')) throw failure('input.proxy-user-empty', { proxy });
  return { host, port, signIn, user };
}

/** The same for two records that connect to one place in one way, and for no others. Says nothing of its values. */
export function connectionKey(connection: ConnectionValues): string {
  const { url, user, scheme, spn, trust, network, channelBinding, resourceUri } = connection;
  const values = JSON.stringify([url, user, scheme, spn, trust, network, channelBinding, resourceUri]);
  return createHash('sha256').update(values).digest('hex');
}

/** Where a session goes. */
export function targetOf(
  connection: ConnectionValues,
  password: string,
  secrets: NetworkSecrets = NO_SECRETS,
): SessionTarget {
  const { url, trust, scheme, user, spn, channelBinding, resourceUri, network } = connection;
  const { clientCertificate: path, oldTls, redirection } = network;
  const way = {
    proxy: network.proxy && { ...network.proxy, password: secrets.proxyPassword },
    clientCertificate: path === '' ? null : { path, passphrase: secrets.passphrase },
    oldTls,
    redirection,
  };
  const signIn = { scheme, user, password, spn, channelBinding };
  return { endpoint: { url: new URL(url), trust, signIn, ...way }, resourceUri };
}

/** What the renderer sees of it. Who signs in without a password has all that is needed: 'stored'. */
export function summaryOf(record: DeploymentRecord, state: PasswordState): DeploymentSummary {
  const { id, name, url, user, otherUsers, group, colour, scheme, production, readOnly } = record;
  const passwordState = needsPassword(record) ? state : 'stored';
  const trust = record.trust.kind;
  const connection = connectionKey(record);
  const where = { url, user, otherUsers, scheme, trust, connection };
  return { id, name, kind: 'server', ...where, group, colour, passwordState, production, readOnly };
}

/** The form's values of a record. */
export function draftOf(record: DeploymentRecord): DeploymentDraft {
  const { name, group, colour, production, readOnly } = record;
  const { url, user, otherUsers, scheme, spn, trust, network, channelBinding, resourceUri } = record;
  const connection = { url, user, otherUsers, scheme, spn, trust, network, channelBinding, resourceUri };
  return { name, group, colour, ...connection, production, readOnly };
}

/**
 * Whether a record still is what a form knows of it: the values it was filled with, or those that it has saved before,
 * which were completed on the way.
 */
export function isStill(record: DeploymentRecord, base: DeploymentDraft): boolean {
  if (isDeepStrictEqual(draftOf(record), base)) return true;
  try {
    return isDeepStrictEqual(recordOf(record.id, base, []), record);
  } catch (caught) {
    // What cannot be saved was not saved: the form has it from a settings file that was changed since.
    if (caught instanceof Failure) return false;
    throw caught;
  }
}

function folded(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

/** Each block is parsed: a text that no connection could use is to be refused while the form is open. */
function trustOf(trust: DeploymentDraft['trust']): DeploymentRecord['trust'] {
  switch (trust.kind) {
    case 'system':
      return trust;
    case 'pin': {
      const sha256 = trust.sha256.replaceAll(/[:\s]/g, '').toLowerCase();
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw failure('input.pin-malformed', { pin: trust.sha256 });
      return { kind: 'pin', sha256 };
    }
    case 'ca': {
      const blocks = trust.pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
      if (blocks.length === 0 || !blocks.every(isCertificate)) {
        throw failure('input.ca-unreadable', {});
      }
      // The certificates alone: what else a file holds, a private key even, is not kept.
      return { kind: 'ca', pem: `${blocks.join('\n')}\n` };
    }
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
