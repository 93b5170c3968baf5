import { parameter } from '../../../../shared/cmdlets/index.ts';
import { stateless, type CmdletImplementation } from '../cmdlets/implementation.ts';
import { companionDefinition } from './definition.ts';

/** Out-Default formats for the host: a null host shows nothing, and nothing comes out of the pipeline. */
export const OUT_DEFAULT: CmdletImplementation = {
  commandType: 'Function',
  definition: companionDefinition('Out-Default', 'Core', [
    parameter('InputObject', 'System.Management.Automation.PSObject', 'Object to show.', { pipeline: 'by-value' }),
  ]),
  start: stateless(() => Promise.resolve()),
};
