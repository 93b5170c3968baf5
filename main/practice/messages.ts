import type { PracticeAccounts } from './state/accounts.ts';

/** What a practice process says over its IPC channel to the one who forked it: once, when it is up or cannot be. */
export type PracticeMessage =
  | {
      readonly kind: 'practice-ready';
      readonly url: string;
      readonly caPem: string;
      readonly accounts: PracticeAccounts;
    }
  | { readonly kind: 'practice-failed'; readonly reason: string };
