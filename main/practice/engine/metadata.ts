import { COMMON_PARAMETERS, type CmdletParameter, type ServerVersion } from '../../../shared/cmdlets/index.ts';
import type { CommandMetadata, CommandParameterMetadata } from '../../psrp/records.ts';
import type { CmdletImplementation, CommandType } from './cmdlets/implementation.ts';
import { commandsOf, moduleOf } from './cmdlets/registry.ts';
import type { ServerProducts } from './store/products.ts';
import { wildcard } from './values/wildcard.ts';

/** CommandTypes of System.Management.Automation, as flags. */
const COMMAND_TYPES: Readonly<Record<CommandType, number>> = { Function: 2, Cmdlet: 8 };

/** The commands a role has whose name matches one of the patterns, with all their parameters (wire-protocol D10). */
export function commandMetadata(
  patterns: readonly string[],
  commandTypes: number,
  role: string,
  server: ServerProducts,
): readonly CommandMetadata[] {
  const matches = patterns.map(wildcard);
  return commandsOf(role, server)
    .filter((each) => (COMMAND_TYPES[each.commandType] & commandTypes) !== 0)
    .filter((each) => matches.some((match) => match(each.definition.name)))
    .map((each) => metadataOf(each, server.version));
}

function metadataOf(implementation: CmdletImplementation, version: ServerVersion): CommandMetadata {
  const { definition, commandType } = implementation;
  const own = definition.parameters.filter((each) => each.versions.includes(version));
  return {
    name: definition.name,
    commandType: COMMAND_TYPES[commandType],
    namespace: moduleOf(implementation, version),
    outputTypes: definition.outputTypes.map((each) => each.type),
    parameters: [...own, ...COMMON_PARAMETERS].map(parameterMetadata),
  };
}

function parameterMetadata(parameter: CmdletParameter): CommandParameterMetadata {
  return {
    name: parameter.name,
    type: parameter.type,
    aliases: parameter.aliases,
    isSwitch: parameter.type === 'System.Management.Automation.SwitchParameter',
    isDynamic: false,
  };
}
