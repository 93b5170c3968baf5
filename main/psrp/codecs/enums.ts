import { enumOf } from '../clixml/build.ts';
import type { PsObject } from '../clixml/values.ts';

const RUNSPACES = 'System.Management.Automation.Runspaces';

/** PSThreadOptions.Default (MS-PSRP 2.2.3.6). */
export function defaultThreadOptions(): PsObject {
  return enumOf(`${RUNSPACES}.PSThreadOptions`, 'Default', 0);
}

/** ApartmentState Unknown, spelt as PowerShell's own enum of that name does (MS-PSRP 2.2.3.7). */
export function unknownApartmentState(): PsObject {
  return enumOf(`${RUNSPACES}.ApartmentState`, 'UNKNOWN', 2);
}

/** RemoteStreamOptions without any: no invocation info on records, which nobody here reads (MS-PSRP 2.2.3.8). */
export function noStreamOptions(): PsObject {
  return enumOf(`${RUNSPACES}.RemoteStreamOptions`, '0', 0);
}

/** PipelineResultTypes.None: nothing is merged (MS-PSRP 2.2.3.31). */
export function noMerge(): PsObject {
  return enumOf(`${RUNSPACES}.PipelineResultTypes`, 'None', 0);
}

const COMMAND_TYPES: ReadonlyMap<number, string> = new Map([
  [1, 'Alias'],
  [2, 'Function'],
  [4, 'Filter'],
  [8, 'Cmdlet'],
  [16, 'ExternalScript'],
  [32, 'Application'],
  [64, 'Script'],
  [128, 'Workflow'],
  [256, 'Configuration'],
  [511, 'All'],
]);

/** CommandTypes, one flag or several (MS-PSRP 2.2.3.19). */
export function commandTypes(flags: number): PsObject {
  const names = [...COMMAND_TYPES].filter(([flag]) => flag !== 511 && (flags & flag) !== 0).map(([, name]) => name);
  return enumOf('System.Management.Automation.CommandTypes', COMMAND_TYPES.get(flags) ?? names.join(', '), flags);
}
