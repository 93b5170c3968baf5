import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createPartsReader } from '../../shared/contract/parts.ts';
import type { EventName } from '../../shared/contract/events.ts';
import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/result.ts';
import { ask, open, pageHeaders } from '../browser/http-client.fixture.ts';

const BROWSER = fileURLToPath(new URL('../browser/entry.ts', import.meta.url));
const PRACTICE = fileURLToPath(new URL('../practice/entry.ts', import.meta.url));
export const WITHOUT_ELECTRON = new URL('../settings/without-electron.ts', import.meta.url).href;

/** No path and no session bus: the keychain of whoever runs the tests is not theirs to write to. */
export const NO_KEYCHAIN = { PATH: '', LANG: 'C', DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

/** A console in a process of its own, and one window of it. */
export interface RunningConsole {
  /** Asks as a window does; rejects with the error as JSON. */
  readonly get: <Name extends RequestName>(name: Name, input: RequestInput<Name>) => Promise<RequestOutputs[Name]>;
  /** Resolves when the window has been told this from now on. */
  heard(event: EventName): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the browser host's program on a settings folder, and opens a window of it. */
export async function startConsole(settings: string): Promise<RunningConsole> {
  const renderer = join(settings, '..');
  writeFileSync(join(renderer, 'index.html'), '<!doctype html>');
  const flags = ['--print-url', '--renderer', renderer, '--practice-entry', PRACTICE, '--settings', settings];
  const child = spawn(process.execPath, ['--import', WITHOUT_ELECTRON, BROWSER, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: NO_KEYCHAIN,
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error('the console ended before it printed its URL');
  const { url } = JSON.parse(first.value) as { readonly url: string }; // What `--print-url` promises.
  const { port: portText, hash } = new URL(url);
  const port = Number(portText);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const headers = pageHeaders(port);
  const admitted = await ask(port, { method: 'POST', path: '/api/session', headers, body: JSON.stringify({ token }) });
  const { secret } = JSON.parse(admitted.body) as { readonly secret: string }; // main/browser/api.ts
  const cookie = admitted.headers['set-cookie']?.[0]?.split(';')[0];
  const window = { ...pageHeaders(port, secret), cookie };
  const told: string[] = [];
  const ears = new Set<() => void>();
  const stream = await open(port, { path: '/api/events', headers: window });
  const reading = createInterface({ input: stream });
  // The console may be killed under the stream.
  reading.on('error', () => undefined);
  reading.on('line', (line) => {
    told.push(line);
    for (const ear of ears) ear();
  });
  return {
    get: async <Name extends RequestName>(name: Name, input: RequestInput<Name>) => {
      const path = `/api/request/${name}`;
      const reply = await ask(port, { method: 'POST', path, headers: window, body: JSON.stringify(input) });
      const parts = createPartsReader();
      for (const line of reply.body.split('\n')) if (line !== '') parts.take(line);
      // The console of the same sources answers by the same contract.
      const result = parts.answer() as Result<RequestOutputs[Name]>;
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value;
    },
    heard: async (event) => {
      const from = told.length;
      const come = Promise.withResolvers<undefined>();
      const ear = (): void => {
        if (told.slice(from).some((line) => line.includes(`"${event}"`))) come.resolve(undefined);
      };
      ears.add(ear);
      await come.promise;
      ears.delete(ear);
    },
    end: (signal) => ended(child, signal),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
