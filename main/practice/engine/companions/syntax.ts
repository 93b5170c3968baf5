import type { CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import { isInSet, isMandatoryIn, type CommandShape } from '../binding/shape.ts';

const KEYWORDS: Readonly<Record<string, string>> = {
  'System.String': 'string',
  'System.Boolean': 'bool',
  'System.UInt32': 'uint32',
  'System.Int32': 'int',
  'System.Object': 'Object',
};

/** One line a parameter set, as CommandParameterSetInfo.ToString writes it: `[[-Identity] <X>] [-LocalStore] [<CommonParameters>]`. */
export function parameterSetText(command: CommandShape, set: string, common: ReadonlySet<string>): string {
  const own = command.parameters.filter((each) => isInSet(each, set) && !common.has(each.name));
  const positional = own.filter((each) => each.position !== null);
  const named = own.filter((each) => each.position === null);
  return [...positional, ...named]
    .map((each) => parameterText(each, set))
    .concat('[<CommonParameters>]')
    .join(' ');
}

function parameterText(parameter: CmdletParameter, set: string): string {
  const isSwitch = parameter.type === 'System.Management.Automation.SwitchParameter';
  const name = parameter.position === null ? `-${parameter.name}` : `[-${parameter.name}]`;
  const written = isSwitch ? name : `${name} <${typeText(parameter.type)}>`;
  return isMandatoryIn(parameter, set) ? written : `[${written}]`;
}

function typeText(type: string): string {
  const element = type.replace('[]', '');
  const short = KEYWORDS[element] ?? element.slice(element.lastIndexOf('.') + 1);
  return type.endsWith('[]') ? `${short}[]` : short;
}
