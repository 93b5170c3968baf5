import { COMMON_PARAMETERS, parameter } from '../../../../shared/cmdlets/index.ts';
import { dictionaryOf, psObject } from '../../../psrp/clixml/build.ts';
import type { PsObject } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import type { CommandShape } from '../binding/shape.ts';
import { isGiven, textsArgument } from '../cmdlets/arguments.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from '../cmdlets/implementation.ts';
import { errorRecord } from '../errors/error-record.ts';
import { textList } from '../values/live-object.ts';
import { hasWildcard, wildcard } from '../values/wildcard.ts';
import { companionDefinition } from './definition.ts';
import { parameterSetText } from './syntax.ts';

const COMMON_NAMES: ReadonlySet<string> = new Set(COMMON_PARAMETERS.map((each) => each.name));
const PARAMETER_METADATA = 'System.Management.Automation.ParameterMetadata';
const PARAMETERS_TYPE = [
  'System.Collections.Generic.Dictionary`2[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089],' +
    `[${PARAMETER_METADATA}, System.Management.Automation, Version=3.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]`,
  'System.Object',
];

/**
 * Get-Command through a pipeline: name patterns and command types. At remoting depth 1 each entry of Parameters and
 * ParameterSets is a text (wire-protocol D10; the shape was seen with System.Management.Automation 7.6).
 */
export const GET_COMMAND: CmdletImplementation = {
  commandType: 'Function',
  definition: companionDefinition('Get-Command', 'Core', [
    parameter('Name', 'System.String[]', 'Names or patterns.', { position: 0, pipeline: 'both' }),
    parameter('CommandType', 'System.Object[]', 'Kinds of commands, by name.', { aliases: ['Type'] }),
    parameter('Module', 'System.String[]', 'Modules, by name or pattern.', { aliases: ['PSSnapin'] }),
    parameter('ListImported', 'System.Management.Automation.SwitchParameter', 'Only commands of the session.'),
  ]),
  start: stateless(getCommand),
};

async function getCommand(call: BoundCall, context: CmdletContext): Promise<void> {
  const names = isGiven(call, 'Name') ? textsArgument(call, 'Name') : ['*'];
  const candidates = context.commands().filter((each) => isWanted(each, call, context));
  for (const name of names) {
    const found = candidates.filter((each) => wildcard(name)(each.definition.name));
    if (found.length === 0 && !hasWildcard(name)) context.error(notFound(name, context));
    for (const each of found) await context.write(commandObject(each, context));
  }
}

function isWanted(candidate: CmdletImplementation, call: BoundCall, context: CmdletContext): boolean {
  const types = textsArgument(call, 'CommandType').flatMap((text) => text.toLowerCase().split(/[\s,]+/));
  const modules = textsArgument(call, 'Module').map(wildcard);
  const type = candidate.commandType.toLowerCase();
  const ofType = types.length === 0 || types.includes(type) || types.includes('all');
  return ofType && (modules.length === 0 || modules.some((match) => match(context.moduleOf(candidate))));
}

function notFound(name: string, context: CmdletContext) {
  return errorRecord({
    message:
      `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. ` +
      'Check the spelling of the name, or if a path was included, verify that the path is correct and try again.',
    id: 'CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand',
    category: 'ObjectNotFound',
    exception: 'System.Management.Automation.CommandNotFoundException',
    activity: context.command.name,
    target: name,
  });
}

function commandObject(implementation: CmdletImplementation, context: CmdletContext): PsObject {
  const { definition, commandType } = implementation;
  const shape = context.shapeOf(implementation);
  const sets = setTexts(shape);
  const module = context.moduleOf(implementation);
  const isCmdlet = commandType === 'Cmdlet';
  return psObject({
    types: [
      `System.Management.Automation.${commandType}Info`,
      'System.Management.Automation.CommandInfo',
      'System.Object',
    ],
    text: definition.name,
    adapted: {
      Verb: definition.verb,
      Noun: definition.noun,
      ...(isCmdlet
        ? { HelpFile: 'Microsoft.Rtc.Management.dll-help.xml', ImplementingType: shape.implementingType }
        : {}),
      Definition: sets.map((set) => `\n${definition.name} ${set}\n`).join(''),
      DefaultParameterSet: definition.defaultParameterSet,
      OutputType: textList(definition.outputTypes.map((each) => each.type)),
      Options: isCmdlet ? 'ReadOnly' : 'None',
      Name: definition.name,
      CommandType: commandType,
      Source: module,
      Visibility: 'Public',
      ModuleName: module,
      RemotingCapability: 'PowerShell',
      Parameters: dictionaryOf(
        shape.parameters.map((each) => [each.name, PARAMETER_METADATA] as const),
        PARAMETERS_TYPE,
      ),
      ParameterSets: textList(sets),
    },
  });
}

function setTexts(shape: CommandShape): readonly string[] {
  return shape.parameterSets.map((set) => parameterSetText(shape, set, COMMON_NAMES));
}
