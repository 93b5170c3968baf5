import { SECRET_KINDS, type SecretKind } from '../../shared/contract/deployments.ts';
import type { SecretBinding } from '../credentials/keychain.ts';
import { certificateBindingOf, proxyBindingOf } from '../deployments/network-secrets.ts';
import { bindingOf } from '../deployments/record.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { readConnection } from './connection.ts';
import { missing, requireConnection, together, wrongChoice, wrongOption } from './option-failures.ts';
import { readNetwork } from './network-options.ts';
import type { GivenOptions, OptionShape } from './options.ts';

/** The options that say which secret it is, besides those of the account it may be the password of. */
export const SECRET_OPTIONS = {
  secret: 'text',
  proxy: 'text',
  'proxy-auth': 'text',
  'proxy-user': 'text',
  'client-certificate': 'text',
} as const satisfies OptionShape;

const OF_NETWORK = ['proxy', 'proxy-auth', 'proxy-user', 'client-certificate'];
const OF_ACCOUNT = ['url', 'auth', 'user', 'ca', 'pin'];

/**
 * To what the secret is bound that `edgewise password` is about: an account's password unless `--secret` names another.
 * `configured` = the deployment that is named, or null. Throws the input.option errors, input.connection-missing,
 * and what readNetwork and readConnection throw.
 */
export function chosenSecret(given: GivenOptions, configured: DeploymentRecord | null): SecretBinding {
  const { texts } = given;
  const asked = texts.get('secret') ?? 'password';
  const kind = SECRET_KINDS.find((each) => each === asked);
  if (kind === undefined) throw wrongChoice('--secret', asked, SECRET_KINDS);
  if (kind === 'password') return accountSecret(given, configured);
  const beside = OF_ACCOUNT.find((each) => texts.has(each));
  if (beside !== undefined) throw together(`--secret ${kind}`, `--${beside}`);
  if (configured === null && !texts.has(kind)) throw missing(`--${kind}`);
  return networkSecret(kind, given, configured);
}

function networkSecret(
  kind: Exclude<SecretKind, 'password'>,
  given: GivenOptions,
  configured: DeploymentRecord | null,
): SecretBinding {
  const network = configured?.network ?? readNetwork(given);
  const binding = kind === 'proxy' ? proxyBindingOf(network) : certificateBindingOf(network);
  if (binding === null) throw wrongOption('secret-needless', kind);
  return binding;
}

function accountSecret(given: GivenOptions, configured: DeploymentRecord | null): SecretBinding {
  const { texts } = given;
  // Whose password would be kept is not to be guessed.
  if (OF_NETWORK.some((each) => texts.has(each))) throw missing('--secret');
  if (configured !== null) return ownSecret(configured, texts.get('user'));
  requireConnection(given);
  const { binding } = readConnection(given);
  if (binding.user === '') throw missing('--user');
  return binding;
}

/** Of the deployment's own account, or of another one of it by name. */
function ownSecret(record: DeploymentRecord, user: string | undefined): SecretBinding {
  const users = [record.user, ...record.otherUsers];
  const own = users.find((each) => each === (user ?? record.user));
  if (own === undefined) throw wrongChoice('--user', user ?? '', users.filter(Boolean));
  if (own === '') throw missing('--user');
  return bindingOf({ ...record, user: own });
}
