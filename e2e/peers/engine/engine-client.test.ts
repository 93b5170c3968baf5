import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import { confirmation } from '../../../main/practice/engine/confirmation.ts';
import { buildHost } from './build-host.ts';
import { escaped } from './describe.ts';
import { requestOf, type TypedCommand } from './engines.fixture.ts';
import { startHost, type HostProcess, type Json, type JsonObject } from './host-process.ts';
import { at, list, valueAt } from './json-paths.ts';
import { engineIsHere } from './presence.ts';
import { COMMON_PARAMETERS, LISTED, PIPED, REFUSALS, USER_REFUSALS, WORDED_ANEW } from './refusals.ts';
import { flag, text } from './typed.ts';

const DOMAINS = 20_000;
const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain';

describe.skipIf(!engineIsHere)("PowerShell's own client and the practice deployment", () => {
  let practice: RunningPractice;
  let client: HostProcess;
  let server: HostProcess;
  let inside: HostProcess;

  beforeAll(async () => {
    const dll = await buildHost();
    practice = await startPractice({ domains: DOMAINS, strict: true });
    client = startHost(dll, ['client']);
    await client.ask(opening('basic', 'administrator'));
    await run({ name: 'New-CsAllowedDomain', arguments: [domain(LISTED)] });
    const pipe = `ew-${process.pid}-c`;
    server = startHost(dll, ['server', pipe]);
    const { module } = await server.line();
    inside = startHost(dll, ['client']);
    await inside.ask({ op: 'open', pipe });
    await inside.ask(
      requestOf([{ name: 'Import-Module', arguments: [{ name: 'Name', value: text(valueAt(module)) }] }]),
    );
    // Last: in a session without language not even a module can be imported any more.
    await inside.ask(requestOf([{ name: 'Set-LanguageMode', arguments: [{ value: text('NoLanguage') }] }]));
  }, 400_000);
  afterAll(async () => {
    await Promise.all([client.close(), inside.close()]);
    await Promise.all([server.close(), practice.close()]);
  });

  function opening(scheme: string, who: 'administrator' | 'viewer'): JsonObject {
    const { user, password } = practice.accounts[who];
    return { op: 'open', url: practice.url, user, password, scheme, ca: practice.caFile };
  }

  function run(...commands: readonly TypedCommand[]): Promise<JsonObject> {
    return client.ask(requestOf(commands));
  }

  it('reads a row as it would read one of the documented type from the engine', async () => {
    const proxy = { name: 'ProxyFqdn', value: text('sip.typed.example') };
    const added = { name: 'New-CsAllowedDomain', arguments: [domain('typed.example'), comment('<&> _x0041_'), proxy] };
    expect(await run(added)).toMatchObject({ state: 'Completed', errors: [] });
    const command = { name: 'Get-CsAllowedDomain', arguments: [domain('typed.example')] };
    const [ours, theirs] = [await run(command), await inside.ask(requestOf([command]))];
    expect(ours).toEqual(theirs);
    expect(list(at(list(ours['output'])[0], 'types'))[0]).toBe(TYPE);
  });

  it('adds, reads, changes and removes a domain', async () => {
    const states = [
      await run({ name: 'New-CsAllowedDomain', arguments: [domain('round.example')] }),
      await run({ name: 'Set-CsAllowedDomain', arguments: [domain('round.example'), comment('changed')] }),
    ].map(({ state, errors }) => ({ state, errors }));
    expect(states).toEqual(Array(2).fill({ state: 'Completed', errors: [] }));
    const read = await run({ name: 'Get-CsAllowedDomain', arguments: [domain('round.example')] });
    expect(at(list(read['output'])[0], 'properties', 'Comment')).toEqual({ type: 'System.String', value: 'changed' });
    const removed = await run({
      name: 'Remove-CsAllowedDomain',
      arguments: [domain('round.example'), { name: 'Confirm', value: flag(false) }],
    });
    expect(removed).toMatchObject({ state: 'Completed', errors: [] });
    const gone = await run({ name: 'Get-CsAllowedDomain', arguments: [domain('round.example')] });
    expect(list(gone['errors'])).toHaveLength(1);
  });

  it('sends rows down a pipeline, from the server and from here', async () => {
    for (const name of ['one.example', 'two.example'])
      await run({ name: 'New-CsAllowedDomain', arguments: [domain(name)] });
    const remove = { name: 'Remove-CsAllowedDomain', arguments: [{ name: 'Confirm', value: flag(false) }] };
    const there = await run({ name: 'Get-CsAllowedDomain', arguments: [domain('one.example')] }, remove);
    const here = await client.ask(
      requestOf([remove], [{ type: 'object', properties: { Identity: text('two.example') } }]),
    );
    for (const told of [there, here]) expect(told).toMatchObject({ state: 'Completed', errors: [] });
    for (const name of ['one.example', 'two.example']) {
      const gone = await run({ name: 'Get-CsAllowedDomain', arguments: [domain(name)] });
      expect(list(gone['errors']), name).toHaveLength(1);
    }
  });

  it('sends an argument of many fragments', async () => {
    const long = '<x_x0041_>'.repeat(30_000);
    await run({ name: 'New-CsAllowedDomain', arguments: [domain('long.example'), comment(long)] });
    const read = await run({ name: 'Get-CsAllowedDomain', arguments: [domain('long.example')] });
    expect(valueAt(list(read['output'])[0], 'properties', 'Comment')).toBe(long);
  });

  it('sends a secret that the practice deployment can open', async () => {
    const credential = { type: 'System.Management.Automation.PSCredential', value: 'CONTOSO\\ana p@ss한국어' };
    const told = await run({
      name: 'Test-CsXmppIM',
      arguments: [
        { name: 'TargetFqdn', value: text('pool01.contoso.com') },
        { name: 'Receiver', value: text('ana@gmail.example') },
        { name: 'UserSipAddress', value: text('sip:ana.bowman@contoso.com') },
        { name: 'UserCredential', value: credential },
      ],
    });
    expect(told).toMatchObject({ state: 'Completed', errors: [] });
  });

  it('with a host of its own is asked, shown and obeyed', async () => {
    const remove = (name: string, how: string) => ({
      name: 'Remove-CsAllowedDomain',
      arguments: [domain(name), { name: how, value: flag(true) }],
    });
    for (const name of ['no.example', 'yes.example'])
      await run({ name: 'New-CsAllowedDomain', arguments: [domain(name)] });
    await client.ask({ ...opening('basic', 'administrator'), answers: ['&No', '&Yes'] });
    for (const name of ['no.example', 'yes.example']) {
      expect(await run(remove(name, 'Confirm'))).toMatchObject({ state: 'Completed', errors: [] });
    }
    await run(remove('no.example', 'WhatIf'));
    const { seen } = await client.ask({ op: 'seen' });
    const { caption, message, choices } = confirmation(whatOf('no.example'));
    const offered = choices.map(({ label, help }) => `${label}=${help}`).join(',');
    expect(list(seen)[0]).toBe(escaped(`${caption}|${message}|${offered}|0`));
    expect(list(seen).at(-1)).toBe(escaped(`What if: ${whatOf('no.example')}`));
    expect(list(seen)).toHaveLength(3);
    const left = async (name: string) =>
      list((await run({ name: 'Get-CsAllowedDomain', arguments: [domain(name)] }))['output']).length;
    expect([await left('no.example'), await left('yes.example')]).toEqual([1, 0]);
    await client.ask(opening('basic', 'administrator'));
  });

  it('understands a cmdlet error: its category, its id and its words', async () => {
    await run({ name: 'New-CsAllowedDomain', arguments: [domain('twice.example')] });
    const again = await run({ name: 'New-CsAllowedDomain', arguments: [domain('twice.example')] });
    const [record] = [...list(again['errors']), again['reason'] ?? null];
    expect(at(record, 'fullyQualifiedErrorId')).toMatch(/,Microsoft\.Rtc\.Management\./);
    expect(at(record, 'activity')).toBe('New-CsAllowedDomain');
    expect(at(record, 'category')).not.toBe('NotSpecified');
    expect(at(record, 'message')).toContain('twice.example');
  });

  it.each(Object.entries({ ...REFUSALS, ...USER_REFUSALS }))(
    'is refused %s as the engine itself refuses it',
    async (what, command) => {
      const [ours, theirs] = [await run(command), await inside.ask(requestOf([command]))];
      const worded = !WORDED_ANEW.has(what);
      expect(refusal(ours, worded)).toEqual(refusal(theirs, worded));
    },
  );

  it.each(Object.entries(PIPED))(
    'is refused %s by the pipeline as the engine refuses it',
    async (_, [command, input]) => {
      const request = requestOf([command], input);
      const [ours, theirs] = [await client.ask(request), await inside.ask(request)];
      expect(refusal(ours, true)).toEqual(refusal(theirs, true));
      expect(list(theirs['errors'])).not.toHaveLength(0);
    },
  );

  it.each(Object.entries(COMMON_PARAMETERS))('sees %s do what the engine does', async (what, command) => {
    const [ours, theirs] = [await run(command), await inside.ask(requestOf([command]))];
    const worded = !WORDED_ANEW.has(what);
    expect(seen(ours, worded)).toEqual(seen(theirs, worded));
  });

  it(`reads ${DOMAINS} rows`, async () => {
    const told = await client.ask({ ...requestOf([{ name: 'Get-CsAllowedDomain' }]), countOnly: true });
    expect(told).toMatchObject({ state: 'Completed', errors: [] });
    expect(Number(told['count'])).toBeGreaterThanOrEqual(DOMAINS);
  });

  it('stops in the middle: the server itself says Stopped, and the session goes on', async () => {
    const told = await client.ask({ ...requestOf([{ name: 'Get-CsAllowedDomain' }]), countOnly: true, stopAfter: 5 });
    expect(told['state']).toBe('Stopped');
    expect(Number(told['count'])).toBeLessThan(DOMAINS);
    expect(at(told['reason'], 'fullyQualifiedErrorId')).toBe('PipelineStopped');
    expect(at(told['reason'], 'category')).toBe('OperationStopped');
    expect(await run({ name: 'Get-CsSipDomain' })).toMatchObject({ state: 'Completed' });
  });

  it('reads command metadata (half independent: the engine is made to ask by reflection)', async () => {
    const told = await client.ask({ op: 'metadata', names: ['*-CsAllowedDomain'], commandType: 511 });
    const [count, ...commands] = list(told['output']);
    expect(list(at(count, 'types'))[0]).toBe('Selected.Microsoft.PowerShell.Commands.GenericMeasureInfo');
    expect(valueAt(count, 'properties', 'Count')).toBe(String(commands.length));
    const names = commands.map((command) => valueAt(command, 'properties', 'Name')).sort();
    expect(names).toEqual(['Get', 'New', 'Remove', 'Set'].map((verb) => `${verb}-CsAllowedDomain`));
    const added = commands.find((command) => valueAt(command, 'properties', 'Name') === 'New-CsAllowedDomain');
    const parameters = list(at(added, 'properties', 'Parameters', 'dictionary')).map((entry) => list(entry)[1]);
    const force = parameters.find((parameter) => valueAt(parameter, 'properties', 'Name') === 'Force');
    expect(valueAt(force, 'properties', 'ParameterType')).toBe('System.Management.Automation.SwitchParameter');
    expect(valueAt(force, 'properties', 'SwitchParameter')).toBe('true');
  });

  it('does not find a writing cmdlet in the viewer’s role', async () => {
    await client.ask(opening('basic', 'viewer'));
    const told = await run({ name: 'New-CsAllowedDomain', arguments: [domain('viewer.example')] });
    expect(at(told['reason'], 'fullyQualifiedErrorId')).toBe('CommandNotFoundException');
    expect(await run({ name: 'Get-CsSipDomain' })).toMatchObject({ state: 'Completed', errors: [] });
    await client.ask(opening('basic', 'administrator'));
  });

  it(".NET's own NTLM signs in where a MIC and the channel's binding are required", async () => {
    expect(await client.ask(opening('ntlm', 'administrator'))).toEqual({ state: 'Opened' });
    expect(await run({ name: 'Get-CsSipDomain' })).toMatchObject({ state: 'Completed', errors: [] });
    await client.ask(opening('basic', 'administrator'));
  });

  it('is turned away with a wrong password', async () => {
    await expect(client.ask({ ...opening('ntlm', 'administrator'), password: 'wrong' })).rejects.toThrow(/HTTP 401/);
    await client.ask(opening('basic', 'administrator'));
  });
});

function whatOf(name: string): string {
  return `Performing the operation "Remove-CsAllowedDomain" on target "${name}".`;
}

function domain(name: string): { readonly name: string; readonly value: ReturnType<typeof text> } {
  return { name: 'Identity', value: text(name) };
}

function comment(words: string): { readonly name: string; readonly value: ReturnType<typeof text> } {
  return { name: 'Comment', value: text(words) };
}

/** What a pipeline did, whichever class did it. */
function seen(told: JsonObject, worded: boolean): Json {
  const { output = null, warnings = null, verbose = null, debug = null } = told;
  return { ...refusal(told, worded), output, warnings, verbose, debug };
}

/** How a pipeline was refused, less the class behind the cmdlet, which on a server is the server's. */
function refusal(told: JsonObject, worded: boolean): JsonObject {
  const tell = (record: Json | undefined): Json => {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
    const known = record as JsonObject; // Array.isArray does not narrow a readonly array away
    const message = worded ? (known['message'] ?? null) : 'in other words';
    return { ...known, message, fullyQualifiedErrorId: valueAt(known, 'fullyQualifiedErrorId').split(',')[0] ?? '' };
  };
  return { state: told['state'] ?? null, reason: tell(told['reason']), errors: list(told['errors']).map(tell) };
}
