import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumPath } from '../../fixtures/chromium.ts';

/** A Chromium of the stand-in's own. */
export interface RunningChromium {
  /** Its DevTools endpoint, `ws://…`. */
  readonly endpoint: string;
  end(): Promise<void>;
}

/** Starts Debian's Chromium without a window and without a network of its own. */
export async function startChromium(): Promise<RunningChromium> {
  // Electron's binary says it to who asked for a port; Playwright waits for the line, and takes the switch away meanwhile.
  const isTold = process.argv.includes('--remote-debugging-port=0');
  const profile = mkdtempSync(join(tmpdir(), 'edgewise-stand-in-'));
  const child = spawn(
    chromiumPath(),
    [
      '--headless',
      // As main opens its windows: Chromium's own 780 x 493 is a narrow window, which shows a pane in the table's place.
      '--window-size=1280,800',
      // Chromium's sandbox refuses to run as root, which is what a build machine is; elsewhere it stays on.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-sync',
      '--no-first-run',
      '--lang=en-US',
      '--no-startup-window',
    ],
    // A group of its own, so that no renderer outlives it.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const killAll = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  // A program that dies must not leave a browser behind, nor one whose test is gone.
  process.once('exit', () => {
    killAll();
    rmSync(profile, { recursive: true, force: true });
  });
  for (const name of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(name, () => process.exit(1));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    endpoint: await endpointOf(child.stderr, isTold),
    end: async () => {
      killAll();
      await ended;
    },
  };
}

async function endpointOf(stderr: NodeJS.ReadableStream, isTold: boolean): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const endpoint = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
    // The rest is let flow by: a pipe that nobody reads would stop the browser.
    if (endpoint !== undefined) {
      stderr.resume();
      if (isTold) process.stderr.write(`${line}\n`);
      return endpoint;
    }
  }
  throw new Error('Chromium ended before it said where it listens');
}
