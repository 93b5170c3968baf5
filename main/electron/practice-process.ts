import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { utilityProcess, type UtilityProcess } from 'electron';
import { failure } from '../../shared/errors.ts';
import { END_MESSAGE } from '../practice/parent.ts';
import { practiceArguments, type PracticeProgram } from '../practice/child/practice-program.ts';
import type { PracticeProcess } from '../practice/child/practice-ready.ts';

/** How long a practice process may take to end when told to, in milliseconds. */
const END_MS = 5_000;

/** How long the last words of a process that has ended may take to arrive, in milliseconds. */
const LAST_WORDS_MS = 500;

const COMPLAINT_LENGTH = 2_000;

/**
 * Starts a practice deployment as a utility process: `fork` would need the runAsNode fuse, which a release has off. The
 * system ends it with this process. To be called once the application is ready.
 */
export function startPracticeUtility(program: PracticeProgram): PracticeProcess {
  const child = utilityProcess.fork(program.entry, [...practiceArguments(program)], {
    serviceName: 'Edgewise Practice',
    stdio: ['ignore', 'ignore', 'pipe'],
    execArgv: [],
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (text: string) => (complaint = `${complaint}${text}`.slice(-COMPLAINT_LENGTH)));
  const exited = Promise.withResolvers<number>();
  child.once('exit', exited.resolve);
  const message = Promise.withResolvers<unknown>();
  child.once('message', message.resolve);
  void exited.promise.then(async (code) => {
    await lastWords(child);
    const reason = complaint.trim() === '' ? `it ended with ${code}` : complaint.trim();
    message.reject(failure('workstation.practice-not-started', { reason }));
  });
  const ended = exited.promise.then(() => undefined);
  return { message: message.promise, ended, stop: () => stop(child, ended) };
}

async function lastWords(child: UtilityProcess): Promise<void> {
  if (child.stderr !== null) await Promise.race([once(child.stderr, 'close'), delay(LAST_WORDS_MS)]);
}

async function stop(child: UtilityProcess, ended: Promise<void>): Promise<void> {
  child.postMessage(END_MESSAGE);
  const patience = setTimeout(() => child.kill(), END_MS);
  await ended;
  clearTimeout(patience);
}
