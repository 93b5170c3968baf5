import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { journalRecord, type JournalRecord } from './records.ts';

/** The key of the keychain, and the name its lines carry. */
export interface SealKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** One line of a journal file, read. */
export interface JournalLine {
  /** From 1, without a gap, over all files. */
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** SHA-256 of the line before, whatever it holds; of nothing for the first. */
  readonly previous: string;
  /** The id of the key its digest was made with; null = SHA-256 alone, which anybody can make. */
  readonly seal: string | null;
  readonly record: JournalRecord;
}

const line = z.object({
  sequence: z.number().int().positive(),
  at: z.string(),
  previous: z.string(),
  seal: z.string().nullable(),
  record: journalRecord,
});

/** The end of every line: its digest is made over all that stands before, to the byte, as it is in the file. */
const DIGEST = /,"digest":"([0-9a-f]{64})"\}$/;

/** What the first line of a journal follows. */
export const BEFORE_THE_FIRST = hashOf('');

/** SHA-256 of a line's text, in lower-case hex: how the next line and the keychain know it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The key made of 32 random bytes; its id is no secret. */
export function sealKey(bytes: Buffer): SealKey {
  return { id: createHash('sha256').update('edgewise-journal').update(bytes).digest('hex').slice(0, 16), bytes };
}

/** Writes a line without its line break: sealed with the key (HMAC-SHA-256), or with SHA-256 where there is none. */
export function writeLine(parts: Omit<JournalLine, 'seal'>, key: SealKey | null): string {
  const { sequence, at, previous, record } = parts;
  const body = JSON.stringify({ sequence, at, previous, seal: key?.id ?? null, record }).slice(0, -1);
  return `${body},"digest":"${digestOf(body, key)}"}`;
}

/** Reads a line; null for what is no line of ours. Whether it is as it was written is `checkLine`'s. */
export function readLine(text: string): JournalLine | null {
  try {
    return line.safeParse(JSON.parse(text)).data ?? null;
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}

/** Whether a line is as it was written: `unchecked` = it is sealed with a key that is not at hand. */
export function checkLine(text: string, seal: string | null, key: SealKey | null): 'good' | 'bad' | 'unchecked' {
  if (seal !== null && seal !== key?.id) return 'unchecked';
  const written = DIGEST.exec(text);
  if (written?.[1] === undefined) return 'bad';
  const digest = digestOf(text.slice(0, written.index), seal === null ? null : key);
  return timingSafeEqual(Buffer.from(digest), Buffer.from(written[1])) ? 'good' : 'bad';
}

function digestOf(body: string, key: SealKey | null): string {
  const hash = key === null ? createHash('sha256') : createHmac('sha256', key.bytes);
  return hash.update(body, 'utf8').digest('hex');
}
