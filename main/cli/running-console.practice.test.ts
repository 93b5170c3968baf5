import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { serverDraft } from '../deployments/server-draft.fixture.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { endOf, ENTRY, type Ended } from './program.fixture.ts';
import { NO_KEYCHAIN, startConsole, WITHOUT_ELECTRON, type RunningConsole } from './running-console.fixture.ts';

let practice: RunningPractice;
let folder: string;
let settings: string;
let running: RunningConsole;
let lab: string;

beforeAll(async () => {
  practice = await startPractice();
}, 60_000);
afterAll(() => practice.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-cli-console-'));
  settings = join(folder, 'settings');
  running = await startConsole(settings);
  lab = await configure('Contoso Lab', {});
}, 60_000);
afterEach(async () => {
  practice.own?.faults.clear();
  await running.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Configures the practice deployment in the console, with its password for this run of the console alone. */
async function configure(name: string, marks: Partial<DeploymentDraft>): Promise<string> {
  const { password } = practice.accounts.administrator;
  const draft = serverDraft(practice, { name, ...marks });
  const { id } = await running.get('deployments.save', { deployment: null, draft });
  await running.get('credentials.set', { deployment: id, password, remember: false });
  return id;
}

/** Starts the command line on a configured deployment; nobody answers it a question for a password. */
function start(name: string, ...words: readonly string[]): ChildProcessWithoutNullStreams {
  const args = ['invoke', '--deployment', name, '--settings', settings, '--json', ...words];
  const child = spawn(process.execPath, ['--import', WITHOUT_ELECTRON, ENTRY, ...args], { env: NO_KEYCHAIN });
  child.stdin.end();
  return child;
}

async function invoke(name: string, ...words: readonly string[]): Promise<Ended> {
  return await endOf(start(name, ...words));
}

/** The kinds of the journal's lines that are about what is sent, in their order on disk. */
function sent(): readonly string[] {
  const journal = join(settings, 'journal');
  if (!existsSync(journal)) return [];
  const files = readdirSync(journal)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted();
  const text = files.map((name) => readFileSync(join(journal, name), 'utf8')).join('');
  return [...text.matchAll(/"kind":"(sending|result|direct|direct-end)"/g)].map(([, kind]) => kind ?? '');
}

/** Resolves when the journal has this line: what it speaks of is being sent. */
async function begun(kind: string): Promise<void> {
  await expect.poll(sent, { timeout: 20_000 }).toContain(kind);
}

async function domains(): Promise<readonly string[]> {
  return (await running.get('domains.list', { deployment: lab })).domains.map(({ domain }) => domain);
}

function slow(milliseconds: number): void {
  practice.own?.faults.add({ kind: 'slow', milliseconds, verb: 'Command', cmdlet: 'New-CsAllowedDomain' });
}

async function applyAdding(domain: string): Promise<void> {
  const drafts = [{ kind: 'allowed-domain.add', domain }] as const;
  const { id, hash } = await running.get('plans.build', { deployment: lab, drafts });
  const { steps } = await running.get('plans.apply', { plan: id, hash });
  expect(steps).toEqual([{ state: 'done' }]);
}

describe('edgewise invoke beside a console that runs', () => {
  it('writes with the password the console keeps, tells its windows, and is one entry of the journal', async () => {
    await running.get('deployments.open', { deployment: lab });
    const told = running.heard('domains.changed');
    const ended = await invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'beside.example');
    expect([ended.status, ended.err]).toEqual([0, '']);
    expect(JSON.parse(ended.out)).toMatchObject({ Domain: 'beside.example' });
    await told;
    expect(await domains()).toContain('beside.example');
    expect(sent()).toEqual(['direct', 'direct-end']);
  }, 60_000);

  it('says and ends with what it does without one', async () => {
    const again = ['--yes', 'New-CsAllowedDomain', '-Identity', 'fabrikam.com', '-Verbose'];
    const ended = await invoke('Contoso Lab', ...again);
    expect([ended.status, ended.out]).toEqual([1, '']);
    expect(ended.err).toContain('fabrikam.com');
    const { user, password } = practice.accounts.administrator;
    const address = ['--url', practice.url, '--auth', 'ntlm', '--user', user, '--ca', practice.caFile];
    const args = ['invoke', ...address, '--settings', settings, '--json', ...again];
    const alone = spawn(process.execPath, ['--import', WITHOUT_ELECTRON, ENTRY, ...args], { env: NO_KEYCHAIN });
    alone.stdin.end(`${password}\n`);
    expect(await endOf(alone)).toEqual(ended);
  }, 60_000);

  it('waits until a plan that is being applied has ended, and a plan waits for it', async () => {
    slow(4_000);
    const applied = applyAdding('plan-first.example');
    await begun('sending');
    const second = await invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'command-second.example');
    expect(second).toMatchObject({ status: 0 });
    await applied;
    expect(sent()).toEqual(['sending', 'result', 'direct', 'direct-end']);

    slow(2_000);
    const command = invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'command-first.example');
    await expect.poll(() => sent().length, { timeout: 20_000 }).toBe(5);
    await applyAdding('plan-second.example');
    expect(await command).toMatchObject({ status: 0 });
    expect(sent().slice(4)).toEqual(['direct', 'direct-end', 'sending', 'result']);
  }, 60_000);

  it('is one of two command lines, each of which is carried out once, one after the other', async () => {
    const names = ['pair-a.example', 'pair-b.example'];
    const both = await Promise.all(names.map((name) => invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', name)));
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(sent()).toEqual(['direct', 'direct-end', 'direct', 'direct-end']);
  }, 60_000);

  it('keeps to the marks as the console has them', async () => {
    await configure('Contoso HQ', { production: true });
    await configure('Museum', { readOnly: true });
    const write = ['--yes', 'New-CsAllowedDomain', 'marked.example'];
    expect(await invoke('Contoso HQ', ...write)).toMatchObject({ status: 2, out: '' });
    expect(await invoke('Museum', '--confirm', 'Museum', ...write)).toMatchObject({ status: 3, out: '' });
    expect(await domains()).not.toContain('marked.example');
    expect(await invoke('Contoso HQ', '--confirm', 'Contoso HQ', ...write)).toMatchObject({ status: 0 });
    expect(await domains()).toContain('marked.example');
  }, 60_000);

  it('ends with 130 at Ctrl+C, and the console goes on', async () => {
    slow(3_000);
    const child = start('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'cut.example');
    const ended = endOf(child);
    await begun('direct');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 130, out: '' });
    practice.own?.faults.clear();
    expect(await invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'after-cut.example')).toMatchObject({
      status: 0,
    });
  }, 60_000);

  it('says that the console was lost when it is killed in the middle, and the entry is of unknown outcome', async () => {
    slow(60_000);
    const command = invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'lost.example');
    await begun('direct');
    await running.end('SIGKILL');
    const ended = await command;
    expect([ended.status, ended.out]).toEqual([3, '']);
    expect(ended.err).toContain('console');
    practice.own?.faults.clear();

    // What the killed console left, lock and socket, is in nobody's way.
    running = await startConsole(settings);
    const { entries } = await running.get('journal.list', { limit: 9 });
    expect(entries.map(({ outcome }) => outcome)).toEqual(['unknown']);
  }, 60_000);
});
