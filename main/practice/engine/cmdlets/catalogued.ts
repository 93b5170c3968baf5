import { cmdlet } from '../../../../shared/cmdlets/index.ts';
import type { CmdletImplementation, RunningCmdlet } from './implementation.ts';

/** An implementation of a cmdlet of the catalogue. A name that is not there is a mistake of ours. */
export function catalogued(name: string, start: () => RunningCmdlet): CmdletImplementation {
  const definition = cmdlet(name);
  if (definition === null) throw new Error(`${name} is not in shared/cmdlets`);
  return { definition, commandType: 'Cmdlet', start };
}
