import type {
  CmdletDefinition,
  CmdletParameter,
  HelpPages,
  OutputProperty,
  OutputType,
  ServerVersion,
} from './types.ts';

export const EVERY_VERSION: readonly ServerVersion[] = ['2013', '2015', '2019', 'SE'];
export const FROM_2015: readonly ServerVersion[] = ['2015', '2019', 'SE'];

export const BOOLEAN = 'System.Boolean';
export const STRING = 'System.String';
export const SWITCH = 'System.Management.Automation.SwitchParameter';
export const UINT16 = 'System.UInt16';
export const UINT32 = 'System.UInt32';
export const DATE_TIME = 'System.DateTime';
export const LIST_OF_TEXT = `System.Collections.Generic.List\`1[[${STRING}]]`;
/** The set of a cmdlet, or of a parameter, that has no named one (System.Management.Automation.ParameterAttribute). */
export const ALL_SETS = '__AllParameterSets';

/** Builds a parameter: what is not said is the help's usual (optional, by name, no pipeline, every version). */
export function parameter(
  name: string,
  type: string,
  description: string,
  more: Partial<Omit<CmdletParameter, 'name' | 'type' | 'description'>> = {},
): CmdletParameter {
  return {
    name,
    type,
    description,
    sets: [],
    mandatory: 'never',
    position: null,
    aliases: [],
    pipeline: 'none',
    values: [],
    range: null,
    maxLength: null,
    defaultValue: null,
    versions: EVERY_VERSION,
    unit: null,
    unverified: false,
    note: null,
    ...more,
  };
}

/** Builds a property of an output type. */
export function property(
  name: string,
  type: string = STRING,
  more: Partial<Omit<OutputProperty, 'name' | 'type'>> = {},
): OutputProperty {
  return { name, type, versions: EVERY_VERSION, unverified: false, ...more };
}

/** Builds an output type without ancestors worth a name. */
export function outputType(
  type: string,
  evidence: OutputType['evidence'],
  properties: readonly OutputProperty[],
): OutputType {
  return { type, ancestors: [], evidence, properties };
}

/** The two help pages of a cmdlet: the current help and the Lync Server 2013 library. */
function helpPages(cmdlet: string): HelpPages {
  return {
    current: `MicrosoftDocs/office-docs-powershell@93336da2bc:skype/skype-ps/SkypeForBusiness/${cmdlet}.md`,
    lync2013: `v-hearya/OfficeDocs-SkypeforBusiness-Test-pr@d576486:server-2013/${cmdlet.toLowerCase()}.md`,
  };
}

/** Builds a cmdlet: name, parameters, and what differs from a cmdlet with one set that returns objects. */
export function cmdletDefinition(
  name: string,
  parameters: readonly CmdletParameter[],
  more: Partial<Omit<CmdletDefinition, 'name' | 'verb' | 'noun' | 'parameters' | 'source'>> = {},
): CmdletDefinition {
  const [verb = '', noun = ''] = name.split('-', 2);
  const parameterSets = more.parameterSets ?? [ALL_SETS];
  return {
    name,
    verb,
    noun,
    versions: EVERY_VERSION,
    parameterSets,
    defaultParameterSet: parameterSets[0] ?? ALL_SETS,
    parameters,
    outputTypes: [],
    returnsNothing: (more.outputTypes ?? []).length === 0,
    supportsWhatIf: parameters.some((each) => each.name === 'WhatIf'),
    source: helpPages(name),
    note: null,
    ...more,
  };
}
