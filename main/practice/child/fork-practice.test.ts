import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/errors.ts';
import { practiceDeployment } from '../../console/practice-deployment.ts';
import { openSession } from '../../session/index.ts';
import { forkPractice } from './fork-practice.ts';

const ENTRY = fileURLToPath(new URL('../entry.ts', import.meta.url));

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'edgewise-fork-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function program(source: string): string {
  const path = join(folder, `${crypto.randomUUID()}.mjs`);
  writeFileSync(path, source);
  return path;
}

async function reasonOf(entry: string): Promise<unknown> {
  const source = practiceDeployment({
    id: 'practice',
    name: 'Practice',
    start: () => forkPractice({ entry, folder: null, domains: null }),
    openSession,
  });
  try {
    await source.connect(new AbortController().signal);
  } catch (caught) {
    if (caught instanceof Failure) return [caught.error.code, caught.error.values];
    throw caught;
  }
  return 'connected';
}

describe('a practice process', () => {
  it.each([
    ['ends at once', 'process.exit(3)', 'it ended with 3'],
    ['ends with words', 'console.error("no room"); process.exit(1)', 'no room'],
    ['says that it failed', 'process.send({ kind: "practice-failed", reason: "state is locked" })', 'state is locked'],
    [
      'says something else',
      'process.send({ kind: "hello" }); setInterval(() => 0, 1e6)',
      'its first message is not one of ours',
    ],
  ])('that %s is a practice deployment that did not start', async (_, source, reason) => {
    expect(await reasonOf(program(source))).toEqual(['workstation.practice-not-started', { reason }]);
  });

  it('that is not there is one too', async () => {
    expect(await reasonOf(join(folder, 'absent.mjs'))).toEqual([
      'workstation.practice-not-started',
      { reason: expect.stringContaining('absent.mjs') as string },
    ]);
  });

  it.skipIf(process.platform !== 'linux')('is out of reach of a terminal’s Ctrl+C', async () => {
    // proc(5): the fifth field of stat is the process group.
    const source = `import { readFileSync } from 'node:fs';
      process.send([process.pid, Number(readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')[2])]);`;
    const child = forkPractice({ entry: program(source), folder: null, domains: null });
    const [pid, group] = (await child.message) as readonly [number, number]; // What the program above sends.
    expect(group).toBe(pid);
    await child.stop();
  });

  it('that has ended is waited for no longer', async () => {
    const quick = forkPractice({ entry: program('process.send(1)'), folder: null, domains: null });
    expect(await quick.message).toBe(1);
    await quick.stop();
    await quick.ended;
  });

  it('is started by the first connection, shared, and started again after it died', async () => {
    let starts = 0;
    const source = practiceDeployment({
      id: 'practice',
      name: 'Practice',
      start: () => {
        starts += 1;
        return forkPractice({ entry: ENTRY, folder: join(folder, 'state'), domains: 3 });
      },
      openSession,
    });
    const { signal } = new AbortController();
    expect([source.summary().url, starts]).toEqual(['', 0]);
    const [one, two] = await Promise.all([source.connect(signal), source.connect(signal)]);
    expect([starts, one.url]).toEqual([1, two.url]);
    expect(source.summary()).toMatchObject({ url: one.url, user: one.user, kind: 'practice' });
    await Promise.all([one.session.close(), two.session.close()]);
    await source.close();
    const again = await source.connect(signal);
    expect([starts, again.url]).toEqual([2, one.url]);
    await again.session.close();
    await source.close();
  });
});
