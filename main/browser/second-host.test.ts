import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, pageHeaders } from './http-client.fixture.ts';

type Program = ChildProcessByStdio<null, Readable, Readable>;

const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));
const WITHOUT_ELECTRON = new URL('../settings/without-electron.ts', import.meta.url).href;
const PRACTICE = fileURLToPath(new URL('../practice/entry.ts', import.meta.url));

let folder: string;
const programs: Program[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-second-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
});
afterEach(() => {
  for (const program of programs.splice(0)) if (program.exitCode === null) program.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start(how = '--print-url'): Program {
  const flags = ['--renderer', folder, '--practice-entry', PRACTICE, '--settings', join(folder, 'settings')];
  const program = spawn(process.execPath, ['--import', WITHOUT_ELECTRON, ENTRY, how, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', DISPLAY: '', WAYLAND_DISPLAY: '', DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  });
  programs.push(program);
  return program;
}

async function urlOf(program: Program): Promise<URL> {
  for await (const line of createInterface({ input: program.stdout })) {
    return new URL((JSON.parse(line) as { readonly url: string }).url); // What --print-url promises.
  }
  throw new Error('it ended without a URL');
}

/** The status of being admitted with a launch URL's token. */
async function admitted(url: URL): Promise<number> {
  const port = Number(url.port);
  const body = JSON.stringify({ token: url.hash.replace('#token=', '') });
  return (await ask(port, { method: 'POST', path: '/api/session', headers: pageHeaders(port), body })).status;
}

describe('a second host on one settings folder', () => {
  it('gives another window of the first one, and ends well', async () => {
    const first = await urlOf(start());
    const program = start();
    const ended = once(program, 'exit');
    const second = await urlOf(program);
    expect(await ended).toEqual([0, null]);
    expect(second.port).toBe(first.port);
    expect(second.hash).not.toBe(first.hash);
    expect([await admitted(second), await admitted(second), await admitted(first)]).toEqual([200, 403, 200]);
  });

  it('says to a person where the window is, and not that Ctrl+C ends what it has not started', async () => {
    await urlOf(start());
    const program = start('--no-browser');
    const said = await text(program.stdout);
    expect(said).toMatch(/^Edgewise runs already .*\n.*\n {2}http:\/\/127\.0\.0\.1:\d+\/#token=\S+\n$/);
  });

  it('takes over when the first was killed', async () => {
    const program = start();
    const first = await urlOf(program);
    const killed = once(program, 'exit');
    program.kill('SIGKILL');
    await killed;
    const second = await urlOf(start());
    expect(await admitted(second)).toBe(200);
    await expect(admitted(first)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('takes over when the first ends just now', async () => {
    const program = start();
    await urlOf(program);
    program.kill('SIGTERM');
    expect(await admitted(await urlOf(start()))).toBe(200);
  });

  it('that starts at the same moment is a window of the other', async () => {
    const [one, other] = await Promise.all([urlOf(start()), urlOf(start())]);
    expect(one.port).toBe(other.port);
    expect([await admitted(one), await admitted(other)]).toEqual([200, 200]);
  });
});
