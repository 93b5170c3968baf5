import { readFileSync } from 'node:fs';
import { failure } from '../../shared/errors.ts';
import { knowsCurrentUser, SIGN_IN_SCHEMES } from '../../shared/models/deployment.ts';
import { hostName } from '../../shared/rules/host-name.ts';
import { checkManagementUrl, urlFailure } from '../../shared/rules/management-url.ts';
import { serviceName } from '../auth/kerberos/names.ts';
import type { CredentialBinding } from '../credentials/keychain.ts';
import type { Trust } from '../transport/endpoint.ts';
import { missing, together, wrongChoice } from './option-failures.ts';
import type { GivenOptions, OptionShape } from './options.ts';

/** The options that say where and as whom to sign in. */
export const CONNECTION_OPTIONS = {
  url: 'text',
  auth: 'text',
  user: 'text',
  spn: 'text',
  keychain: 'flag',
  ca: 'text',
  pin: 'text',
  'resource-uri': 'text',
  'no-channel-binding': 'flag',
} as const satisfies OptionShape;

const DEFAULT_RESOURCE_URI = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';

/** A connection as the command line gives it, before the password is known. */
export interface GivenConnection {
  readonly binding: CredentialBinding;
  readonly resourceUri: string;
  readonly spn: string;
  readonly channelBinding: boolean;
  readonly fromKeychain: boolean;
}

/**
 * Reads url, sign-in, user, trust and resource URI. Throws input.url-*,
 * input.option-missing, input.option-choice, input.options-exclusive, sign-in.spn-malformed, input.ca-file-unreadable,
 * input.pin-malformed.
 */
export function readConnection({ texts, flags }: GivenOptions): GivenConnection {
  const auth = required(texts, 'auth');
  const scheme = SIGN_IN_SCHEMES.find((candidate) => candidate === auth);
  if (scheme === undefined) throw wrongChoice('--auth', auth, SIGN_IN_SCHEMES);
  const spn = texts.get('spn') ?? '';
  if (spn !== '' && !knowsCurrentUser(scheme)) throw together(`--auth ${scheme}`, '--spn');
  // Before anything is reached.
  if (spn !== '') serviceName(spn, process.platform);
  return {
    binding: {
      url: readUrl(required(texts, 'url')),
      scheme,
      user: knowsCurrentUser(scheme) ? (texts.get('user') ?? '') : required(texts, 'user'),
      trust: readTrust(texts.get('ca'), texts.get('pin')),
    },
    resourceUri: texts.get('resource-uri') ?? DEFAULT_RESOURCE_URI,
    spn,
    channelBinding: !flags.has('no-channel-binding'),
    fromKeychain: flags.has('keychain'),
  };
}

function required(texts: ReadonlyMap<string, string>, name: string): string {
  const value = texts.get(name);
  if (value === undefined) throw missing(`--${name}`);
  return value;
}

/** In full, as it is given: nothing is filled in. */
function readUrl(text: string): URL {
  // A password in the URL would end in logs, in errors and, behind a backslash, which WHATWG takes for a slash, at the server.
  if (text.includes('@')) throw urlFailure('credentials', text);
  if (text.includes('\\')) throw urlFailure('path', text);
  const url = URL.parse(text);
  if (url === null || url.hostname === '') {
    const check = checkManagementUrl(text);
    throw urlFailure(check.ok || check.reason === 'empty' ? 'malformed' : check.reason, text);
  }
  if (url.protocol !== 'https:') throw urlFailure('not-https', text);
  if (hostName(url.hostname) === null) throw urlFailure('host', text);
  return url;
}

function readTrust(caFile: string | undefined, pin: string | undefined): Trust {
  if (caFile !== undefined && pin !== undefined) throw together('--ca', '--pin');
  if (caFile !== undefined) return { kind: 'ca', pem: readCaFile(caFile) };
  if (pin === undefined) return { kind: 'system' };
  const sha256 = pin.replaceAll(/[:\s]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw failure('input.pin-malformed', { pin });
  return { kind: 'pin', sha256 };
}

function readCaFile(path: string): string {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch (error) {
    const serverText = error instanceof Error ? error.message : String(error);
    throw failure('input.ca-file-unreadable', { path }, { serverText }, error);
  }
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) throw failure('input.ca-file-unreadable', { path });
  return pem;
}
