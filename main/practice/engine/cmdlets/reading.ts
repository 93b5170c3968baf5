import type { PsValue } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { wildcardInvalid } from '../errors/engine-errors.ts';
import { Refusal } from '../errors/store-errors.ts';
import { Terminating } from '../errors/terminating.ts';
import type { Configuration } from '../store/configuration.ts';
import { isClosed, wildcard } from '../values/wildcard.ts';
import { booleanArgument, isGiven, textArgument } from './arguments.ts';
import type { CmdletContext } from './implementation.ts';
import { refusing } from './refusing.ts';

/** What a Get- cmdlet with the sets Identity and Filter reads. */
export interface Readable<Row> {
  /** The noun as error texts name it, e.g. AllowedDomain. */
  readonly kind: string;
  readonly rows: (configuration: Configuration) => readonly Row[];
  /** What -Filter matches. */
  readonly identity: (row: Row) => string;
  /** What -Identity is compared with; the identity where left out. */
  readonly key?: (row: Row) => string;
  /** An identity as rows have it, from one as it was written; as written where left out. */
  readonly canonical?: (written: string, configuration: Configuration) => string;
  readonly object: (row: Row, configuration: Configuration) => PsValue;
}

/**
 * Reads all rows, the one of -Identity, or those -Filter matches, from the store or with -LocalStore from the answering
 * server's copy. An absent identity is an error; a filter that matches nothing is an empty answer.
 * Throws Terminating for a filter that is no pattern; that the cmdlets take PowerShell's own patterns is unverified.
 */
export async function readRows<Row>(readable: Readable<Row>, call: BoundCall, context: CmdletContext): Promise<void> {
  const local = booleanArgument(call, 'LocalStore') === true;
  const configuration = local ? context.store.local() : context.store.current();
  await refusing(context, async () => {
    for (const row of chosen(readable, call, context, configuration)) {
      await context.write(readable.object(row, configuration));
    }
  });
}

function chosen<Row>(
  readable: Readable<Row>,
  call: BoundCall,
  context: CmdletContext,
  configuration: Configuration,
): readonly Row[] {
  const rows = readable.rows(configuration);
  const written = textArgument(call, 'Identity');
  if (written !== null) {
    const identity = readable.canonical?.(written, configuration) ?? written;
    const key = readable.key ?? readable.identity;
    const found = rows.find((row) => key(row).toLowerCase() === identity.toLowerCase());
    if (found === undefined) throw notFound(readable.kind, identity);
    return [found];
  }
  const filter = textArgument(call, 'Filter');
  if (!isGiven(call, 'Filter') || filter === null) return rows;
  if (!isClosed(filter)) {
    throw new Terminating(wildcardInvalid(context.command.name, context.command.implementingType, filter));
  }
  const matches = wildcard(filter);
  return rows.filter((row) => matches(readable.identity(row)));
}

/** The refusal for something that is not there. */
export function notFound(kind: string, identity: string): Refusal {
  return new Refusal('notFound', `Cannot find "${kind}" "${identity}" because it does not exist.`, identity);
}
