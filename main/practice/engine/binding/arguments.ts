import type { CommandArgument } from '../../../psrp/records.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { missingArgument } from './binding-errors.ts';
import { matchParameter } from './parameter-names.ts';
import type { CommandShape } from './shape.ts';

/** One argument as the binder takes it; `name` null = positional. */
export interface PairedArgument {
  readonly name: string | null;
  readonly value: PsValue;
}

/** An argument before pairing; a name without a value is a switch, or takes the next argument. */
interface LooseArgument {
  readonly name: string | null;
  readonly value: PsValue | undefined;
}

/** All that PowerShell takes for a dash (StringUtil.IsDash): hyphen-minus, en dash, em dash, horizontal bar. */
const DASH = /^[-\u2013\u2014\u2015]/;

/**
 * Pairs names and values. On the wire a name comes without a dash and always with its value; a name with a dash and no
 * value (null) stands for the bare `-Name` of a command line (CommandParameter.ToCommandParameterInternal,
 * ParameterBinderController.ReparseUnboundArguments). Throws MissingArgument and AmbiguousParameter.
 */
export function pairArguments(command: CommandShape, args: readonly CommandArgument[]): readonly PairedArgument[] {
  const loose = args.map(looseArgument);
  const paired: PairedArgument[] = [];
  for (let index = 0; index < loose.length; index += 1) {
    const { name, value } = loose[index] ?? { name: null, value: null };
    if (value !== undefined || name === null) {
      paired.push({ name, value: value ?? null });
      continue;
    }
    const parameter = matchParameter(command, name);
    if (parameter === null) {
      paired.push({ name, value: null });
    } else if (parameter.type === 'System.Management.Automation.SwitchParameter') {
      paired.push({ name, value: true });
    } else {
      index += 1;
      paired.push({ name: parameter.name, value: nextValue(command, parameter, loose[index]) });
    }
  }
  return paired;
}

function looseArgument(argument: CommandArgument): LooseArgument {
  const { name, value } = argument;
  if (name === undefined || name === '') return { name: null, value };
  if (!DASH.test(name)) return { name, value };
  const text = name.slice(1).trimEnd();
  if (text.endsWith(':')) return { name: text.slice(0, -1), value };
  return { name: text, value: value ?? undefined };
}

/** The argument after a bare `-Name`; one that is itself a parameter cannot be its value. */
function nextValue(
  command: CommandShape,
  parameter: { readonly name: string; readonly type: string },
  next: LooseArgument | undefined,
): PsValue {
  if (next === undefined) throw missingArgument(command, parameter.name, parameter.type);
  if (next.name === null) return next.value ?? null;
  if (next.value !== undefined || matchParameter(command, next.name) !== null) {
    throw missingArgument(command, parameter.name, parameter.type);
  }
  return `-${next.name}`;
}
