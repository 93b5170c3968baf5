import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PsValue } from '../../../main/psrp/clixml/values.ts';
import type { CommandMetadata, PipelineEvent } from '../../../main/psrp/records.ts';
import { startTwoClients, type TwoClients, type TypedCommand } from './engines.fixture.ts';
import type { Json, JsonObject } from './host-process.ts';
import { at, list, valueAt } from './json-paths.ts';
import { engineIsHere } from './presence.ts';
import { flag, number, text } from './typed.ts';
import { ARGUMENTS, BINDINGS } from './typed-cases.ts';

const LARGE_ROWS = 20_000;
const LARGE_TEXT = 500;

describe.skipIf(!engineIsHere)("our client and PowerShell's own server", () => {
  let clients: TwoClients;
  beforeAll(async () => {
    clients = await startTwoClients();
  }, 400_000);
  afterAll(() => clients.close());

  /** Runs on both and expects our client to have seen what the engine's client saw. */
  async function agree(commands: readonly TypedCommand[]): Promise<JsonObject> {
    const [ours, theirs] = [await clients.ours(commands), await clients.theirs(commands)];
    expect(ours).toEqual(theirs);
    return theirs;
  }

  it('reads every CLIXML type as the engine reads it', async () => {
    const names = await clients.theirs([{ name: 'Get-SampleName' }]);
    const theirs = await clients.theirs([{ name: 'Get-EveryType' }]);
    const ours = await clients.ours([{ name: 'Get-EveryType' }]);
    expect(byName(names, ours)).toEqual(byName(names, theirs));
    expect(list(theirs['output']).length).toBeGreaterThan(80);
  });

  it('reads properties in the order they were sent', async () => {
    const command = [{ name: 'Get-EveryType', arguments: [{ value: text('custom') }] }];
    const order = async (run: TwoClients['ours']): Promise<string> => JSON.stringify((await run(command))['output']);
    expect(await order(clients.ours)).toContain('"Name":');
    expect(await order(clients.ours)).toBe(await order(clients.theirs));
  });

  it('gives a shared object once and closes a cycle', async () => {
    const { output } = await clients.session.run([{ name: 'Get-EveryType', arguments: [{ value: 'cycle' }] }]);
    const [cycle] = output;
    expect(noteOf(cycle, 'Self')).toBe(cycle);
    const twice = await clients.session.run([{ name: 'Get-EveryType', arguments: [{ value: 'same object twice' }] }]);
    expect(noteOf(twice.output[0], 'First')).toBe(noteOf(twice.output[0], 'Second'));
  });

  it('hears every stream', async () => {
    const theirs = await agree([{ name: 'Write-EveryStream' }]);
    for (const stream of ['output', 'errors', 'warnings', 'verbose', 'debug', 'information', 'progress']) {
      expect(list(theirs[stream]), stream).not.toHaveLength(0);
    }
  });

  it('reads an error record of every category', async () => {
    const theirs = await agree([{ name: 'Write-EveryError' }]);
    expect(list(theirs['errors']).length).toBeGreaterThan(30);
  });

  it.each([
    ['a terminating error', { name: 'Write-Fatal' }],
    ['a bare exception', { name: 'Write-Fatal', arguments: [{ name: 'Bare', value: flag(true) }] }],
    ['a confirmation nobody can give', { name: 'Remove-Precious' }],
    ['a command that is not there', { name: 'Get-CsNothing' }],
    ['a script that does not parse', { name: 'if (', script: true }],
  ] satisfies [string, TypedCommand][])('ends as failed after %s, for the same reason', async (_, command) => {
    const theirs = await agree([command]);
    expect(theirs['state']).toBe('Failed');
  });

  it.each(Object.entries(ARGUMENTS))('passes %s as the engine passes it', async (_, value) => {
    const theirs = await agree([{ name: 'Show-Argument', arguments: [{ name: 'Value', value }] }]);
    expect(list(theirs['output'])).toHaveLength(1);
  });

  it.each(Object.entries(BINDINGS))("binds %s as the engine's own arguments bind", async (_, bindings) => {
    await agree([{ name: 'Show-Parameter', arguments: bindings }]);
  });

  it('sends every value as pipeline input, in order', async () => {
    const values = Object.values(ARGUMENTS);
    const [ours, theirs] = [
      await clients.ours([{ name: 'Show-Argument' }], values),
      await clients.theirs([{ name: 'Show-Argument' }], values),
    ];
    expect(ours).toEqual(theirs);
    expect(list(theirs['output'])).toHaveLength(values.length);
  });

  it('runs cmdlets in a pipeline', async () => {
    const measured = await agree([
      { name: 'Get-Large', arguments: [{ value: number(30) }] },
      { name: 'Measure-Object' },
    ]);
    expect(JSON.stringify(measured['output'])).toContain('"30"');
    await agree([
      { name: 'Get-Large', arguments: [{ value: number(30) }] },
      {
        name: 'Select-Object',
        arguments: [
          { name: 'First', value: number(2) },
          { name: 'Property', value: text('Row') },
        ],
      },
    ]);
  });

  it('runs a script where the server allows one', async () => {
    const theirs = await agree([{ name: '1..3; "a" -replace "a", "b"', script: true }]);
    expect(list(theirs['output'])).toHaveLength(4);
  });

  it('stops in the middle, within a second, and can go on', async () => {
    const stop = new AbortController();
    let stoppedAt = 0;
    const running = clients.session.run([{ name: 'Get-Slow', arguments: [] }], {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.kind !== 'output') return;
        stoppedAt = performance.now();
        stop.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ error: { code: 'powershell.stopped' } });
    expect(stoppedAt).toBeGreaterThan(0);
    expect(performance.now() - stoppedAt).toBeLessThan(1000);
    await agree([{ name: 'Show-Argument', arguments: [{ value: text('still here') }] }]);
  });

  it('reads more than 10 MB of output whole and in order', async () => {
    const rows: number[] = [];
    let characters = 0;
    const onEvent = (event: PipelineEvent): void => {
      if (event.kind !== 'output') return;
      rows.push(Number(noteOf(event.value, 'Row')));
      const words = noteOf(event.value, 'Text');
      if (typeof words === 'string') characters += words.length;
    };
    const commands = [{ name: 'Get-Large', arguments: [{ value: LARGE_ROWS }, { name: 'Size', value: LARGE_TEXT }] }];
    const { state } = await clients.session.run(commands, { onEvent });
    expect(state).toBe('completed');
    expect(rows).toEqual([...Array(LARGE_ROWS).keys()]);
    expect(characters).toBe(LARGE_ROWS * LARGE_TEXT);
  });

  it('sends much input', async () => {
    const values = Array.from({ length: 3000 }, (_, at) => text(`${at} `.repeat(100)));
    const [ours, theirs] = [
      await clients.ours([{ name: 'Measure-Object' }], values),
      await clients.theirs([{ name: 'Measure-Object' }], values),
    ];
    expect(ours).toEqual(theirs);
    expect(JSON.stringify(theirs['output'])).toContain('"3000"');
  });

  it('sends one argument larger than an envelope', async () => {
    const long = 'x_x0041_'.repeat(100_000);
    await agree([{ name: 'Show-Argument', arguments: [{ value: text(long) }] }]);
  });

  it("reads command metadata as the engine's client does (half independent: that one was made to ask by reflection)", async () => {
    const answer = await clients.client.ask({ op: 'metadata', names: ['Show-*', 'Get-Large'], commandType: 511 });
    const [, ...theirs] = list(answer['output']);
    const ours = await clients.session.commandMetadata(['Show-*', 'Get-Large']);
    expect(ours.map(metadataFacts)).toEqual(theirs.map((command) => metadataFactsOf(command)));
    expect(ours.length).toBeGreaterThanOrEqual(3);
  });

  it('keeps pipelines apart that run at once', async () => {
    // Scripts, and after all other tests: the further runspaces this opens do not have the test cmdlets.
    const counts = [900, 500, 700];
    const outcomes = await Promise.all(
      counts.map((count) =>
        clients.session.run([
          { name: `0..${count - 1} | ForEach-Object { "$_ of ${count}" }`, isScript: true, arguments: [] },
        ]),
      ),
    );
    expect(outcomes.map(({ output }) => output)).toEqual(
      counts.map((count) => [...Array(count).keys()].map((at) => `${at} of ${count}`)),
    );
  });
});

function byName(names: JsonObject, told: JsonObject): Record<string, Json> {
  const outputs = list(told['output']);
  return Object.fromEntries(list(names['output']).map((name, at) => [JSON.stringify(name), outputs[at] ?? 'missing']));
}

function noteOf(value: PsValue | undefined, name: string): PsValue | undefined {
  if (typeof value !== 'object' || value?.kind !== 'Obj') throw new Error('no object');
  return value.extended.get(name);
}

function metadataFacts(command: CommandMetadata): Json {
  return {
    name: command.name,
    commandType: command.commandType,
    namespace: command.namespace,
    outputTypes: command.outputTypes,
    parameters: sorted(command.parameters.map((parameter) => ({ ...parameter }))),
  };
}

/** The same from the engine's description of the object it read. */
function metadataFactsOf(described: Json): Json {
  const texts = (value: Json | undefined): string[] => list(at(value, 'items') ?? []).map((item) => valueAt(item));
  return {
    name: valueAt(described, 'properties', 'Name'),
    commandType: Number(valueAt(described, 'properties', 'CommandType', 'base')),
    namespace: valueAt(described, 'properties', 'Namespace'),
    outputTypes: texts(at(described, 'properties', 'OutputType')),
    parameters: sorted(
      list(at(described, 'properties', 'Parameters', 'dictionary')).map((entry) => {
        const [, parameter] = list(entry);
        return {
          name: valueAt(parameter, 'properties', 'Name'),
          type: valueAt(parameter, 'properties', 'ParameterType'),
          aliases: texts(at(parameter, 'properties', 'Aliases')),
          isSwitch: valueAt(parameter, 'properties', 'SwitchParameter') === 'true',
          isDynamic: valueAt(parameter, 'properties', 'IsDynamic') === 'true',
        };
      }),
    ),
  };
}

/** The engine's client keeps parameters in a Hashtable, which has no order. */
function sorted<Named extends { readonly name: string }>(named: readonly Named[]): Named[] {
  return named.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
