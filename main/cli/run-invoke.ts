import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import { networkSecrets } from '../deployments/network-secrets.ts';
import { targetOf } from '../deployments/record.ts';
import { withKerberos, type SessionTarget } from '../session/index.ts';
import { parseCommandWords } from './command-text/parse.ts';
import { CONFIGURED_OPTIONS, confirmedByName, readByAddress, readConfigured, settingsFolder } from './configured.ts';
import { CONNECTION_OPTIONS, readConnection } from './connection.ts';
import { asking, CONFIGURED, configuredPassword, kerberosOf, type CommandContext } from './context.ts';
import { openScreen, type Screen } from './host/screen.ts';
import { invoke } from './invoke.ts';
import { findNetworkSecret, NETWORK_OPTIONS, readNetwork } from './network-options.ts';
import { requireConnection } from './option-failures.ts';
import type { GivenOptions, OptionShape } from './options.ts';
import { findPassword } from './password.ts';
import { joinPractice, PRACTICE_OPTIONS, requirePractice } from './practice-target.ts';
import { isReading, requireConfirmation } from './writes.ts';

/** The options of `edgewise invoke`, beside those of every command. */
export const INVOKE_OPTIONS = {
  ...CONNECTION_OPTIONS,
  ...NETWORK_OPTIONS,
  ...PRACTICE_OPTIONS,
  ...CONFIGURED_OPTIONS,
  json: 'flag',
  yes: 'flag',
  'no-prompts': 'flag',
} as const satisfies OptionShape;

/** `edgewise invoke`: runs a pipeline on the connection that is given. Gives the exit status; throws what it meets. */
export async function runInvoke(given: GivenOptions, context: CommandContext, language: Language): Promise<number> {
  const commands = parseCommandWords(given.words);
  const names = commands.map((command) => command.name);
  requireConnection(given);
  requirePractice(given);
  const configured = await readConfigured(given, context.environment);
  const writing = !names.every(isReading);
  const confirmName = given.texts.get('confirm');
  const marked = configured ?? (writing ? await readByAddress(given, context.environment) : null);
  const byName = writing && marked !== null && confirmedByName(marked, confirmName);
  requireConfirmation(names, byName || given.flags.has('yes'));
  const json = given.flags.has('json');
  const screen = screenOf(given, context, language);
  const { printer } = screen;
  const invocation = { commands, json, language, signal: context.signal, screen };
  const signing = (target: SessionTarget): SessionTarget => withKerberos(target, kerberosOf(context));
  const run = async (target: SessionTarget): Promise<number> => {
    const clean = await invoke(signing(target), invocation, printer);
    return clean ? 0 : 1;
  };
  if (configured !== null && writing) {
    // Not before it is needed: journal and console's socket are much of the program.
    const { writeConfigured } = await import('./configured-write.ts');
    const clean = await writeConfigured(
      {
        settings: settingsFolder(given, context.environment),
        record: configured,
        commands,
        json,
        language,
        confirmName: confirmName ?? null,
        signal: context.signal,
        screen,
        signing,
        password: () => configuredPassword(configured, context, language),
        find: findNetworkSecret(CONFIGURED, asking(context), language),
      },
      printer,
    );
    return clean ? 0 : 1;
  }
  if (configured !== null) {
    const password = await configuredPassword(configured, context, language);
    const find = findNetworkSecret(CONFIGURED, asking(context), language);
    return await run(targetOf(configured, password, await networkSecrets(configured.network, find)));
  }
  if (!given.flags.has('practice')) {
    const target = await readGivenTarget(given, context, language);
    if (!writing) return await run(target);
    const { writeByAddress } = await import('./configured-write.ts');
    const clean = await writeByAddress({
      settings: settingsFolder(given, context.environment),
      record: marked,
      target,
      run: (onSending) => invoke(signing(target), { ...invocation, onSending }, printer),
    });
    return clean ? 0 : 1;
  }
  const practice = await joinPractice(given, context.practiceProgram, context.signal);
  try {
    return await run(practice.target);
  } finally {
    await practice.leave();
  }
}

function screenOf(given: GivenOptions, context: CommandContext, language: Language): Screen {
  const { streams, printer, version } = context;
  return openScreen({ streams, printer, language, version, prompts: !given.flags.has('no-prompts') });
}

async function readGivenTarget(
  given: GivenOptions,
  context: CommandContext,
  language: Language,
): Promise<SessionTarget> {
  const { binding, resourceUri, spn, channelBinding, fromKeychain } = readConnection(given);
  const network = readNetwork(given);
  const question = formatMessage(language, 'cli.password.question', { user: binding.user });
  const { scheme, user, url, trust } = binding;
  const password = user === '' ? '' : await findPassword(binding, fromKeychain, { ...asking(context), question });
  const find = findNetworkSecret({ keychain: fromKeychain, asks: !fromKeychain }, asking(context), language);
  const way = { ...USUAL_WAY, spn, network, channelBinding, resourceUri };
  const connection = { url: url.href, user, scheme, trust, ...way };
  return targetOf(connection, password, await networkSecrets(network, find));
}
