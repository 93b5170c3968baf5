import { parameter } from '../../../../shared/cmdlets/index.ts';
import { psObject } from '../../../psrp/clixml/build.ts';
import { isPsObject, property } from '../../../psrp/clixml/read.ts';
import type { PsObject, PsValue } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { isGiven, numberArgument, textArgument, textsArgument, valueArgument } from '../cmdlets/arguments.ts';
import type { CmdletContext, CmdletImplementation, RunningCmdlet } from '../cmdlets/implementation.ts';
import { errorRecord } from '../errors/error-record.ts';
import { netType } from '../values/printed.ts';
import { hasWildcard, wildcard } from '../values/wildcard.ts';
import { companionDefinition } from './definition.ts';

/** Select-Object with -Property, -ExpandProperty and -First, as implicit remoting and clients of this endpoint call it. */
export const SELECT_OBJECT: CmdletImplementation = {
  commandType: 'Function',
  definition: companionDefinition('Select-Object', 'Utility', [
    parameter('InputObject', 'System.Management.Automation.PSObject', 'Object to select from.', {
      pipeline: 'by-value',
    }),
    parameter('Property', 'System.Object[]', 'Properties to keep; wildcards are allowed.', { position: 0 }),
    parameter('ExpandProperty', 'System.String', 'Property whose value to give in place of the object.'),
    parameter('First', 'System.Int32', 'How many objects to give.', { range: { min: 0, max: 2147483647 } }),
  ]),
  start,
};

function start(): RunningCmdlet {
  let given = 0;
  return {
    process: async (call, context) => {
      const first = numberArgument(call, 'First') ?? Infinity;
      const input = valueArgument(call, 'InputObject') ?? null;
      if (given < first && input !== null) {
        given += 1;
        await select(input, call, context);
      }
      // What comes before need not go on: System.Management.Automation.StopUpstreamCommandsException.
      if (given >= first) context.stopUpstream();
    },
  };
}

async function select(input: PsValue, call: BoundCall, context: CmdletContext): Promise<void> {
  const expanded = textArgument(call, 'ExpandProperty');
  if (expanded !== null) await expand(input, expanded, context);
  else if (isGiven(call, 'Property')) await context.write(selected(input, textsArgument(call, 'Property')));
  else await context.write(input);
}

async function expand(input: PsValue, name: string, context: CmdletContext): Promise<void> {
  const value = property(input, name);
  if (value === undefined) {
    context.error(
      errorRecord({
        message: `Property "${name}" cannot be found.`,
        id: 'ExpandPropertyNotFound,Microsoft.PowerShell.Commands.SelectObjectCommand',
        category: 'InvalidArgument',
        exception: 'System.Management.Automation.PSArgumentException',
        activity: context.command.name,
        target: input,
      }),
    );
    return;
  }
  const items = isPsObject(value) && value.list !== undefined ? value.list.items : [value];
  for (const item of items) if (item !== null) await context.write(item);
}

/** An object with copies of some properties; one that is not there is null. */
function selected(input: PsValue, names: readonly string[]): PsObject {
  const members = new Map<string, PsValue>();
  for (const name of names) {
    for (const found of hasWildcard(name) ? matching(input, name) : [name]) {
      if (!members.has(found)) members.set(found, property(input, found) ?? null);
    }
  }
  return psObject({
    types: [`Selected.${netType(input)}`, 'System.Management.Automation.PSCustomObject', 'System.Object'],
    extended: members,
  });
}

function matching(input: PsValue, pattern: string): readonly string[] {
  if (!isPsObject(input)) return [];
  return [...input.adapted.keys(), ...input.extended.keys()].filter(wildcard(pattern));
}
