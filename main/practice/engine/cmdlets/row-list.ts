import type { ServerVersion } from '../../../../shared/cmdlets/index.ts';
import { asText, property } from '../../../psrp/clixml/read.ts';
import type { PsObject } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import type { Configuration, ListName } from '../store/configuration.ts';
import { booleanArgument, textArgument, valueArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { instanceOfType } from './instance.ts';
import { notFound, readRows } from './reading.ts';
import { refusing } from './refusing.ts';

/** A list of the configuration with Get-, New-, Set- and Remove- of one noun. */
export interface RowList<Row> {
  /** The list that has one writer at a time. */
  readonly list: ListName;
  /** The noun as error texts name it, e.g. AllowedDomain. */
  readonly kind: string;
  /** Full .NET name of its objects' type. */
  readonly type: string;
  readonly identity: (row: Row) => string;
  /** An identity as it is kept, from one as it was written: `tag:` put before, letter case. As written where left out. */
  readonly canonical?: (written: string, configuration: Configuration) => string;
  /** The parameter of New- that may stand for Identity, e.g. Domain. */
  readonly alternative?: string;
  /** The identity Set- takes without one; null = it needs one. */
  readonly assumed: string | null;
  /** Throws a Refusal for an identity no row may have. */
  readonly refuseName: (identity: string, configuration: Configuration) => void;
  /** Throws a Refusal for a new row that cannot stand beside those there are. */
  readonly refuseTaken: (row: Row, configuration: Configuration) => void;
  readonly object: (row: Row, version: ServerVersion) => PsObject;
  /** A row with the cmdlet's defaults. */
  readonly fresh: (identity: string) => Row;
  /** A row with the values given on the command line. Throws a Refusal for values that do not go together. */
  readonly changed: (row: Row, call: BoundCall) => Row;
  /** A row with an object's values, for -Instance. Throws a Refusal for values it cannot have. */
  readonly fromObject: (row: Row, instance: PsObject) => Row;
  readonly rows: (configuration: Configuration) => readonly Row[];
  readonly withRows: (configuration: Configuration, rows: readonly Row[]) => Configuration;
  /** What adding a row makes; the list with the row at its end where left out. */
  readonly added?: (row: Row, configuration: Configuration) => Configuration;
  /** What Remove- leaves; the list without the row where left out. */
  readonly removed?: (row: Row, configuration: Configuration) => Configuration;
}

const VERBS = { Get: getRows, New: newRow, Set: setRow, Remove: removeRow } as const;

/** The cmdlets of a noun of the catalogue over its list: Get-, New-, Set- and Remove-, or those of the verbs given. */
export function rowCmdlets<Row>(
  noun: string,
  list: RowList<Row>,
  verbs: readonly (keyof typeof VERBS)[] = ['Get', 'New', 'Set', 'Remove'],
): readonly CmdletImplementation[] {
  return verbs.map((verb) =>
    catalogued(
      `${verb}-${noun}`,
      stateless((call, context) => VERBS[verb](list, call, context)),
    ),
  );
}

/** Get-: all, one, or by filter. */
function getRows<Row>(list: RowList<Row>, call: BoundCall, context: CmdletContext): Promise<void> {
  return readRows(
    {
      kind: list.kind,
      rows: list.rows,
      identity: list.identity,
      object: (row) => list.object(row, context.version),
      ...(list.canonical === undefined ? {} : { canonical: list.canonical }),
    },
    call,
    context,
  );
}

/** New-: adds a row. With -InMemory only the object comes back. */
async function newRow<Row>(list: RowList<Row>, call: BoundCall, context: CmdletContext): Promise<void> {
  const written = textArgument(call, 'Identity') ?? textArgument(call, list.alternative ?? 'Identity') ?? '';
  await refusing(context, async () => {
    const current = context.store.current();
    const identity = canonicalOf(list, written, current);
    list.refuseName(identity, current);
    const row = list.changed(list.fresh(identity), call);
    if (booleanArgument(call, 'InMemory') === true) {
      await context.write(list.object(row, context.version));
      return;
    }
    list.refuseTaken(row, current);
    if (!(await context.shouldProcess(identity))) return;
    await context.store.change(list.list, (now) => {
      list.refuseTaken(row, now);
      return withRow(list, row, now);
    });
    await context.write(list.object(row, context.version));
  });
}

/** Set-: changes a row, or commits the object of -Instance, which may be a new one (New- -InMemory, help example 3). */
async function setRow<Row>(list: RowList<Row>, call: BoundCall, context: CmdletContext): Promise<void> {
  await refusing(context, async () => {
    const instance = call.set === 'Instance' ? instanceOf(list, call) : null;
    const written = instance === null ? (textArgument(call, 'Identity') ?? list.assumed) : identityIn(list, instance);
    // Identity is optional in the help's syntax, but most lists have no object that it could stand for.
    if (written === null) throw notFound(list.kind, '');
    const identity = canonicalOf(list, written, context.store.current());
    const change = (now: Configuration) => changedList(list, now, { identity, instance, call });
    change(context.store.current());
    if (await context.shouldProcess(identity)) await context.store.change(list.list, change);
  });
}

/** Remove-: takes a row away; one that is not there is an error. */
async function removeRow<Row>(list: RowList<Row>, call: BoundCall, context: CmdletContext): Promise<void> {
  const written = textArgument(call, 'Identity') ?? '';
  await refusing(context, async () => {
    const identity = canonicalOf(list, written, context.store.current());
    const removed = (now: Configuration) => withoutRow(list, now, identity);
    removed(context.store.current());
    if (await context.shouldProcess(identity)) await context.store.change(list.list, removed);
  });
}

/**
 * A row changed by a verb of its own, such as Enable-: the row of -Identity or of -Instance, as `edit` makes it.
 * An object of -Instance names the row only: what else it holds is not committed (help of Enable-CsPublicProvider).
 */
export async function editRow<Row>(
  list: RowList<Row>,
  call: BoundCall,
  context: CmdletContext,
  edit: (row: Row) => Row,
): Promise<void> {
  await refusing(context, async () => {
    const named = call.set === 'Instance' ? identityIn(list, instanceOf(list, call)) : textArgument(call, 'Identity');
    const identity = named ?? '';
    const change = (now: Configuration) => {
      const rows = list.rows(now);
      const place = placeOf(list, rows, identity);
      const row = rows[place];
      if (row === undefined) throw notFound(list.kind, identity);
      return list.withRows(now, rows.with(place, edit(row)));
    };
    change(context.store.current());
    if (await context.shouldProcess(identity)) await context.store.change(list.list, change);
  });
}

interface Wanted {
  readonly identity: string;
  readonly instance: PsObject | null;
  readonly call: BoundCall;
}

function changedList<Row>(list: RowList<Row>, now: Configuration, wanted: Wanted): Configuration {
  const rows = list.rows(now);
  const place = placeOf(list, rows, wanted.identity);
  const before = rows[place];
  if (before === undefined && wanted.instance === null) throw notFound(list.kind, wanted.identity);
  if (before === undefined) list.refuseName(wanted.identity, now);
  const row = before ?? list.fresh(wanted.identity);
  const filled = wanted.instance === null ? row : list.fromObject(row, wanted.instance);
  const after = list.changed(filled, wanted.call);
  if (before === undefined) list.refuseTaken(after, now);
  return before === undefined ? withRow(list, after, now) : list.withRows(now, rows.with(place, after));
}

function withRow<Row>(list: RowList<Row>, row: Row, now: Configuration): Configuration {
  return list.added === undefined ? list.withRows(now, [...list.rows(now), row]) : list.added(row, now);
}

function withoutRow<Row>(list: RowList<Row>, now: Configuration, identity: string): Configuration {
  const rows = list.rows(now);
  const place = placeOf(list, rows, identity);
  const row = rows[place];
  if (row === undefined) throw notFound(list.kind, identity);
  return list.removed === undefined ? list.withRows(now, rows.toSpliced(place, 1)) : list.removed(row, now);
}

function canonicalOf<Row>(list: RowList<Row>, written: string, configuration: Configuration): string {
  return list.canonical === undefined ? written : list.canonical(written, configuration);
}

function placeOf<Row>(list: RowList<Row>, rows: readonly Row[], identity: string): number {
  const wanted = identity.toLowerCase();
  return rows.findIndex((row) => list.identity(row).toLowerCase() === wanted);
}

function instanceOf<Row>(list: RowList<Row>, call: BoundCall): PsObject {
  const instance = instanceOfType(valueArgument(call, 'Instance'), [list.type]);
  if (instance === null || identityIn(list, instance) === null) {
    throw new Refusal('instanceUnusable', `The instance is not of type "${list.kind}".`, null);
  }
  return instance;
}

function identityIn<Row>(list: RowList<Row>, instance: PsObject): string | null {
  return asText(property(instance, 'Identity')) ?? asText(property(instance, list.alternative ?? 'Identity'));
}
