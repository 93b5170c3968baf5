import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directoryBench } from '../deployments/directory.fixture.ts';
import { serverDraft } from '../deployments/server-draft.fixture.ts';
import { createJournal } from '../journal/journal.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';

const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));
const WITHOUT_ELECTRON = new URL('../settings/without-electron.ts', import.meta.url).href;

let practice: RunningPractice;
let settings: string;

beforeAll(async () => {
  practice = await startPractice();
  settings = mkdtempSync(join(tmpdir(), 'edgewise-cli-settings-'));
  const { directory } = directoryBench(settings);
  await directory.save(null, serverDraft(practice, { name: 'Contoso Lab' }), null, []);
  await directory.save(null, serverDraft(practice, { production: true }), null, []);
  await directory.save(null, serverDraft(practice, { name: 'Museum', readOnly: true }), null, []);
});

afterAll(async () => {
  await practice.close();
  rmSync(settings, { recursive: true, force: true });
});

async function run(
  args: readonly string[],
  folder: string,
): Promise<{ status: number | null; out: string; err: string }> {
  const command = ['--import', WITHOUT_ELECTRON, ENTRY, ...args, '--settings', folder];
  // No keychain answers here: the password comes on standard input.
  const child = spawn(process.execPath, command, { stdio: 'pipe', env: { PATH: '', LANG: 'C' } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(`${practice.accounts.administrator.password}\n`);
  await once(child, 'close');
  return { status: child.exitCode, out, err };
}

async function invoke(deployment: string, ...words: readonly string[]) {
  return await run(['invoke', '--deployment', deployment, '--json', ...words], settings);
}

async function comments(): Promise<string> {
  return (await invoke('Museum', 'Get-CsAllowedDomain')).out;
}

describe('edgewise invoke --deployment', () => {
  it('reads from a configured deployment, by name in any case, whatever its marks', async () => {
    const read = await invoke('contoso hq', 'Get-CsAllowedDomain', 'fabrikam.com');
    expect(read).toMatchObject({ status: 0 });
    expect(JSON.parse(read.out)).toMatchObject({ Domain: 'fabrikam.com' });
    // That no keychain answers is said, and is no reason to give up.
    expect(read.err).toContain('keychain');
  });

  it('writes with --yes where there are no marks', async () => {
    expect(await invoke('Contoso Lab', 'New-CsAllowedDomain', 'lab.example')).toMatchObject({ status: 2, out: '' });
    expect(await invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'lab.example')).toMatchObject({ status: 0 });
    expect(await comments()).toContain('lab.example');
  });

  it('writes to production with its name typed exactly, and never without', async () => {
    const write = ['New-CsAllowedDomain', 'hq.example'];
    for (const confirmation of [[], ['--yes'], ['--confirm', 'contoso hq'], ['--yes', '--confirm', 'Contoso']]) {
      const refused = await invoke('Contoso HQ', ...confirmation, ...write);
      expect([confirmation, refused.status, refused.out]).toEqual([confirmation, 2, '']);
      expect(refused.err).toContain('Contoso HQ');
    }
    expect(await comments()).not.toContain('hq.example');
    expect(await invoke('Contoso HQ', '--confirm', 'Contoso HQ', ...write)).toMatchObject({ status: 0 });
    expect(await comments()).toContain('hq.example');
  }, 60_000);

  it('journals a write as a direct entry, secrets out, and a refused one as failed', async () => {
    await invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', '-Identity', 'direct.example', '-Comment', "it's so");
    await invoke('Contoso Lab', '--yes', 'New-CsAllowedDomain', 'direct.example');
    const journal = createJournal({ folder: join(settings, 'journal'), vault: null, clock: Date.now });
    const { entries } = await journal.list({ search: 'direct.example', limit: 9 });
    expect(entries.map(({ outcome, deployment }) => [outcome, deployment.name])).toEqual([
      ['failed', 'Contoso Lab'],
      ['done', 'Contoso Lab'],
    ]);
    expect(await journal.entry(entries[1]?.id ?? '')).toMatchObject({
      first: { id: 'journal.direct', values: { cmdlet: 'New-CsAllowedDomain' } },
      direct: { powershell: "New-CsAllowedDomain -Identity 'direct.example' -Comment 'it''s so'", error: null },
      undoable: false,
      resumable: false,
    });
  }, 60_000);

  it('keeps to the marks of a configured address that is given as a URL', async () => {
    const { user } = practice.accounts.administrator;
    const args = ['invoke', '--url', practice.url, '--auth', 'ntlm', '--user', user, '--ca', practice.caFile, '--yes'];
    const refused = await run([...args, 'New-CsAllowedDomain', 'url.example'], settings);
    expect([refused.status, refused.out]).toEqual([3, '']);
    expect(refused.err).toContain('Museum');
    expect(await comments()).not.toContain('url.example');
  });

  it('journals a write to an address that is given as a URL, under its host where it is not configured', async () => {
    const other = mkdtempSync(join(tmpdir(), 'edgewise-cli-url-'));
    const { user } = practice.accounts.administrator;
    const args = ['invoke', '--url', practice.url, '--auth', 'ntlm', '--user', user, '--ca', practice.caFile, '--yes'];
    expect(await run([...args, 'New-CsAllowedDomain', 'by-url.example'], other)).toMatchObject({ status: 0 });
    expect(await run([...args, 'New-CsAllowedDomain', 'by-url.example'], other)).toMatchObject({ status: 1 });
    expect(await run([...args, 'Get-CsAllowedDomain', 'by-url.example'], other)).toMatchObject({ status: 0 });
    const journal = createJournal({ folder: join(other, 'journal'), vault: null, clock: Date.now });
    const { entries } = await journal.list({ search: '', limit: 9 });
    const { host } = new URL(practice.url);
    expect(entries.map(({ outcome, deployment }) => [outcome, deployment.name])).toEqual([
      ['failed', host],
      ['done', host],
    ]);
    rmSync(other, { recursive: true });
  }, 60_000);

  it('sends nothing to an address where the journal cannot be written', async () => {
    const file = join(settings, 'no-folder');
    writeFileSync(file, '');
    const { user } = practice.accounts.administrator;
    const args = ['invoke', '--url', practice.url, '--auth', 'ntlm', '--user', user, '--ca', practice.caFile, '--yes'];
    const refused = await run([...args, 'New-CsAllowedDomain', 'unwritten.example'], file);
    expect([refused.status, refused.out]).toEqual([3, '']);
    expect(await comments()).not.toContain('unwritten.example');
  }, 60_000);

  it.each([
    [['--lang', 'xx', 'Get-CsSipDomain'], 'en, ko'],
    [['Get-CsAllowedDomain', '-Identity'], '-Identity'],
  ])('refuses %j as a wrong command line', async (words, word) => {
    const refused = await invoke('Museum', ...words);
    expect([refused.status, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(word);
  });

  it('writes nothing to one that is marked read-only', async () => {
    const write = ['--yes', '--confirm', 'Museum', 'Remove-CsAllowedDomain', 'fabrikam.com'];
    const refused = await invoke('Museum', ...write);
    expect([refused.status, refused.out]).toEqual([3, '']);
    expect(refused.err).toContain('read-only');
    expect(await comments()).toContain('fabrikam.com');
  });

  it.each([
    [['--deployment', 'Nobody', 'Get-CsSipDomain'], 'Nobody'],
    [['--deployment', 'Museum', '--user', 'ana', 'Get-CsSipDomain'], '--user'],
    [['--deployment', 'Museum', '--practice', 'Get-CsSipDomain'], '--practice'],
    [['--practice', '--confirm', 'x', 'Get-CsSipDomain'], '--deployment'],
  ])('refuses %j and says why', async (args, word) => {
    const refused = await run(['invoke', ...args], settings);
    expect([refused.out, refused.status === 0]).toEqual(['', false]);
    expect(refused.err).toContain(word);
  });

  it('leaves a damaged settings file where it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewise-cli-damaged-'));
    writeFileSync(join(folder, 'settings.json'), '{"version":1');
    const refused = await run(['invoke', '--deployment', 'Museum', 'Get-CsSipDomain'], folder);
    expect(refused).toMatchObject({ status: 3, out: '' });
    expect(refused.err).toContain('settings.json');
    rmSync(join(folder, 'settings.json'));
    rmSync(folder, { recursive: true });
  });
});
