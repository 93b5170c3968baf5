import { parameter } from '../../../../shared/cmdlets/index.ts';
import { psObject } from '../../../psrp/clixml/build.ts';
import { valueArgument } from '../cmdlets/arguments.ts';
import type { CmdletImplementation, RunningCmdlet } from '../cmdlets/implementation.ts';
import { companionDefinition } from './definition.ts';

const TYPE = 'Microsoft.PowerShell.Commands.GenericMeasureInfo';

/** Measure-Object as a restricted session has it: it counts, and no more (CommandMetadata.GetRestrictedMeasureObject). */
export const MEASURE_OBJECT: CmdletImplementation = {
  commandType: 'Function',
  definition: companionDefinition('Measure-Object', 'Utility', [
    parameter('InputObject', 'System.Management.Automation.PSObject', 'Object to count.', { pipeline: 'by-value' }),
  ]),
  start,
};

function start(): RunningCmdlet {
  let count = 0;
  return {
    process: (call) => {
      if ((valueArgument(call, 'InputObject') ?? null) !== null) count += 1;
      return Promise.resolve();
    },
    end: (_call, context) =>
      context.write(
        psObject({
          types: [TYPE, 'Microsoft.PowerShell.Commands.MeasureInfo', 'System.Object'],
          text: TYPE,
          adapted: { Count: count, Average: null, Sum: null, Maximum: null, Minimum: null, Property: null },
        }),
      ),
  };
}
