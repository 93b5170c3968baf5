import { resolve, win32 } from 'node:path';
import type { Language } from '../../shared/i18n/index.ts';
import { PROXY_SIGN_INS, type NetworkChoice, type ProxyChoice } from '../../shared/models/network.ts';
import { failure } from '../../shared/errors.ts';
import { withoutAccount } from '../../shared/rules/management-url.ts';
import { readPassword } from '../credentials/keychain.ts';
import type { FindSecret } from '../deployments/network-secrets.ts';
import { networkOf } from '../deployments/record.ts';
import { readTypedLine } from './host/typed-line.ts';
import { missing, together, wrongChoice } from './option-failures.ts';
import type { GivenOptions, OptionShape } from './options.ts';
import { secretText, type PasswordQuestion } from './password.ts';

/** The options that say by which way a server is reached. Nothing of it is taken from the environment. */
export const NETWORK_OPTIONS = {
  proxy: 'text',
  'proxy-auth': 'text',
  'proxy-user': 'text',
  'client-certificate': 'text',
  'old-tls': 'flag',
  'allow-redirection': 'flag',
} as const satisfies OptionShape;

/**
 * Reads them. Throws input.option-missing, input.option-choice, input.options-exclusive, input.proxy-malformed,
 * input.proxy-user-empty.
 */
export function readNetwork({ texts, flags }: GivenOptions): NetworkChoice {
  return networkOf({
    proxy: readProxy(texts),
    clientCertificate: readPath(texts.get('client-certificate')),
    oldTls: flags.has('old-tls'),
    redirection: flags.has('allow-redirection'),
  });
}

/**
 * Finds what the network needs: in the keychain where `keychain` says so, then, where `asks`, in the next line of
 * standard input, in the order in which they are needed: the proxy's password, the certificate's passphrase.
 */
export function findNetworkSecret(
  from: { readonly keychain: boolean; readonly asks: boolean },
  asking: Omit<PasswordQuestion, 'question'>,
  language: Language,
): FindSecret {
  return async (binding) => {
    const stored = from.keychain ? await readPassword(binding) : null;
    if (stored !== null || !from.asks) return stored;
    const question = secretText(language, binding, 'question');
    const typed = await readTypedLine({ ...asking, question, echo: false });
    return typed === '' ? null : typed;
  };
}

/** As a shell means it, from the working folder; a whole path of either system stays as it is. */
function readPath(given: string | undefined): string {
  if (given === undefined) return '';
  return win32.isAbsolute(given) ? given : resolve(given);
}

function readProxy(texts: ReadonlyMap<string, string>): ProxyChoice | null {
  const given = texts.get('proxy');
  const user = texts.get('proxy-user') ?? '';
  const asked = texts.get('proxy-auth') ?? (user === '' ? 'none' : 'negotiate');
  if (given === undefined) {
    if (texts.has('proxy-auth') || user !== '') throw missing('--proxy');
    return null;
  }
  const signIn = PROXY_SIGN_INS.find((candidate) => candidate === asked);
  if (signIn === undefined) throw wrongChoice('--proxy-auth', asked, PROXY_SIGN_INS);
  if (signIn === 'none' && user !== '') throw together('--proxy-auth none', '--proxy-user');
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]/@]+):(\d{1,5})$/i.exec(given);
  if (match === null) throw failure('input.proxy-malformed', { proxy: withoutAccount(given) });
  return { host: match[1] ?? '', port: Number(match[2]), signIn, user };
}
