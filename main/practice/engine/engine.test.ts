import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, column, idOf } from './cmdlets/bench.fixture.ts';
import { createEngine, openStore } from './index.ts';

describe('a pipeline', () => {
  it('refuses a command nobody has, before anything runs', async () => {
    const { run } = bench();
    const ran = await run([['Get-CsAllowedDomain'], ['Get-Nope']]);
    expect(ran).toMatchObject({ state: 'failed', events: [] });
    expect(ran.reason).toMatchObject({
      fullyQualifiedErrorId: 'CommandNotFoundException',
      category: 'ObjectNotFound',
      targetName: 'Get-Nope',
      targetType: 'String',
      reason: 'CommandNotFoundException',
    });
    expect((await run([['Get-*']])).reason?.fullyQualifiedErrorId).toBe('CommandNotFoundException');
  });

  it('binds every command before the first one runs', async () => {
    const { run, store } = bench();
    const ran = await run([
      ['New-CsAllowedDomain', ['new.example']],
      ['Remove-CsAllowedDomain', { Nope: 1 }],
    ]);
    expect(idOf(ran.reason)).toBe('NamedParameterNotFound');
    expect(store.current().allowed.map((row) => row.domain)).not.toContain('new.example');
  });

  it('refuses scripts', async () => {
    const engine = createEngine({ store: openStore({ file: null, seed: 'contoso' }), version: '2015' });
    const request = {
      commands: [{ name: 'Get-CsAllowedDomain', arguments: [], isScript: true }],
      input: [],
      role: 'CsAdministrator',
      host: null,
      signal: new AbortController().signal,
    };
    const outcome = await engine.run(request, () => undefined);
    expect(outcome).toMatchObject({
      state: 'failed',
      reason: { fullyQualifiedErrorId: 'ScriptsNotAllowed', category: 'ParserError' },
    });
  });

  it('goes on after an error, unless -ErrorAction says otherwise', async () => {
    const { run } = bench();
    const absent = { Identity: 'nobody.example' };
    expect((await run([['Remove-CsAllowedDomain', absent]])).errors).toHaveLength(1);
    for (const action of ['SilentlyContinue', 'Ignore', 0]) {
      const quiet = await run([['Remove-CsAllowedDomain', { ...absent, ErrorAction: action }]]);
      expect(quiet).toMatchObject({ state: 'completed', events: [] });
    }
    const stopped = await run([['Remove-CsAllowedDomain', { ...absent, ea: 'Stop' }]]);
    expect(stopped).toMatchObject({ state: 'failed', reason: { category: 'ObjectNotFound' }, events: [] });
    const asked = await run([['Remove-CsAllowedDomain', { ...absent, ErrorAction: 'Inquire' }]]);
    expect(idOf(asked.reason)).toBe('HostFunctionNotImplemented');
  });

  it('reports each object that does not fit and goes on with the next', async () => {
    const { run } = bench();
    const ran = await run([['Remove-CsBlockedDomain']], { input: ['text', null, 'more'] });
    expect(ran.state).toBe('completed');
    expect(ran.errors.map(idOf)).toEqual(['InputObjectNotBound', 'InputObjectNotBound', 'InputObjectNotBound']);
  });

  it('keeps the order of its streams', async () => {
    const { run } = bench();
    const ran = await run([['New-CsAllowedDomain', { Identity: 'new.example', Verbose: true }]]);
    expect(ran.events.map((event) => event.kind)).toEqual(['verbose', 'output']);
  });

  it('has no variables: -OutVariable and its kin are refused without a language', async () => {
    const { run } = bench();
    for (const name of ['OutVariable', 'ErrorVariable', 'PipelineVariable', 'wv', 'iv']) {
      const ran = await run([['Get-CsSite', { [name]: 'x' }]]);
      expect(ran.reason?.fullyQualifiedErrorId, name).toBe('VariableReferenceNotSupportedInDataSection');
    }
    expect((await run([['Get-CsSite', { OutBuffer: 5, InformationAction: 'Ignore' }]])).output).toHaveLength(2);
  });

  it('writes an error of the cmdlet, with the reason, when the state cannot be kept', async () => {
    const { run, store } = bench({ file: join(tmpdir(), 'edgewise-no-such-folder', 'store.json') });
    const before = store.current();
    const ran = await run([['New-CsAllowedDomain', ['new.example']]]);
    expect(ran).toMatchObject({ state: 'completed', output: [] });
    expect(ran.errors).toMatchObject([{ category: 'WriteError', activity: 'New-CsAllowedDomain' }]);
    expect(ran.errors[0]?.message).toMatch(/ENOENT/);
    expect(store.current()).toBe(before);
  });

  it('stops between two objects, with PipelineStopped', async () => {
    const { run } = bench({ domains: 2_000 });
    const stop = new AbortController();
    let seen = 0;
    const ran = await run([['Get-CsAllowedDomain']], {
      signal: stop.signal,
      onEvent: () => {
        seen += 1;
        if (seen === 10) stop.abort();
      },
    });
    expect(ran).toMatchObject({ state: 'stopped', reason: { fullyQualifiedErrorId: 'PipelineStopped' } });
    expect(ran.output).toHaveLength(10);
  });

  it('does not start once it is stopped', async () => {
    const { run, store } = bench();
    const before = store.current();
    const ran = await run([['New-CsAllowedDomain', ['new.example']]], { signal: AbortSignal.abort() });
    expect(ran.state).toBe('stopped');
    expect(store.current()).toBe(before);
  });

  it('lets other work run while 20,000 objects go by', async () => {
    const { run } = bench({ domains: 20_000 });
    let turns = 0;
    const work = { running: true };
    const other = (async () => {
      while (work.running) {
        await new Promise((resolve) => setImmediate(resolve));
        turns += 1;
      }
    })();
    const ran = await run([['Get-CsAllowedDomain']]);
    work.running = false;
    await other;
    expect(ran.output).toHaveLength(20_000);
    expect(turns).toBeGreaterThan(40);
  });
});

describe('two writers of one list', () => {
  it('are one too many: the second is refused, another list is not, and later both go through', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { run } = bench({ whileWriting: (list) => (list === 'allowed' ? held : Promise.resolve()) });
    const first = run([['New-CsAllowedDomain', ['one.example']]]);
    const second = await run([['New-CsAllowedDomain', ['two.example']]]);
    expect(second.errors).toMatchObject([{ category: 'ResourceBusy', targetName: 'allowed' }]);
    expect(idOf(second.errors[0])).toBe('WriteInProgress');
    const other = run([['New-CsBlockedDomain', ['three.example']]]);
    release();
    expect((await first).output).toHaveLength(1);
    expect((await other).output).toHaveLength(1);
    expect((await run([['New-CsAllowedDomain', ['two.example']]])).output).toHaveLength(1);
    expect(column(await run([['Get-CsAllowedDomain', { Filter: '*o*.example' }]]), 'Domain')).toContain('one.example');
  });

  it('cannot put one domain on both lists', async () => {
    const { run, store } = bench();
    const both = await Promise.all([
      run([['New-CsAllowedDomain', ['new.example']]]),
      run([['New-CsBlockedDomain', ['NEW.example']]]),
    ]);
    expect(both.flatMap((ran) => ran.output)).toHaveLength(1);
    expect(both.flatMap((ran) => ran.errors).map(idOf)).toEqual(['ItemOnOtherList']);
    const { allowed, blocked } = store.current();
    expect([...allowed, ...blocked].filter((row) => /^new\.example$/i.test(row.domain))).toHaveLength(1);
  });
});

describe('command metadata (wire-protocol D10)', () => {
  const engine = createEngine({ store: openStore({ file: null, seed: 'contoso' }), version: '2015' });
  const ALL = 511;

  it('has every parameter, the common ones too, with its full type and aliases', () => {
    const [found] = engine.metadata(['new-csALLOWEDdomain'], ALL, 'CsAdministrator');
    expect(found).toMatchObject({ name: 'New-CsAllowedDomain', commandType: 8, namespace: 'SkypeForBusiness' });
    expect(found?.parameters).toContainEqual({
      name: 'WhatIf',
      type: 'System.Management.Automation.SwitchParameter',
      aliases: ['wi'],
      isSwitch: true,
      isDynamic: false,
    });
    const names = found?.parameters.map((each) => each.name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['Identity', 'VerificationLevel', 'ErrorAction', 'PipelineVariable']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells the roles apart, and companions from cmdlets', () => {
    const names = (pattern: string, types: number, role: string) =>
      engine.metadata([pattern], types, role).map((each) => each.name);
    expect(names('*-Cs*', ALL, 'CsAdministrator')).toHaveLength(53);
    expect(names('*-Cs*', ALL, 'CsViewOnlyAdministrator')).not.toContain('New-CsAllowedDomain');
    expect(names('*-Cs*', ALL, 'CsViewOnlyAdministrator')).toContain('Get-CsAllowedDomain');
    expect(names('*-Cs*', ALL, 'Nobody')).toEqual([]);
    expect(names('*', 2, 'Nobody')).toEqual(['Get-Command', 'Measure-Object', 'Out-Default', 'Select-Object']);
    expect(names('*-Cs*', 2, 'CsAdministrator')).toEqual([]);
  });

  it('leaves out what a version does not have', () => {
    const old = createEngine({ store: openStore({ file: null, seed: 'contoso' }), version: '2013' });
    const [found] = old.metadata(['New-CsAllowedDomain'], ALL, 'CsAdministrator');
    expect(found?.namespace).toBe('Lync');
    expect(found?.parameters.map((each) => each.name)).not.toContain('VerificationLevel');
  });
});
