import type { SessionTarget } from '../session/index.ts';
import { forkPractice } from '../practice/child/fork-practice.ts';
import { practiceTarget, readyOf, type SignInAccount } from '../practice/child/practice-ready.ts';
import { commandLineFailure } from './command-text/tokens.ts';
import type { GivenOptions, OptionShape } from './options.ts';

/** The options that ask for the practice deployment of this workstation. */
export const PRACTICE_OPTIONS = { practice: 'flag', as: 'text' } as const satisfies OptionShape;

const ACCOUNTS: readonly SignInAccount[] = ['administrator', 'viewer', 'useradmin', 'helpdesk'];
const CONNECTION_OPTIONS_BESIDE = ['url', 'auth', 'user', 'ca', 'pin'];

/** The practice deployment as a target, and how to let it go again. */
export interface JoinedPractice {
  readonly target: SessionTarget;
  leave(): Promise<void>;
}

/**
 * Joins the practice deployment that runs on this workstation, or starts one for as long as the command takes.
 * Throws input.command-line, workstation.practice-not-started.
 */
export async function joinPractice(given: GivenOptions, practiceProgram: string): Promise<JoinedPractice> {
  const beside = CONNECTION_OPTIONS_BESIDE.find((name) => given.texts.has(name));
  if (beside !== undefined) throw commandLineFailure('options-exclusive', `--practice, --${beside}`);
  const account = ACCOUNTS.find((candidate) => candidate === (given.texts.get('as') ?? 'administrator'));
  if (account === undefined) throw commandLineFailure('option-choice', ACCOUNTS.join(', '));
  const process = forkPractice({ entry: practiceProgram, folder: null, domains: null });
  return { target: practiceTarget(await readyOf(process), account), leave: () => process.stop() };
}
