import type { ServerVersion } from '../../../../shared/cmdlets/index.ts';
import type { PsObject } from '../../../psrp/clixml/values.ts';
import { asText, property } from '../../../psrp/clixml/read.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import type { AllowedRow, BlockedRow, Configuration } from '../store/configuration.ts';
import { booleanArgument, textArgument, valueArgument } from './arguments.ts';
import { refuseBadDomain, refuseListed } from './domain-names.ts';
import type { CmdletContext } from './implementation.ts';
import { instanceOfType } from './instance.ts';
import { notFound, readRows } from './reading.ts';
import { refusing } from './refusing.ts';

interface Rows {
  readonly allowed: AllowedRow;
  readonly blocked: BlockedRow;
}

/** What the allowed and the blocked list differ in. */
export interface DomainList<Name extends keyof Rows> {
  readonly list: Name;
  /** AllowedDomain or BlockedDomain. */
  readonly kind: string;
  /** Full .NET name of its objects' type. */
  readonly type: string;
  readonly object: (row: Rows[Name], version: ServerVersion) => PsObject;
  /** A row with the cmdlet's defaults. */
  readonly fresh: (domain: string) => Rows[Name];
  /** A row with the values given on the command line. */
  readonly changed: (row: Rows[Name], call: BoundCall) => Rows[Name];
  /** A row with an object's values, for -Instance. Throws a Refusal for values it cannot have. */
  readonly fromObject: (row: Rows[Name], instance: PsObject, context: CmdletContext) => Rows[Name];
  readonly rows: (configuration: Configuration) => readonly Rows[Name][];
  readonly withRows: (configuration: Configuration, rows: readonly Rows[Name][]) => Configuration;
}

/** Get-: all, one, or by filter. */
export function getDomains<Name extends keyof Rows>(list: DomainList<Name>, call: BoundCall, context: CmdletContext) {
  const object = (row: Rows[Name]) => list.object(row, context.version);
  return readRows({ kind: list.kind, rows: list.rows, object, identity: (row) => row.domain }, call, context);
}

/** New-: adds a row to its list; the domain must be on neither. With -InMemory only the object comes back. */
export async function newDomain<Name extends keyof Rows>(
  list: DomainList<Name>,
  call: BoundCall,
  context: CmdletContext,
): Promise<void> {
  const domain = textArgument(call, 'Identity') ?? textArgument(call, 'Domain') ?? '';
  await refusing(context, async () => {
    refuseBadDomain(domain);
    const row = list.changed(list.fresh(domain), call);
    if (booleanArgument(call, 'InMemory') === true) {
      await context.write(list.object(row, context.version));
      return;
    }
    refuseListed(domain, context.store.current(), list.list);
    if (!context.shouldProcess(domain)) return;
    await context.store.change(list.list, (now) => {
      refuseListed(domain, now, list.list);
      return list.withRows(now, [...list.rows(now), row]);
    });
    await context.write(list.object(row, context.version));
  });
}

/** Set-: changes a row, or commits the object of -Instance, which may be a new one (New- -InMemory, help example 3). */
export async function setDomain<Name extends keyof Rows>(
  list: DomainList<Name>,
  call: BoundCall,
  context: CmdletContext,
): Promise<void> {
  await refusing(context, async () => {
    const instance = call.set === 'Instance' ? instanceOf(list, call) : null;
    const domain = instance === null ? textArgument(call, 'Identity') : domainOf(instance);
    // Identity is optional in the help's syntax, but a list has no object that it could stand for.
    if (domain === null) throw notFound(list.kind, '');
    const change = (now: Configuration) => changedList(list, now, { domain, instance, call, context });
    change(context.store.current());
    if (context.shouldProcess(domain)) await context.store.change(list.list, change);
  });
}

/** Remove-: takes a row away; one that is not there is an error. */
export async function removeDomain<Name extends keyof Rows>(
  list: DomainList<Name>,
  call: BoundCall,
  context: CmdletContext,
): Promise<void> {
  const domain = textArgument(call, 'Identity') ?? '';
  const removed = (now: Configuration) => {
    const rows = list.rows(now);
    const place = placeOf(rows, domain);
    if (place < 0) throw notFound(list.kind, domain);
    return list.withRows(now, rows.toSpliced(place, 1));
  };
  await refusing(context, async () => {
    removed(context.store.current());
    if (context.shouldProcess(domain)) await context.store.change(list.list, removed);
  });
}

interface Wanted {
  readonly domain: string;
  readonly instance: PsObject | null;
  readonly call: BoundCall;
  readonly context: CmdletContext;
}

function changedList<Name extends keyof Rows>(list: DomainList<Name>, now: Configuration, wanted: Wanted) {
  const rows = list.rows(now);
  const place = placeOf(rows, wanted.domain);
  const before = rows[place];
  if (before === undefined && wanted.instance === null) throw notFound(list.kind, wanted.domain);
  if (before === undefined) {
    refuseBadDomain(wanted.domain);
    refuseListed(wanted.domain, now, list.list);
  }
  const row = before ?? list.fresh(wanted.domain);
  const filled = wanted.instance === null ? row : list.fromObject(row, wanted.instance, wanted.context);
  const after = list.changed(filled, wanted.call);
  return list.withRows(now, before === undefined ? [...rows, after] : rows.with(place, after));
}

function placeOf(rows: readonly { readonly domain: string }[], domain: string): number {
  const wanted = domain.toLowerCase();
  return rows.findIndex((row) => row.domain.toLowerCase() === wanted);
}

function instanceOf<Name extends keyof Rows>(list: DomainList<Name>, call: BoundCall): PsObject {
  const instance = instanceOfType(valueArgument(call, 'Instance'), [list.type]);
  if (instance === null || domainOf(instance) === null) {
    throw new Refusal('instanceUnusable', `The instance is not of type "${list.kind}".`, null);
  }
  return instance;
}

function domainOf(instance: PsObject): string | null {
  return asText(property(instance, 'Identity')) ?? asText(property(instance, 'Domain'));
}
