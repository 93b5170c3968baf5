import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import type { ControlRequest } from './stand-in/control.ts';
import { insideUrl } from './stand-in/origin.ts';

/** The clone's root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REGISTER = new URL('stand-in/register.ts', import.meta.url).href;

/** The built program, running on the stand-in. */
export interface RunningProgram {
  /** Where it keeps what is kept on this workstation. */
  readonly settings: string;
  /** The page of the only window, or of the newest. */
  page(): Promise<Page>;
  ask(request: ControlRequest): Promise<unknown>;
  /** What it has said on standard error. */
  stderr(): string;
  /** Quits as a person does; gives the exit code. */
  quit(): Promise<number | null>;
  /** Whatever became of it, nothing is left. */
  end(): Promise<void>;
}

/** Builds what is older than its sources: these tests drive the built files. */
export function buildProgram(): void {
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', "const { buildIfStale } = await import('./main/launch/build.mjs'); buildIfStale();"],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`the build failed:\n${run.stdout}${run.stderr}`);
}

interface StartOptions {
  readonly locale?: string;
  /** Whether Electron says that it is a package. */
  readonly packaged?: boolean;
}

/** Starts the built program with settings of its own. */
export async function startProgram(options: StartOptions = {}): Promise<RunningProgram> {
  const settings = mkdtempSync(join(tmpdir(), 'edgewise-electron-'));
  const child = fork(
    join(ROOT, 'dist/electron/main.js'),
    ['--settings', settings, `--lang=${options.locale ?? 'en-US'}`],
    {
      execArgv: ['--import', REGISTER],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ...(options.packaged === true && { EDGEWISE_STAND_IN_PACKAGED: '1' }) },
    },
  );
  let stderr = '';
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const ask = controlOf(child, () => stderr);
  const browser = await chromium.connectOverCDP(String(await ask({ ask: 'endpoint' })));
  return {
    settings,
    page: () => newestPage(browser),
    ask,
    stderr: () => stderr,
    quit: async () => {
      const exited = once(child, 'exit');
      await ask({ ask: 'quit' });
      await exited;
      return child.exitCode;
    },
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        // Its browser and its practice deployment end with it, by their channels.
        child.kill('SIGTERM');
        await exited;
      }
      await browser.close();
      rmSync(settings, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function controlOf(child: ChildProcess, stderr: () => string): RunningProgram['ask'] {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  child.on('message', (message) => {
    const { id, value } = message as { readonly id: number; readonly value: unknown }; // control.ts answers so.
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`the program ended:\n${stderr()}`));
  });
  return (request) => {
    const answer = Promise.withResolvers<unknown>();
    last += 1;
    waiting.set(last, answer);
    child.send({ id: last, request });
    return answer.promise;
  };
}

async function newestPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the browser has no context');
  const own = (page: Page): boolean => insideUrl(page.url()).startsWith('app://edgewise/');
  for (;;) {
    const page = context.pages().findLast(own);
    if (page !== undefined) return page;
    const opened = await Promise.race([
      context.waitForEvent('page'),
      ...context.pages().map(async (each) => (await each.waitForURL((url) => url.host !== ''), each)),
    ]);
    await opened.waitForURL((url) => insideUrl(url.href).startsWith('app://edgewise/'));
  }
}
