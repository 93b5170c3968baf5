import type { CommandMetadata, PipelineEvent } from '../psrp/index.ts';
import { openSession } from '../session/index.ts';
import type { RemoteSession, SessionTarget } from '../session/index.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { bindCommands, needsSwitchKnowledge } from './command-text/bind.ts';
import type { WrittenCommand } from './command-text/parse.ts';
import { powershellOf } from './command-text/powershell.ts';
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
  /** Hears what is sent, just before; what it throws is thrown, and nothing is sent. */
  readonly onSending?: OnSending;
}

/**
 * Opens a session, runs the pipeline, prints every stream as it comes, and closes the session.
 * Returns true only when the pipeline completed without an error record. Throws any Failure of the wire's layers.
 */
export async function invoke(target: SessionTarget, invocation: Invocation, printer: Printer): Promise<boolean> {
  const { language, signal } = invocation;
  const session = await openSession(target, {
    signal,
    onWarning: (text: string) => printer.err(`${formatMessage(language, 'cli.warning', { text: printable(text) })}\n`),
  });
  try {
    return await runOn(session, invocation, printer);
  } finally {
    await session.close();
  }
}

/** The same on a session that is open, and stays so. */
export async function runOn(session: RemoteSession, invocation: Invocation, printer: Printer): Promise<boolean> {
  const { commands, signal, onSending } = invocation;
  const asks = needsSwitchKnowledge(commands) || (onSending !== undefined && namesParameters(commands));
  const metadata = asks ? await askMetadata(session, commands, signal) : [];
  const known = (cmdlet: string, parameter: string) => parameterOf(metadata, cmdlet, parameter);
  const sent = bindCommands(commands, (cmdlet, parameter) => known(cmdlet, parameter)?.isSwitch);
  await onSending?.(commands[0]?.name ?? '', powershellOf(commands, known));
  const records = { seen: 0 };
  const outcome = await session.run(sent, {
    signal,
    onEvent: (event) => {
      if (event.kind === 'error') records.seen += 1;
      printEvent(event, invocation, printer);
    },
  });
  if (outcome.state !== 'completed' && outcome.reason !== null) printer.err(errorRecordText(outcome.reason));
  return records.seen === 0 && outcome.state === 'completed';
}

const RECORD_LINES = { warning: 'cli.warning', verbose: 'cli.verbose', debug: 'cli.debug' } as const;

function printEvent(event: PipelineEvent, { json, language }: Invocation, printer: Printer): void {
  switch (event.kind) {
    case 'output':
      printer.out(json ? `${jsonLine(event.value)}\n` : listText(event.value));
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
    // Progress would tear the lines of other streams apart, the null host answers no calls, and how the pipeline
    // ended is told by its outcome.
    case 'progress':
    case 'host-call':
    case 'state':
      break;
  }
}

/** Whether a parameter is named, whose type tells if its value is a secret. */
function namesParameters(commands: readonly WrittenCommand[]): boolean {
  return commands.some((command) => command.arguments.some(({ name }) => name !== null));
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
