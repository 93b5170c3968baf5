import { z } from 'zod';
import { failure } from '../../../shared/errors.ts';
import type { SessionTarget } from '../../session/session.ts';

const RESOURCE_URI = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';

const account = z.object({ user: z.string(), password: z.string() });

/** The one message a practice process sends its parent. */
const firstMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('practice-ready'),
    url: z.url({ protocol: /^https$/ }),
    caPem: z.string(),
    accounts: z.object({ administrator: account, viewer: account, useradmin: account, helpdesk: account }),
  }),
  z.object({ kind: z.literal('practice-failed'), reason: z.string() }),
]);

/** What a practice process that is up tells: where it is, and who may sign in. */
export type PracticeReady = Extract<z.infer<typeof firstMessage>, { kind: 'practice-ready' }>;

/** A practice process as a host runs it: fork, or Electron's utilityProcess. */
export interface PracticeProcess {
  /** Its first message, as it came; rejects when it ends without one. */
  readonly message: Promise<unknown>;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks it to end by closing its channel; resolves when it has. */
  stop(): Promise<void>;
}

/** The accounts that hold a role. */
export type SignInAccount = keyof PracticeReady['accounts'];

/** A practice deployment as a session's target: its own authority as trust, the account's Basic sign-in. */
export function practiceTarget({ url, caPem, accounts }: PracticeReady, account: SignInAccount): SessionTarget {
  const { user, password } = accounts[account];
  return {
    endpoint: { url: new URL(url), trust: { kind: 'ca', pem: caPem }, signIn: { scheme: 'basic', user, password } },
    resourceUri: RESOURCE_URI,
  };
}

/** What a practice process says when it is up. Throws workstation.practice-not-started. */
export async function readyOf(process: PracticeProcess): Promise<PracticeReady> {
  const message = firstMessage.safeParse(await process.message);
  if (!message.success) {
    await process.stop();
    throw failure('workstation.practice-not-started', { reason: 'its first message is not one of ours' });
  }
  if (message.data.kind === 'practice-failed') {
    await process.stop();
    throw failure('workstation.practice-not-started', { reason: message.data.reason });
  }
  return message.data;
}
