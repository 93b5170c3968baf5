import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, pageHeaders } from './http-client.fixture.ts';

type Program = ChildProcessByStdio<null, Readable, Readable>;

const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));
/** The program runs from its sources here, where nothing takes `electron` out of electron-store. */
const WITHOUT_ELECTRON = new URL('../settings/without-electron.ts', import.meta.url).href;
const PRACTICE = fileURLToPath(new URL('../practice/entry.ts', import.meta.url));

let folder: string;
const programs: Program[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-entry-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
});
afterEach(() => {
  for (const program of programs.splice(0)) if (program.exitCode === null) program.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(...flags: string[]): Program {
  const environment = { ...process.env, LC_ALL: 'C', DISPLAY: '', WAYLAND_DISPLAY: '' };
  const program = spawn(process.execPath, ['--import', WITHOUT_ELECTRON, ENTRY, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  programs.push(program);
  return program;
}

function serving(...flags: string[]): Program {
  return start('--renderer', folder, '--practice-entry', PRACTICE, '--settings', join(folder, 'settings'), ...flags);
}

async function ended(program: Program): Promise<readonly [number | null, string]> {
  let complaint = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = (await once(program, 'close')) as [number | null];
  return [code, complaint];
}

async function lines(program: Program, count: number): Promise<readonly string[]> {
  const read: string[] = [];
  for await (const line of createInterface({ input: program.stdout })) {
    read.push(line);
    if (read.length === count) break;
  }
  return read;
}

describe('the program', () => {
  it.each([
    ['--help', /^Usage: npm start -- /],
    ['-h', /--print-url/],
    ['--version', /^\d+\.\d+\.\d+\S*$/],
  ])('answers %s in the terminal, and opens nothing', async (flag, said) => {
    const program = start('--renderer', folder, flag);
    const read = lines(program, 99);
    expect(await ended(program)).toEqual([0, '']);
    expect((await read).join('\n')).toMatch(said);
  });

  it('prints one line of JSON, serves its deployment, and takes its processes with it', async () => {
    const program = serving('--print-url');
    const [line = ''] = await lines(program, 1);
    const url = new URL((JSON.parse(line) as { url: string }).url);
    const port = Number(url.port);
    const token = url.hash.replace('#token=', '');
    const post = async (path: string, body: unknown, secret?: string): Promise<unknown> => {
      const headers = pageHeaders(port, secret);
      return JSON.parse((await ask(port, { method: 'POST', path, headers, body: JSON.stringify(body) })).body);
    };
    const { secret } = (await post('/api/session', { token })) as { secret: string };
    const opened = await post('/api/request/deployments.open', { deployment: 'practice' }, secret);
    expect(opened).toMatchObject({ ok: true, value: { deployment: { kind: 'practice' } } });
    const practice = (opened as { value: { deployment: { url: string } } }).value.deployment.url;

    program.kill('SIGTERM');
    expect(await ended(program)).toEqual([0, '']);
    await expect(fetch(practice)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it('says in words why it opens no browser, and where the page is', async () => {
    const why = process.getuid?.() === 0 ? /^You are root/ : /^There is no display/;
    const [first, second, third, last] = await lines(serving(), 4);
    expect(first).toMatch(why);
    expect(second).toBe('Open this address in a browser on this machine (it works once):');
    expect(third).toMatch(/^ {2}http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]{43}$/);
    expect(last).toBe('Ctrl+C ends Edgewise.');
  });

  it('asks nobody for a reason when no browser is wanted', async () => {
    expect((await lines(serving('--no-browser'), 1))[0]).toMatch(/^Open this address/);
  });

  it('refuses flags it does not know with status 2, and a page that is not there with status 1', async () => {
    const [unknown, complaint] = await ended(start('--port', '80'));
    expect([unknown, complaint]).toEqual([2, expect.stringContaining('--port')]);
    const absent = join(folder, 'absent');
    const [missing, reason] = await ended(start('--renderer', absent, '--practice-entry', PRACTICE));
    expect([missing, reason]).toEqual([1, expect.stringContaining(absent)]);
  });
});
