import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../../shared/errors.ts';
import { DOMAIN_NAME_LIMIT } from '../../../../shared/cmdlets/index.ts';
import { bench, column } from '../cmdlets/bench.fixture.ts';
import { openStore } from './practice-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the state file', () => {
  it('is written with the first change, for its owner only, and read again', async () => {
    const file = join(folder, 'state.json');
    const first = bench({ file });
    expect(readdirSync(folder)).toEqual([]);
    await first.run([['New-CsAllowedDomain', { Identity: 'new.example', Comment: '한국어 "quoted"' }]]);
    expect(readdirSync(folder)).toEqual(['state.json']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await bench({ file, domains: 3 }).run([['Get-CsAllowedDomain', ['new.example']]]);
    expect(column(again, 'Comment')).toEqual(['한국어 "quoted"']);
  });

  it('is left as it was when a change is refused', async () => {
    const file = join(folder, 'state.json');
    const on = bench({ file });
    await on.run([['New-CsAllowedDomain', ['new.example']]]);
    const before = readFileSync(file, 'utf8');
    await on.run([['New-CsAllowedDomain', ['new.example']]]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, 100)],
    ['not JSON', () => 'x'],
    ['of another shape', () => JSON.stringify({ format: 1, configuration: {} })],
    ['of a later format', (text: string) => text.replace('"format":1', '"format":2')],
  ])('%s is set aside and said, never overwritten', async (_what, damage) => {
    const file = join(folder, 'state.json');
    await bench({ file }).run([['New-CsAllowedDomain', ['new.example']]]);
    const damaged = damage(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    const said: string[] = [];
    const on = bench({ file, log: (line) => said.push(line) });
    expect(said).toEqual([expect.stringContaining('set aside')]);
    const [aside] = readdirSync(folder);
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(damaged);
    expect((await on.run([['Get-CsAllowedDomain']])).output).toHaveLength(14);
  });

  it('of an earlier build, without what came later, gets that of the story and keeps its own', async () => {
    const file = join(folder, 'state.json');
    await bench({ file }).run([['New-CsAllowedDomain', ['new.example']]]);
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
      ['externalAccessPolicies', 'people', 'grants', 'xmppPartners', 'xmppGateway', 'media'].includes(key)
        ? undefined
        : value,
    );
    writeFileSync(file, JSON.stringify(kept));
    const on = bench({ file, log: (line) => expect.fail(line) });
    expect(column(await on.run([['Get-CsExternalAccessPolicy']]), 'Identity')).toContain('Tag:FedPic');
    expect(column(await on.run([['Get-CsXmppAllowedPartner']]), 'Identity')).toContain('gmail.com');
    expect((await on.run([['Get-CsAllowedDomain', ['new.example']]])).output).toHaveLength(1);
  });

  it('that cannot be kept fails the change, changes nothing, and does not lock the list', async () => {
    const store = openStore({ file: join(folder, 'no-such-folder', 'state.json'), seed: 'contoso' });
    const before = store.current();
    const change = () => store.change('allowed', (now) => ({ ...now, allowed: [] }));
    for (const attempt of [1, 2]) {
      const failed: unknown = await change().catch((caught: unknown) => caught);
      expect(failed, String(attempt)).toBeInstanceOf(Failure);
      expect(failed).toMatchObject({ error: { code: 'workstation.file-unreadable' } });
    }
    expect(store.current()).toBe(before);
  });
});

describe('the seed', () => {
  it('tells the same story every time, with made-up partners up to the number wanted', () => {
    const open = (domains?: number) =>
      openStore({ file: null, seed: 'contoso', ...(domains === undefined ? {} : { domains }) }).current();
    expect(open().allowed).toHaveLength(14);
    expect(open(20_000).allowed).toHaveLength(20_000);
    expect(open(20_000)).toEqual(open(20_000));
    expect(open(3).allowed).toHaveLength(3);
  });

  it('fills up a kept state that has fewer domains than wanted, and takes none away', async () => {
    const file = join(folder, 'state.json');
    const open = (domains: number) => openStore({ file, seed: 'contoso', domains });
    await open(30).change('blocked', (now) => ({
      ...now,
      allowed: now.allowed.slice(0, 20),
      blocked: [...now.blocked, { domain: 'p00010.partner.example', comment: null }],
    }));
    expect(open(3).current().allowed).toHaveLength(20);
    const filled = open(100)
      .current()
      .allowed.map((row) => row.domain);
    expect(new Set(filled).size).toBe(100);
    expect(filled).not.toContain('p00010.partner.example');
  });

  it('is a state the cmdlets could have made: unique names on one list only, in length', () => {
    const { allowed, blocked } = openStore({ file: null, seed: 'contoso', domains: 20_000 }).current();
    const names = [...allowed, ...blocked].map((row) => row.domain.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.length <= DOMAIN_NAME_LIMIT)).toBe(true);
  });
});

describe('the local copy', () => {
  it('has a write once it is replicated, and an older write before a newer one', async () => {
    let now = 0;
    const store = openStore({ file: null, seed: 'contoso', now: () => now });
    const count = () => store.local().blocked.length;
    const add = (domain: string) =>
      store.change('blocked', (before) => ({ ...before, blocked: [...before.blocked, { domain, comment: null }] }));
    expect(count()).toBe(3);
    await add('one.example');
    now += 60_000;
    expect(count()).toBe(4);
    await add('two.example');
    expect(count()).toBe(4);
    now += 60_000;
    expect(count()).toBe(5);
  });
});

describe('the directory', () => {
  it('has as many people as a new store was asked for, and never fewer than it had', async () => {
    const file = join(folder, 'state.json');
    const few = bench({ file, people: 12 });
    expect(few.store.people()).toHaveLength(12);
    await few.run([['New-CsAllowedDomain', ['new.example']]]);
    expect(bench({ file, people: 5 }).store.people()).toHaveLength(12);
    expect(bench({ file }).store.people()).toHaveLength(12);
    expect(bench({ file, people: 300 }).store.people()).toHaveLength(300);
    expect(bench().store.people()).toHaveLength(200);
  });
});
