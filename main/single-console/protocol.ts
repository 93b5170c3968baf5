import { z } from 'zod';
import { storedError } from '../journal/records.ts';

const scalar = z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()]);
const writtenArgument = z.strictObject({
  name: z.string().max(200).nullable(),
  /** Left out: the parameter stands alone, as a switch does. */
  value: z.union([scalar, z.array(scalar).max(10_000).readonly()]).optional(),
  colon: z.boolean(),
});

/** A cmdlet that writes, as it was typed at the command line, for the console to send with the password it keeps. */
const directWrite = z.strictObject({
  kind: z.literal('write'),
  deployment: z.string().min(1).max(100),
  commands: z
    .array(z.strictObject({ name: z.string().max(200), arguments: z.array(writtenArgument).max(500).readonly() }))
    .min(1)
    .max(50)
    .readonly(),
  json: z.boolean(),
  language: z.enum(['en', 'ko']),
  confirmName: z.string().max(100).nullable(),
});

/** What one program of these settings may ask the running console. Add a kind here, and its answer in `answers.ts`. */
export const consoleAsk = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('window') }), directWrite]);
export type ConsoleAsk = z.infer<typeof consoleAsk>;

/** The first and only frame of who asks: the key is the one the lock file names, so he may read the user's own files. */
export const askFrame = z.strictObject({ key: z.string().max(200), ask: consoleAsk });

/** What the running console answers, frame by frame; the last three kinds and `window` end it. */
export const replyFrame = z.discriminatedUnion('kind', [
  /** A window is open there, or is to be opened at this launch URL by who asks. */
  z.object({ kind: z.literal('window'), url: z.string().max(500).nullable() }),
  z.object({ kind: z.literal('out'), text: z.string() }),
  z.object({ kind: z.literal('err'), text: z.string() }),
  /** It holds the lock and is no console, or ends just now: ask again, or take the lock when it is free. */
  z.object({ kind: z.literal('busy') }),
  z.object({ kind: z.literal('done'), clean: z.boolean() }),
  z.object({ kind: z.literal('failed'), error: storedError }),
]);
export type ReplyFrame = z.infer<typeof replyFrame>;

/** What the holder of the lock says to who finds it: where it listens, and the key to be let in. */
export const holderNote = z.object({ address: z.string(), key: z.string() });
export type HolderNote = z.infer<typeof holderNote>;
