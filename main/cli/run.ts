import { errorFrom, failure } from '../../shared/errors.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { readConfigured } from './configured.ts';
import { asking, type CommandContext } from './context.ts';
import { chooseLanguage, errorText } from './messages.ts';
import { wrongChoice, wrongOption } from './option-failures.ts';
import { readOptions } from './options.ts';
import type { GivenOptions, OptionShape } from './options.ts';
import { readVerb, runPasswordCommand } from './password-command.ts';
import { DOCTOR_OPTIONS, runDoctor } from './run-doctor.ts';
import { INVOKE_OPTIONS, runInvoke } from './run-invoke.ts';
import { chosenSecret, SECRET_OPTIONS } from './secret-choice.ts';

/** As a process killed by SIGINT, 128 + 2. */
export const INTERRUPTED = 130;
/** EX_IOERR of sysexits.h. */
const OUTPUT_UNWRITABLE = 74;

const LANGUAGES: readonly string[] = ['en', 'ko'];
const COMMON: OptionShape = { lang: 'text' };
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
  const status = await statusOf(argv, context, asked, language);
  const reason = await context.unwritten();
  if (reason === null) return status;
  context.printer.err(errorText(failure('workstation.output-unwritable', { reason }).error, language));
  return OUTPUT_UNWRITABLE;
}

/** What is said where somebody interrupts a second time, of this command line. */
export function unwaitedText(argv: readonly string[], environment: NodeJS.ProcessEnv): string {
  return formatMessage(chooseLanguage(askedLanguage(argv), environment), 'cli.unwaited');
}

async function statusOf(
  argv: readonly string[],
  context: CommandContext,
  asked: string | undefined,
  language: Language,
): Promise<number> {
  try {
    if (asked !== undefined && !LANGUAGES.includes(asked)) throw wrongChoice('--lang', asked, LANGUAGES);
    return await dispatch(argv, context, language);
  } catch (caught) {
    const error = errorFrom(caught);
    const status = exitStatus(error);
    // That it was stopped is no news where output that cannot be written has stopped it.
    if (status !== INTERRUPTED || (await context.unwritten()) === null) {
      context.printer.err(errorText(error, language));
    }
    return status;
  }
}

async function dispatch(argv: readonly string[], context: CommandContext, language: Language): Promise<number> {
  const [command, ...rest] = argv;
  // Wherever it stands, also behind a command; after a bare `--` it is the cmdlet's.
  const own = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length);
  const asked = own.includes('--help') ? '--help' : command;
  switch (asked) {
    case 'invoke':
      return runInvoke(readOptions(rest, { ...COMMON, ...INVOKE_OPTIONS }), context, language);
    case 'doctor':
      return runDoctor(readOptions(rest, { ...COMMON, ...DOCTOR_OPTIONS }), context, language);
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
      return asked === undefined ? 2 : 0;
    default:
      throw failure('input.command-unknown', { command: asked });
  }
}

async function runPassword(given: GivenOptions, context: CommandContext, language: Language): Promise<number> {
  const [word, surplus] = given.words;
  const verb = readVerb(word);
  if (surplus !== undefined) throw wrongOption('words-surplus', surplus);
  const configured = await readConfigured(given, context.environment, ['user']);
  const binding = chosenSecret(given, configured);
  const { line, yes } = await runPasswordCommand(verb, binding, asking(context), language);
  context.printer.out(`${line}\n`);
  return yes ? 0 : 1;
}

/** Before the options are read, so that a refusal of them is in the language asked for. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at === -1) return undefined;
  return argv[at]?.includes('=') === true ? argv[at].slice('--lang='.length) : argv[at + 1];
}

function exitStatus(error: EdgewiseError): number {
  if (error.code === 'workstation.cancelled' || error.code === 'powershell.stopped') return INTERRUPTED;
  // A service name is looked at before anything is reached.
  if (error.code === 'sign-in.spn-malformed') return 2;
  return error.layer === 'input' || error.code === 'plan.name-not-typed' ? 2 : 3;
}
