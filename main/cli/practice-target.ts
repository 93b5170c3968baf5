import { failure } from '../../shared/errors.ts';
import type { SessionTarget } from '../session/index.ts';
import { forkPractice } from '../practice/child/fork-practice.ts';
import { practiceTarget, readyOf, type PracticeReady, type SignInAccount } from '../practice/child/practice-ready.ts';
import { CONNECTION_OPTIONS } from './connection.ts';
import { NETWORK_OPTIONS } from './network-options.ts';
import { missing, together, wrongChoice } from './option-failures.ts';
import type { GivenOptions, OptionShape } from './options.ts';

/** The options that ask for the practice deployment of this workstation. */
export const PRACTICE_OPTIONS = { practice: 'flag', as: 'text' } as const satisfies OptionShape;

const ACCOUNTS: readonly SignInAccount[] = ['administrator', 'viewer', 'useradmin', 'helpdesk'];
/** What the practice deployment brings itself. */
const BROUGHT = Object.keys({ ...CONNECTION_OPTIONS, ...NETWORK_OPTIONS });

/** Other ways to say where to connect. */
const OTHERS = ['url', 'deployment'];

/** The practice deployment as a target, and how to let it go again. */
export interface JoinedPractice {
  readonly target: SessionTarget;
  leave(): Promise<void>;
}

/**
 * Refuses what cannot be beside `--practice`, and what means nothing without it. Throws input.options-exclusive, input.option-missing.
 */
export function requirePractice({ texts, flags }: GivenOptions): void {
  const beside = BROUGHT.find((name) => texts.has(name) || flags.has(name));
  if (flags.has('practice') && beside !== undefined) throw together('--practice', `--${beside}`);
  const given = OTHERS.find((name) => texts.has(name));
  if (texts.has('as') && given !== undefined) throw together('--as', `--${given}`);
  if (texts.has('as') && !flags.has('practice')) throw missing('--practice');
}

/**
 * Joins the practice deployment that runs on this workstation, or starts one for as long as the command takes.
 * Throws input.option-choice, workstation.practice-not-started, workstation.cancelled.
 */
export async function joinPractice(
  given: GivenOptions,
  practiceProgram: string,
  signal: AbortSignal,
): Promise<JoinedPractice> {
  const asked = given.texts.get('as') ?? 'administrator';
  const account = ACCOUNTS.find((candidate) => candidate === asked);
  if (account === undefined) throw wrongChoice('--as', asked, ACCOUNTS);
  if (signal.aborted) throw failure('workstation.cancelled', {});
  const process = forkPractice({ entry: practiceProgram, folder: null, domains: null });
  return { target: practiceTarget(await readyUnless(signal, process), account), leave: () => process.stop() };
}

/** What a practice process says, unless it is given up before: then the process has ended when this throws. */
async function readyUnless(signal: AbortSignal, process: ReturnType<typeof forkPractice>): Promise<PracticeReady> {
  const aborted = Promise.withResolvers<null>();
  const onAbort = (): void => aborted.resolve(null);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const ready = await Promise.race([aborted.promise, readyOf(process)]);
    if (ready !== null) return ready;
    await process.stop();
    throw failure('workstation.cancelled', {});
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
