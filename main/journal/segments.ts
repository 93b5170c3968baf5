import { open, readdir, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePrivateFolder } from '../single-console/private-folder.ts';

/** The files of a journal: `0001.jsonl` and on, each begun when the one before was full, or its key was lost. */
const SEGMENT = /^\d{4,}\.jsonl$/;

/** How much is read at once: between two parts the program does what else there is to do. */
const PART_BYTES = 1_048_576;

/** Part of what a file holds from an offset on: whole lines, and the bytes after the last line break. */
export interface SegmentRead {
  readonly lines: readonly string[];
  /** Where the last whole line ends, in bytes from the file's beginning. */
  readonly end: number;
  readonly rest: Buffer;
  /** Whether the file goes on behind `end`, by more than a line that was not written whole. */
  readonly more: boolean;
}

/** The names of the segments in order; none where there is no folder yet. Other errors are the system's. */
export async function listSegments(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => SEGMENT.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
  } catch (caught) {
    if (caught instanceof Error && 'code' in caught && caught.code === 'ENOENT') return [];
    throw caught;
  }
}

/** The name of the segment after this one; null = the first. */
export function segmentAfter(name: string | null): string {
  return `${String((name === null ? 0 : numberOf(name)) + 1).padStart(4, '0')}.jsonl`;
}

/** Reads the next part of a segment, from a byte offset on; null where the file is shorter than that. */
export async function readSegment(
  folder: string,
  name: string,
  from: number,
  partBytes = PART_BYTES,
): Promise<SegmentRead | null> {
  const file = await open(join(folder, name), 'r');
  try {
    const { size } = await file.stat();
    if (size < from) return null;
    // A line may be longer than a part: a plan of thousands of steps is one line.
    for (let wanted = partBytes; ; wanted *= 2) {
      const whole = await readAt(file, from, Math.min(wanted, size - from));
      const cut = whole.lastIndexOf(0x0a) + 1;
      const more = whole.length === wanted && from + wanted < size;
      if (cut === 0 && more) continue;
      const lines = cut === 0 ? [] : whole.toString('utf8', 0, cut - 1).split('\n');
      return { lines, end: from + cut, rest: whole.subarray(cut), more };
    }
  } finally {
    await file.close();
  }
}

/**
 * Writes lines at the end of a segment, whose last whole line ends at `end`, and returns when the disk has them. What was
 * written of them when that fails (a full disk) is taken back as far as the system lets us. It only ever appends: a
 * process that slept until its lock was taken over writes over nothing, and is told (an Error) that the file has grown.
 */
export async function appendLines(
  folder: string,
  name: string,
  end: number,
  lines: readonly string[],
): Promise<number> {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
  const file = await open(join(folder, name), 'a', 0o600);
  let written = 0;
  try {
    if ((await file.stat()).size !== end) throw new Error(`another process has written to ${name}`);
    while (written < bytes.length) {
      written += (await file.write(bytes, written, bytes.length - written)).bytesWritten;
    }
    await file.sync();
  } catch (caught) {
    if (written > 0) await takeBack(() => file.truncate(end));
    throw caught;
  } finally {
    await file.close();
  }
  if (end === 0) await syncFolder(folder);
  return end + bytes.length;
}

/** Puts a torn last line into a file of its own and cuts it off the segment. Gives the new file's name. */
export async function setTornAside(
  folder: string,
  name: string,
  end: number,
  rest: Buffer,
  at: string,
): Promise<string> {
  const aside = `torn-${at.replaceAll(':', '')}-${end}-${name}`;
  // Durable under its name before it is cut off: the other way round a power cut would lose it.
  await writeFile(join(folder, aside), rest, { mode: 0o600, flush: true });
  await syncFolder(folder);
  const file = await open(join(folder, name), 'r+');
  try {
    await file.truncate(end);
    await file.sync();
  } finally {
    await file.close();
  }
  return aside;
}

/** Makes the folder for its owner alone. */
export async function makeFolder(folder: string): Promise<void> {
  const made = makePrivateFolder(folder);
  if (made !== undefined) await syncFolder(dirname(made));
}

/** So many bytes from there on; fewer where the file ends before. */
async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

function numberOf(name: string): number {
  return Number.parseInt(name, 10);
}

/** What cannot be taken back is a torn line, which the next append sets aside: the first error is the one to tell. */
async function takeBack(work: () => Promise<void>): Promise<void> {
  await work().catch(() => undefined);
}

/** Makes a new file's name durable. Windows has no handle on a folder. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
