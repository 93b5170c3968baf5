import type { CommandMetadata, PipelineEvent, PipelineHost } from '../psrp/index.ts';
import { openSession } from '../session/index.ts';
import type { RemoteSession, SessionTarget } from '../session/index.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { bindCommands, needsKnowledge } from './command-text/bind.ts';
import type { WrittenCommand } from './command-text/parse.ts';
import { powershellOf } from './command-text/powershell.ts';
import type { Screen } from './host/screen.ts';
import { askSecrets } from './host/secrets.ts';
import type { OnSending } from '../journal/direct.ts';
import { jsonLine } from './output/json.ts';
import { errorRecordText, listText, printable } from './output/text.ts';

/** Where results and everything else go. */
export interface Printer {
  out(text: string): void;
  err(text: string): void;
}

/** How one pipeline is run and printed. */
export interface Invocation {
  readonly commands: readonly WrittenCommand[];
  readonly json: boolean;
  readonly language: Language;
  readonly signal: AbortSignal;
  /** Where somebody may be asked and progress is shown; none where a console runs the pipeline for a command line. */
  readonly screen?: Screen;
  /** Hears what is sent, just before; what it throws is thrown, and nothing is sent. */
  readonly onSending?: OnSending;
}

/**
 * Opens a session, runs the pipeline, prints every stream as it comes, and closes the session.
 * Returns true only when the pipeline completed without an error record, and the server wished for no other exit status
 * than 0. Throws any Failure of the wire's layers.
 */
export async function invoke(target: SessionTarget, invocation: Invocation, printer: Printer): Promise<boolean> {
  const { language, screen } = invocation;
  const signal = signalOf(invocation);
  const host = screen?.person?.hostFor(target.endpoint.url.hostname);
  const session = await openSession(target, {
    signal,
    host,
    onWarning: (text: string) => printer.err(`${formatMessage(language, 'cli.warning', { text: printable(text) })}\n`),
  });
  try {
    return await runOn(session, invocation, printer, host);
  } finally {
    screen?.endProgress();
    await session.close();
  }
}

/** The same on a session that is open, and stays so; without a host the server's questions are refused. */
export async function runOn(
  session: RemoteSession,
  invocation: Invocation,
  printer: Printer,
  host?: PipelineHost,
): Promise<boolean> {
  const { commands, onSending, screen } = invocation;
  const signal = signalOf(invocation);
  const asks = needsKnowledge(commands) || (onSending !== undefined && namesParameters(commands));
  const metadata = asks ? await askMetadata(session, commands, signal) : [];
  const known = (cmdlet: string, parameter: string) => parameterOf(metadata, cmdlet, parameter);
  const asked = await askSecrets(commands, known, session, screen?.person ?? null, signal);
  const sent = bindCommands(commands, (cmdlet, parameter) => known(cmdlet, parameter)?.isSwitch, asked);
  await onSending?.(commands[0]?.name ?? '', powershellOf(commands, known));
  const records = { seen: 0 };
  const outcome = await session.run(sent, {
    signal,
    ...(host === undefined ? {} : { host }),
    onEvent: (event) => {
      if (event.kind === 'error') records.seen += 1;
      // What Write-Host says comes as a record too; a host has shown it.
      if (event.kind === 'information' && host !== undefined && event.record.tags.includes('PSHOST')) return;
      printEvent(event, invocation, printer);
    },
  });
  if (outcome.state !== 'completed' && outcome.reason !== null) printer.err(errorRecordText(outcome.reason));
  return records.seen === 0 && outcome.state === 'completed' && (screen?.exitWish() ?? 0) === 0;
}

const RECORD_LINES = { warning: 'cli.warning', verbose: 'cli.verbose', debug: 'cli.debug' } as const;

function printEvent(event: PipelineEvent, { json, language, screen }: Invocation, printer: Printer): void {
  switch (event.kind) {
    case 'output':
      printer.out(json ? `${printable(jsonLine(event.value))}\n` : listText(event.value));
      break;
    case 'error':
      printer.err(errorRecordText(event.record));
      break;
    case 'warning':
    case 'verbose':
    case 'debug':
      printer.err(`${formatMessage(language, RECORD_LINES[event.kind], { text: printable(event.text) })}\n`);
      break;
    case 'information':
      printer.err(`${printable(event.record.text)}\n`);
      break;
    case 'progress':
      screen?.progress(event.record);
      break;
    // The host serves its calls itself, and how the pipeline ended is told by its outcome.
    case 'host-call':
    case 'state':
      break;
  }
}

/** Whether a parameter is named, whose type tells if its value is a secret. */
function namesParameters(commands: readonly WrittenCommand[]): boolean {
  return commands.some((command) => command.arguments.some(({ name }) => name !== null));
}

/** Ends with the caller's interrupt, and with Ctrl+C at a question. */
function signalOf({ signal, screen }: Invocation): AbortSignal {
  return screen === undefined ? signal : AbortSignal.any([signal, screen.interrupted]);
}

/** Asks the server about the parameters; a command it does not tell of stays unknown. */
async function askMetadata(
  session: RemoteSession,
  commands: readonly WrittenCommand[],
  signal: AbortSignal,
): Promise<readonly CommandMetadata[]> {
  return await session.commandMetadata([...new Set(commands.map((command) => command.name))], { signal });
}

/** PowerShell takes an unambiguous beginning of a parameter's name, and aliases, without regard to case. */
function parameterOf(
  metadata: readonly CommandMetadata[],
  cmdlet: string,
  parameter: string,
): CommandMetadata['parameters'][number] | undefined {
  const wanted = parameter.toLowerCase();
  const command = metadata.find((candidate) => candidate.name.toLowerCase() === cmdlet.toLowerCase());
  const parameters = command?.parameters ?? [];
  const exact = parameters.find(({ name, aliases }) =>
    [name, ...aliases].some((known) => known.toLowerCase() === wanted),
  );
  if (exact !== undefined) return exact;
  const begun = parameters.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  return begun.length === 1 ? begun[0] : undefined;
}
