import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import { commandLineFailure } from './command-text/tokens.ts';
import { readConfigured } from './configured.ts';
import { CONNECTION_OPTIONS, readConnection } from './connection.ts';
import { asking, CONFIGURED, configuredPassword, kerberosOf, type CommandContext } from './context.ts';
import { examine } from './doctor.ts';
import { findNetworkSecret, readNetwork } from './network-options.ts';
import type { GivenOptions, OptionShape } from './options.ts';
import { findPassword } from './password.ts';

/** The options of `edgewise doctor`, beside those of every command. */
export const DOCTOR_OPTIONS = {
  ...CONNECTION_OPTIONS,
  deployment: 'text',
  settings: 'text',
  json: 'flag',
} as const satisfies OptionShape;

/** `edgewise doctor`: tests the connection that is given. Gives the exit status; throws what it meets. */
export async function runDoctor(given: GivenOptions, context: CommandContext, language: Language): Promise<number> {
  const [surplus] = given.words;
  if (surplus !== undefined) throw commandLineFailure('words-surplus', surplus);
  const configured = await readConfigured(given, context.environment);
  const json = given.flags.has('json');
  const examination = { json, language, signal: context.signal, kerberos: kerberosOf(context) };
  if (configured !== null) {
    const password = (): Promise<string> => configuredPassword(configured, context, language);
    const find = findNetworkSecret(CONFIGURED, asking(context), language);
    return (await examine({ ...examination, connection: configured, password, find }, context.printer)) ? 0 : 1;
  }
  const { binding, resourceUri, spn, channelBinding, fromKeychain } = readConnection(given);
  const network = readNetwork(given);
  const { url, user, scheme, trust } = binding;
  const way = { ...USUAL_WAY, spn, network, channelBinding, resourceUri };
  const connection = { url: url.href, user, scheme, trust, ...way };
  const question = formatMessage(language, 'cli.password.question', { user });
  const password = (): Promise<string> => findPassword(binding, fromKeychain, { ...asking(context), question });
  const find = findNetworkSecret({ keychain: fromKeychain, asks: !fromKeychain }, asking(context), language);
  return (await examine({ ...examination, connection, password, find }, context.printer)) ? 0 : 1;
}
