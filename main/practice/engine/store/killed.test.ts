import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readStateFile } from './state-file.ts';

const WRITER = fileURLToPath(new URL('endless-writer.fixture.ts', import.meta.url));
const LANES = 2;
const KILLS_A_LANE = 15;
/** A write of this state takes a few milliseconds; the kill comes anywhere in the first few of them. */
const KILL_WITHIN_MS = 30;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a process write until it is killed at some moment; gives the number of the last write it confirmed, or null. */
async function writeUntilKilled(file: string): Promise<number | null> {
  const child = spawn(process.execPath, [WRITER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * KILL_WITHIN_MS);
    printed += text;
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, how) => resolve(how)));
  expect(signal).toBe('SIGKILL');
  const last = printed.trimEnd().split('\n').at(-1);
  return last === undefined || last === '' ? null : Number(last);
}

it('a state file outlives kill -9 during writes: always readable, and nothing that was confirmed is lost', async () => {
  const lane = async (number: number): Promise<number> => {
    const file = join(folder, `lane-${number}.json`);
    let confirmed = 0;
    for (let kill = 0; kill < KILLS_A_LANE; kill += 1) {
      const last = await writeUntilKilled(file);
      const { configuration, setAside } = readStateFile(file, 0);
      expect(setAside).toBeNull();
      const numbers = (configuration?.blocked ?? []).map((row) => row.domain).slice(3);
      // Whole and in order; the one being written when the process died may be there as well.
      expect(numbers).toEqual(numbers.map((_, place) => `w${place + 3}.example`));
      expect(last).not.toBeNull();
      expect(numbers.length + 3 - 1 - (last ?? 0)).toBeOneOf([0, 1]);
      confirmed = last ?? confirmed;
    }
    return confirmed;
  };
  const written = await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  expect(Math.min(...written)).toBeGreaterThan(KILLS_A_LANE);
  // A write that was cut off leaves its half beside the file, and the next one takes its place.
  expect(readdirSync(folder).length).toBeLessThanOrEqual(2 * LANES);
}, 60_000);
