import { Failure } from '../../../shared/errors.ts';
import { formatMessage, type Language } from '../../../shared/i18n/index.ts';
import { Unanswered, type HostFacts, type HostStream, type PipelineHost } from '../../psrp/index.ts';
import { printable } from '../output/text.ts';
import { askChoice, askChoices, type Asking } from './choices.ts';
import { askCredential, askFields } from './fields.ts';
import { readTypedLine, type TerminalStreams } from './typed-line.ts';

/** What a terminal host works with. */
export interface TerminalHostMeans {
  readonly streams: TerminalStreams;
  readonly language: Language;
  readonly facts: HostFacts;
  /** The server that asks, as it was connected to: said before each secret. */
  readonly server: string;
  /** Writes to standard error, the progress line taken away before. */
  readonly say: (text: string) => void;
  /** Ctrl+C was typed at a question. */
  readonly interrupt: () => void;
  /** The server wishes the program to end with this status. */
  readonly exit: (code: number) => void;
}

/** What comes to the host alone: of the other streams a server sends a record as well (seen with PowerShell 7.6). */
const HERE: ReadonlySet<HostStream> = new Set(['plain', 'error']);

/** A host that shows everything on standard error, and asks whoever sits at the terminal. */
export function createTerminalHost(means: TerminalHostMeans): PipelineHost {
  const { language, say, server } = means;
  const notice = `${formatMessage(language, 'cli.host.secret', { server: printable(server) })}\n`;
  const asking = (signal: AbortSignal): Asking => askingOf(means, signal, notice);
  return {
    facts: means.facts,
    write: (stream, text) => {
      if (HERE.has(stream)) say(printable(text));
    },
    // Its record shows it.
    progress: () => undefined,
    exit: means.exit,
    readLine: (secret, signal) => asking(signal).ask('', !secret),
    choose: (question, signal) => askChoice(question, asking(signal)),
    chooseSeveral: (question, signal) => askChoices(question, asking(signal)),
    fill: (question, signal) => askFields(question, asking(signal)),
    askCredential: (question, signal) => askCredential(question, asking(signal)),
  };
}

/**
 * Lines typed at the terminal; before each that is secret stands `notice`, lines of its own. Rejects with `Unanswered` at
 * the end of the input, workstation.cancelled for Ctrl+C.
 */
export function askingOf(
  { streams, language, say, interrupt }: Pick<TerminalHostMeans, 'streams' | 'language' | 'say' | 'interrupt'>,
  signal: AbortSignal,
  notice = '',
): Asking {
  return {
    language,
    say,
    ask: async (question, echo = true) => {
      say('');
      try {
        const typed = await readTypedLine({ streams, question: echo ? question : notice + question, echo, signal });
        if (typed === null) throw new Unanswered();
        return typed;
      } catch (caught) {
        if (caught instanceof Failure && !signal.aborted) interrupt();
        throw caught;
      }
    },
  };
}
