import type { ServerVersion } from '../../../../shared/cmdlets/index.ts';
import { isPsObject, property } from '../../../psrp/clixml/read.ts';
import type { PsObject, PsValue } from '../../../psrp/clixml/values.ts';
import type { RemoteHost } from '../../../psrp/host/host.ts';
import type { Command, ErrorRecord, PipelineEvent } from '../../../psrp/records.ts';
import { createEngine, openStore, type PracticeStore, type StoreOptions } from '../index.ts';

/** A command as tests write it: name, then named arguments; an array's items are positional. */
type Written = readonly [name: string, args?: Readonly<Record<string, PsValue>> | readonly PsValue[]];

/** What a pipeline gave. */
export interface Ran {
  readonly state: 'completed' | 'failed' | 'stopped';
  readonly reason: ErrorRecord | null;
  readonly output: readonly PsValue[];
  readonly errors: readonly ErrorRecord[];
  readonly events: readonly PipelineEvent[];
}

/** An engine over a store in memory, with a clock the test moves. */
export interface Bench {
  readonly store: PracticeStore;
  readonly clock: { time: number };
  readonly run: (commands: readonly Written[], more?: Partial<RunMore>) => Promise<Ran>;
}

interface RunMore {
  readonly role: string;
  readonly input: readonly PsValue[];
  readonly signal: AbortSignal;
  readonly host: RemoteHost;
  readonly onEvent: (event: PipelineEvent) => void;
}

/** Sets up a bench: version 2015 and role CsAdministrator unless told otherwise. */
export function bench(
  options: Partial<StoreOptions> = {},
  version: ServerVersion = '2015',
  assignedRoles: (name: string) => readonly string[] | null = () => null,
): Bench {
  const clock = { time: Date.UTC(2026, 0, 15, 9, 0, 0) };
  const store = openStore({ file: null, seed: 'contoso', now: () => clock.time, version, ...options });
  const engine = createEngine({ store, version: store.current().version, assignedRoles });
  return {
    store,
    clock,
    run: async (commands, more = {}) => {
      const events: PipelineEvent[] = [];
      const request = {
        commands: commands.map(command),
        input: more.input ?? [],
        role: more.role ?? 'CsAdministrator',
        host: more.host ?? null,
        signal: more.signal ?? new AbortController().signal,
      };
      const outcome = await engine.run(request, (event) => {
        events.push(event);
        more.onEvent?.(event);
      });
      return {
        ...outcome,
        events,
        output: events.flatMap((event) => (event.kind === 'output' ? [event.value] : [])),
        errors: events.flatMap((event) => (event.kind === 'error' ? [event.record] : [])),
      };
    },
  };
}

/** The values of one property of each output object. */
export function column(ran: Ran, name: string): readonly (PsValue | undefined)[] {
  return ran.output.map((value) => property(value, name));
}

/** An object with note properties of its own, as a client changes one it was given. */
export function annotated(value: PsValue | undefined, notes: Readonly<Record<string, PsValue>>): PsObject {
  if (!isPsObject(value)) throw new Error('no object');
  return { ...value, extended: new Map(Object.entries(notes)) };
}

/** The id of an error up to the class after its comma. */
export function idOf(record: ErrorRecord | null | undefined): string | undefined {
  return record?.fullyQualifiedErrorId.split(',')[0];
}

function command([name, args]: Written): Command {
  if (args === undefined) return { name, arguments: [] };
  if (isPositional(args)) return { name, arguments: args.map((value) => ({ value })) };
  return { name, arguments: Object.entries(args).map(([key, value]) => ({ name: key, value })) };
}

function isPositional(args: Readonly<Record<string, PsValue>> | readonly PsValue[]): args is readonly PsValue[] {
  return Array.isArray(args);
}
