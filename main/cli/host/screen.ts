import { randomUUID } from 'node:crypto';
import type { Language } from '../../../shared/i18n/index.ts';
import type { HostFacts, PipelineHost, ProgressRecord } from '../../psrp/index.ts';
import type { Printer } from '../invoke.ts';
import type { Asking } from './choices.ts';
import { createProgressLine } from './progress-line.ts';
import { askingOf, createTerminalHost } from './terminal-host.ts';
import { windowOf, type TerminalStreams } from './typed-line.ts';

/** What one `invoke` shows and asks. */
export interface Screen {
  /** The printer, which takes the progress line away before it prints. */
  readonly printer: Printer;
  readonly progress: (record: ProgressRecord) => void;
  /** Takes a progress line away that is left. */
  readonly endProgress: () => void;
  /** Somebody to ask, or null where nobody is there. */
  readonly person: Person | null;
  /** Aborts when Ctrl+C is typed at a question. */
  readonly interrupted: AbortSignal;
  /** The status the server wished the program to end with; 0 unless it did. */
  readonly exitWish: () => number;
}

/** Whoever sits at the terminal. */
export interface Person {
  /** For the questions of a server, by the name it was connected to. */
  hostFor(server: string): PipelineHost;
  /** For questions of our own. */
  asking(signal: AbortSignal): Asking;
}

/** What a screen is made of. */
export interface ScreenMeans {
  readonly streams: TerminalStreams;
  readonly printer: Printer;
  readonly language: Language;
  /** Our own version. */
  readonly version: string;
  /** False: nobody is to be asked (`--no-prompts`). */
  readonly prompts: boolean;
}

const CULTURES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko-KR' };

/** The screen of one `invoke`. Somebody is there where standard input and standard error are both terminals. */
export function openScreen({ streams, printer, language, version, prompts }: ScreenMeans): Screen {
  const { stdin, stderr } = streams;
  const progress = createProgressLine(stderr, () => performance.now());
  const interrupted = new AbortController();
  const exit = { code: 0 };
  const say = (text: string): void => {
    progress.clear();
    if (text !== '') printer.err(text);
  };
  const interrupt = (): void => interrupted.abort();
  const facts: HostFacts = {
    name: 'Edgewise',
    version,
    instanceId: randomUUID().toUpperCase(),
    culture: CULTURES[language],
    windowTitle: 'edgewise invoke',
    ...windowOf(stderr),
  };
  const person: Person = {
    hostFor: (server) =>
      createTerminalHost({
        ...{ streams, language, facts, server, say, interrupt },
        exit: (code) => (exit.code = code),
      }),
    asking: (signal) => askingOf({ streams, language, say, interrupt }, signal),
  };
  return {
    printer: {
      out: (text) => {
        progress.clear();
        printer.out(text);
      },
      err: say,
    },
    progress: (record) => progress.show(record),
    endProgress: () => progress.clear(),
    person: prompts && stdin.isTTY === true && stderr.isTTY === true ? person : null,
    interrupted: interrupted.signal,
    exitWish: () => exit.code,
  };
}
