import { failure } from '../../../shared/errors.ts';
import { dictionaryOf, listOf, psObject, stringArray } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import { asInteger, asText, isPsObject, itemsOf, property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import type { CommandMetadata, CommandParameterMetadata } from '../records.ts';
import { commandTypes } from './enums.ts';

/** What GET_COMMAND_METADATA asks for (MS-PSRP 2.2.2.14). */
export interface MetadataRequest {
  /** Wildcards of command names. */
  readonly patterns: readonly string[];
  /** CommandTypes flags: 8 cmdlets, 2 functions (a role's proxies), 511 all. */
  readonly commandTypes: number;
}

const CUSTOM_TYPES: readonly string[] = ['System.Management.Automation.PSCustomObject', 'System.Object'];
const COUNT_TYPES: readonly string[] = ['Selected.Microsoft.PowerShell.Commands.GenericMeasureInfo', ...CUSTOM_TYPES];
const PARAMETER_TYPES: readonly string[] = ['System.Management.Automation.ParameterMetadata', 'System.Object'];
const ALL_COMMANDS = 511;

/** Writes the data of GET_COMMAND_METADATA, in every namespace. */
export function encodeMetadataRequest(request: MetadataRequest): string {
  return encodeClixml(
    psObject({
      extended: {
        Name: stringArray(request.patterns),
        CommandType: commandTypes(request.commandTypes),
        Namespace: null,
        ArgumentList: null,
      },
    }),
  );
}

/** Reads the data of GET_COMMAND_METADATA; no names are all names, as MS-PSRP 2.2.2.14 has it. */
export function decodeMetadataRequest(data: string): MetadataRequest {
  const value = decodeClixml(data);
  const patterns = itemsOf(property(value, 'Name')).flatMap((pattern) => asText(pattern) ?? []);
  return {
    patterns: patterns.length > 0 ? patterns : ['*'],
    commandTypes: asInteger(property(value, 'CommandType')) ?? ALL_COMMANDS,
  };
}

/** The first output that answers: how many commands follow (MS-PSRP 2.2.3.21). */
export function encodeMetadataCount(count: number): PsObject {
  return psObject({ types: COUNT_TYPES, extended: { Count: count } });
}

/** One command as an output that answers (MS-PSRP 2.2.3.22); its parameters' properties are adapted, as servers send them. */
export function encodeCommandMetadata(command: CommandMetadata): PsObject {
  const info = command.commandType === 2 ? 'FunctionInfo' : 'CmdletInfo';
  return psObject({
    types: [`Selected.System.Management.Automation.${info}`, ...CUSTOM_TYPES],
    extended: {
      Name: command.name,
      Namespace: command.namespace,
      HelpUri: '',
      CommandType: commandTypes(command.commandType),
      ResolvedCommandName: null,
      OutputType: stringArray(command.outputTypes),
      Parameters: dictionaryOf(command.parameters.map((parameter) => [parameter.name, encodeParameter(parameter)])),
    },
  });
}

/**
 * Reads all outputs of a GET_COMMAND_METADATA. Throws powershell.message-malformed when the count does not come first or
 * is not what follows: half a list would pass for a role with fewer cmdlets.
 */
export function decodeMetadataAnswer(outputs: readonly PsValue[]): readonly CommandMetadata[] {
  const [first, ...commands] = outputs;
  const count = asInteger(property(first, 'Count'));
  if (count !== commands.length) {
    const reason = `command metadata for ${count ?? 'an unknown number of'} commands, ${commands.length} came`;
    throw failure('powershell.message-malformed', { reason });
  }
  return commands.map(decodeCommandMetadata);
}

function decodeCommandMetadata(value: PsValue): CommandMetadata {
  const name = asText(property(value, 'Name'));
  if (name === null) throw failure('powershell.message-malformed', { reason: 'command metadata without a name' });
  const parameters = property(value, 'Parameters');
  const entries = isPsObject(parameters) ? (parameters.dictionary ?? []) : [];
  return {
    name,
    commandType: asInteger(property(value, 'CommandType')) ?? 0,
    namespace: asText(property(value, 'Namespace')) ?? '',
    outputTypes: itemsOf(property(value, 'OutputType')).flatMap((type) => asText(type) ?? []),
    parameters: entries.map(([key, parameter]) => decodeParameter(asText(key) ?? '', parameter)),
  };
}

function encodeParameter(parameter: CommandParameterMetadata): PsObject {
  return psObject({
    types: PARAMETER_TYPES,
    text: 'System.Management.Automation.ParameterMetadata',
    adapted: {
      Name: parameter.name,
      ParameterType: parameter.type,
      ParameterSets: dictionaryOf([]),
      IsDynamic: parameter.isDynamic,
      Aliases: listOf(parameter.aliases),
      Attributes: listOf([]),
      SwitchParameter: parameter.isSwitch,
    },
  });
}

function decodeParameter(key: string, value: PsValue): CommandParameterMetadata {
  const type = asText(property(value, 'ParameterType')) ?? '';
  return {
    name: asText(property(value, 'Name')) ?? key,
    type,
    aliases: itemsOf(property(value, 'Aliases')).flatMap((alias) => asText(alias) ?? []),
    isSwitch: property(value, 'SwitchParameter') === true,
    isDynamic: property(value, 'IsDynamic') === true,
  };
}
