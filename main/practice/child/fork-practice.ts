import { fork, type ChildProcess } from 'node:child_process';
import { failure } from '../../../shared/errors.ts';
import { practiceArguments, type PracticeProgram } from './practice-program.ts';
import type { PracticeProcess } from './practice-ready.ts';

/** How long a practice process may take to end after its channel is closed, in milliseconds. */
const END_MS = 5_000;

/** How much of its standard error is kept to say why it did not start, in characters. */
const COMPLAINT_LENGTH = 2_000;

/**
 * Forks a practice deployment. It ends when its channel closes, so it never outlives this process; a terminal's signals
 * do not reach it (on Windows a detached process would have a window of its own).
 */
export function forkPractice(program: PracticeProgram): PracticeProcess {
  const child = fork(program.entry, [...practiceArguments(program)], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A debugger's port of ours is not to be inherited.
    execArgv: [],
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-COMPLAINT_LENGTH);
  });
  const ended = endOf(child);
  return { message: firstMessage(child, ended, () => complaint), ended, stop: () => stop(child, ended) };
}

async function firstMessage(child: ChildProcess, ended: Promise<void>, complaint: () => string): Promise<unknown> {
  const message = Promise.withResolvers<unknown>();
  child.once('message', message.resolve);
  void ended.then(() => {
    const reason =
      complaint().trim() === '' ? `it ended with ${child.exitCode ?? child.signalCode}` : complaint().trim();
    message.reject(failure('workstation.practice-not-started', { reason }));
  });
  return await message.promise;
}

/**
 * The end of the process and of what it had to say. Not the process's `close`: Node never emits it once the parent has
 * disconnected (seen on 24.21). A process that could not be started at all has only `error`.
 */
async function endOf(child: ChildProcess): Promise<void> {
  const failed = Promise.withResolvers<undefined>();
  const exited = Promise.withResolvers<undefined>();
  const silent = Promise.withResolvers<undefined>();
  child.once('error', () => failed.resolve(undefined));
  child.once('exit', () => exited.resolve(undefined));
  child.stderr?.once('close', () => silent.resolve(undefined));
  await Promise.race([Promise.all([exited.promise, silent.promise]), failed.promise]);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  const patience = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(patience);
}
