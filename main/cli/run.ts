import { errorFrom } from '../../shared/errors.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import type { Language } from '../../shared/i18n/index.ts';
import type { KerberosMeans } from '../auth/index.ts';
import { forkAuthenticator } from '../auth/kerberos/authenticator.ts';
import { networkSecrets } from '../deployments/network-secrets.ts';
import { targetOf } from '../deployments/record.ts';
import { withKerberos } from '../session/index.ts';
import type { SessionTarget } from '../session/index.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { commandLineFailure } from './command-text/tokens.ts';
import { parseCommandWords } from './command-text/parse.ts';
import { CONNECTION_OPTIONS, readConnection } from './connection.ts';
import {
  CONFIGURED_OPTIONS,
  confirmedByName,
  passwordOf,
  readByAddress,
  readConfigured,
  settingsFolder,
} from './configured.ts';
import { examine } from './doctor.ts';
import { invoke } from './invoke.ts';
import { findNetworkSecret, NETWORK_OPTIONS, readNetwork } from './network-options.ts';
import type { Printer } from './invoke.ts';
import { chooseLanguage, errorText } from './messages.ts';
import { readOptions } from './options.ts';
import type { GivenOptions, OptionShape } from './options.ts';
import { openScreen, type Screen } from './host/screen.ts';
import type { TerminalStreams } from './host/typed-line.ts';
import { findPassword } from './password.ts';
import type { PasswordQuestion } from './password.ts';
import { runPasswordCommand } from './password-command.ts';
import { chosenSecret, SECRET_OPTIONS } from './secret-choice.ts';
import { PRACTICE_OPTIONS, joinPractice } from './practice-target.ts';
import { isReading, requireConfirmation } from './writes.ts';

/** What the command needs of its process. */
export interface CommandContext {
  readonly printer: Printer;
  readonly streams: TerminalStreams;
  readonly environment: NodeJS.ProcessEnv;
  readonly version: string;
  /** The practice deployment's program file. */
  readonly practiceProgram: string;
  /** The program of a Kerberos sign-in. */
  readonly authenticatorProgram: string;
  /** Aborted by an interrupt, or when nobody reads standard output any more. */
  readonly signal: AbortSignal;
}

/** A configured deployment's secrets are in the keychain; what is not there is asked for. */
const CONFIGURED = { keychain: true, asks: true } as const;

const LANGUAGES: readonly string[] = ['en', 'ko'];
const COMMON: OptionShape = { lang: 'text' };
const INVOKE: OptionShape = {
  ...COMMON,
  ...CONNECTION_OPTIONS,
  ...NETWORK_OPTIONS,
  ...PRACTICE_OPTIONS,
  ...CONFIGURED_OPTIONS,
  json: 'flag',
  yes: 'flag',
  'no-prompts': 'flag',
};
const DOCTOR: OptionShape = { ...COMMON, ...CONNECTION_OPTIONS, deployment: 'text', settings: 'text', json: 'flag' };
const PASSWORD: OptionShape = {
  ...COMMON,
  url: 'text',
  auth: 'text',
  user: 'text',
  ca: 'text',
  pin: 'text',
  ...SECRET_OPTIONS,
  deployment: 'text',
  settings: 'text',
};

/** Runs one `edgewise` command and returns its exit status (README). Never throws. */
export async function runEdgewise(argv: readonly string[], context: CommandContext): Promise<number> {
  const asked = askedLanguage(argv);
  const language = chooseLanguage(asked, context.environment);
  try {
    if (asked !== undefined && !LANGUAGES.includes(asked))
      throw commandLineFailure('option-choice', LANGUAGES.join(', '));
    return await dispatch(argv, context, language);
  } catch (caught) {
    const error = errorFrom(caught);
    context.printer.err(errorText(error, language));
    return exitStatus(error);
  }
}

async function dispatch(argv: readonly string[], context: CommandContext, language: Language): Promise<number> {
  const [command, ...rest] = argv;
  // Wherever it stands, also behind a command; after a bare `--` it is the cmdlet's.
  const own = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length);
  switch (own.includes('--help') ? '--help' : command) {
    case 'invoke':
      return runInvoke(readOptions(rest, INVOKE), context, language);
    case 'doctor':
      return runDoctor(readOptions(rest, DOCTOR), context, language);
    case 'password':
      return runPassword(readOptions(rest, PASSWORD), context, language);
    case '--version':
      context.printer.out(`${context.version}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      context.printer.out(formatMessage(language, 'cli.help'));
      return command === undefined ? 2 : 0;
    default:
      throw commandLineFailure('command-unknown', command);
  }
}

async function runInvoke(given: GivenOptions, context: CommandContext, language: Language): Promise<number> {
  const commands = parseCommandWords(given.words);
  const names = commands.map((command) => command.name);
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
  const practice = await joinPractice(given, context.practiceProgram);
  try {
    return await run(practice.target);
  } finally {
    await practice.leave();
  }
}

async function runDoctor(given: GivenOptions, context: CommandContext, language: Language): Promise<number> {
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

/** What Kerberos needs of this process. */
function kerberosOf({ authenticatorProgram }: CommandContext): KerberosMeans {
  return { start: forkAuthenticator(authenticatorProgram) };
}

function screenOf(given: GivenOptions, context: CommandContext, language: Language): Screen {
  const { streams, printer, version } = context;
  return openScreen({ streams, printer, language, version, prompts: !given.flags.has('no-prompts') });
}

async function configuredPassword(
  record: DeploymentRecord,
  context: CommandContext,
  language: Language,
): Promise<string> {
  const question = formatMessage(language, 'cli.password.question', { user: record.user });
  return await passwordOf(record, { ...asking(context), question }, (notice) =>
    context.printer.err(errorText(notice, language)),
  );
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

async function runPassword(given: GivenOptions, context: CommandContext, language: Language): Promise<number> {
  const [verb, surplus] = given.words;
  if (surplus !== undefined) throw commandLineFailure('words-surplus', surplus);
  const configured = await readConfigured(given, context.environment, ['user']);
  const binding = chosenSecret(given, configured);
  const { line, yes } = await runPasswordCommand(verb, binding, asking(context), language);
  context.printer.out(`${line}\n`);
  return yes ? 0 : 1;
}

function asking({ streams, signal }: CommandContext): Omit<PasswordQuestion, 'question'> {
  return { streams, signal };
}

/** Before the options are read, so that a refusal of them is in the language asked for. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at === -1) return undefined;
  return argv[at]?.includes('=') === true ? argv[at].slice('--lang='.length) : argv[at + 1];
}

function exitStatus(error: EdgewiseError): number {
  if (error.code === 'workstation.cancelled' || error.code === 'powershell.stopped') return 130;
  return error.layer === 'input' || error.code === 'plan.name-not-typed' ? 2 : 3;
}
