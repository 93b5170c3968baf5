import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RequestInput, RequestName, RequestOutputs } from '../../../shared/contract/requests.ts';
import type { Result } from '../../../shared/result.ts';
import { ask, pageHeaders } from '../../../main/browser/http-client.fixture.ts';
import { serverDraft } from '../../../main/deployments/server-draft.fixture.ts';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import { missingProgram, peerIsHere } from '../missing.ts';

const BROWSER = fileURLToPath(new URL('../../../main/browser/entry.ts', import.meta.url));
const CLI = fileURLToPath(new URL('../../../main/cli/entry.ts', import.meta.url));
const PRACTICE = fileURLToPath(new URL('../../../main/practice/entry.ts', import.meta.url));
const WITHOUT_ELECTRON = new URL('../../../main/settings/without-electron.ts', import.meta.url).href;
const HERE = peerIsHere(
  'gnome-keyring',
  missingProgram('/usr/bin/dbus-run-session', 'dbus') ??
    missingProgram('/usr/bin/gnome-keyring-daemon', 'gnome-keyring'),
);

/** A session bus of its own with an unlocked keyring; the entries stay in `home` between sessions. */
const UNLOCKED = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';

let practice: RunningPractice;
let home: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  practice = await startPractice();
  home = mkdtempSync(join(tmpdir(), 'edgewise-keyring-'));
  writeFileSync(join(home, 'index.html'), '<!doctype html>');
});
afterEach(async () => {
  for (const child of running.splice(0)) await end(child);
});
afterAll(async () => {
  await practice.close();
  rmSync(home, { recursive: true, force: true });
});

function withKeyring(program: string, args: readonly string[]): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, LANG: 'C' };
  const inside = ['sh', '-c', UNLOCKED, 'sh', process.execPath, '--import', WITHOUT_ELECTRON, program, ...args];
  const child = spawn('dbus-run-session', ['--', ...inside], { env, stdio: 'pipe', detached: true });
  running.push(child);
  return child;
}

/** The bus, the keyring and the program are one group. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}

type Ask = <Name extends RequestName>(name: Name, input: RequestInput<Name>) => Promise<RequestOutputs[Name]>;

/** A console in a process of its own, and how a window asks it. */
async function startConsole(): Promise<{ readonly get: Ask; readonly child: ChildProcess }> {
  const flags = ['--print-url', '--renderer', home, '--practice-entry', PRACTICE, '--settings', join(home, 'settings')];
  const child = withKeyring(BROWSER, flags);
  if (child.stdout === null) throw new Error('its output is not piped');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = new URL((JSON.parse(line) as { url: string }).url);
  const port = Number(url.port);
  const post = async (path: string, body: unknown, headers: Record<string, string>): Promise<unknown> => {
    const all = { ...pageHeaders(port), ...headers };
    const reply = await ask(port, { method: 'POST', path, headers: all, body: JSON.stringify(body) });
    return JSON.parse(reply.body);
  };
  const token = url.hash.replace('#token=', '');
  const { secret } = (await post('/api/session', { token }, {})) as { secret: string };
  const get: Ask = async (name, input) => {
    const answer = await post(`/api/request/${name}`, input, { 'x-edgewise-window': secret });
    // The console answers a name with that name's output.
    const result = answer as Result<RequestOutputs[typeof name]>;
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  return { get, child };
}

describe.skipIf(!HERE)('a password set in the console (gnome-keyring through keytar)', () => {
  it('is used in the next run of the console and by the command line, and is in no file', async () => {
    const { password } = practice.accounts.administrator;
    const draft = serverDraft(practice);
    const first = await startConsole();
    const { id } = await first.get('deployments.save', { deployment: null, draft });
    const kept = await first.get('credentials.set', { deployment: id, password, remember: true });
    expect(kept).toEqual({ passwordState: 'stored', notice: null });
    await end(first.child);

    const second = await startConsole();
    const opened = await second.get('deployments.open', { deployment: id });
    expect([opened.posture.kind, opened.deployment.passwordState]).toEqual(['closed', 'stored']);
    await end(second.child);

    const invoke = ['invoke', '--deployment', 'Contoso HQ', '--settings', join(home, 'settings'), '--json'];
    const cli = withKeyring(CLI, [...invoke, 'Get-CsSipDomain']);
    cli.stdin?.end();
    let out = '';
    cli.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    const [status] = (await once(cli, 'close')) as [number | null];
    expect([status, out]).toEqual([0, expect.stringContaining('contoso.com')]);
    expect(readFileSync(join(home, 'settings', 'settings.json'), 'utf8')).not.toContain(password);

    const third = await startConsole();
    expect(await third.get('credentials.forget', { deployment: id })).toEqual({
      passwordState: 'absent',
      notice: null,
    });
    await expect(third.get('deployments.open', { deployment: id })).rejects.toThrow('input.password-missing');
  });
});
