import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import { requireConnection, wrongOption } from './option-failures.ts';
import { readConfigured } from './configured.ts';
import { CONNECTION_OPTIONS, readConnection } from './connection.ts';
import { asking, CONFIGURED, configuredPassword, kerberosOf, type CommandContext } from './context.ts';
import { examine, type Examination } from './doctor.ts';
import { findNetworkSecret, NETWORK_OPTIONS, readNetwork } from './network-options.ts';
import type { GivenOptions, OptionShape } from './options.ts';
import { findPassword } from './password.ts';
import { joinPractice, PRACTICE_OPTIONS, requirePractice } from './practice-target.ts';

/** The options of `edgewise doctor`, beside those of every command. */
export const DOCTOR_OPTIONS = {
  ...CONNECTION_OPTIONS,
  ...NETWORK_OPTIONS,
  ...PRACTICE_OPTIONS,
  deployment: 'text',
  settings: 'text',
  json: 'flag',
} as const satisfies OptionShape;

/** `edgewise doctor`: tests the connection that is given. Gives the exit status; throws what it meets. */
export async function runDoctor(given: GivenOptions, context: CommandContext, language: Language): Promise<number> {
  const [surplus] = given.words;
  if (surplus !== undefined) throw wrongOption('words-surplus', surplus);
  requireConnection(given);
  requirePractice(given);
  const configured = await readConfigured(given, context.environment);
  const json = given.flags.has('json');
  const examination = { json, language, signal: context.signal, kerberos: kerberosOf(context) };
  if (configured !== null) {
    const password = (): Promise<string> => configuredPassword(configured, context, language);
    const find = findNetworkSecret(CONFIGURED, asking(context), language);
    return (await examine({ ...examination, connection: configured, password, find }, context.printer)) ? 0 : 1;
  }
  if (given.flags.has('practice')) return await examinePractice(given, examination, context);
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

async function examinePractice(
  given: GivenOptions,
  examination: Omit<Examination, 'connection' | 'password' | 'find'>,
  context: CommandContext,
): Promise<number> {
  const practice = await joinPractice(given, context.practiceProgram, context.signal);
  try {
    const { endpoint, resourceUri } = practice.target;
    const { scheme, user, password } = endpoint.signIn;
    const url = endpoint.url.href;
    const connection = { url, scheme, user, trust: endpoint.trust, ...USUAL_WAY, channelBinding: true, resourceUri };
    const secrets = { password: () => Promise.resolve(password), find: () => Promise.resolve(null) };
    return (await examine({ ...examination, connection, ...secrets }, context.printer)) ? 0 : 1;
  } finally {
    await practice.leave();
  }
}
