import { quoteText } from '../../../shared/plan/powershell.ts';
import type { WrittenArgument, WrittenCommand, WrittenValue } from './parse.ts';

/** What the server tells of a parameter, its name as it was written: shortened or an alias; `undefined` = not known. */
export type ParameterKnowledge = (
  cmdlet: string,
  parameter: string,
) => { readonly name: string; readonly type: string } | undefined;

/** Names that may be of a secret, of parameters, and of cmdlets whose values without a name may be one. */
const SECRET_NAME = /pass|pwd|secret|secure|credential|authorization|cookie|header|token|api-?key|pin$/i;
/** What a shortened name may stand for, where the server does not tell. */
const SECRET_PARAMETERS = ['password', 'passphrase', 'pwd', 'credential', 'securestring', 'secret', 'authorization'];
const SECRET_TYPE = /\b(SecureString|PSCredential|NetworkCredential)\b/i;
/** Secrets that stand inside of a text: HTTP authorization, `password=`, and a URL's user. */
const SECRET_TEXT =
  /\b(basic|bearer|digest|negotiate|ntlm|kerberos)\s+[\w+/=.~-]{6,}|\b\w*(password|passwd|pwd|secret|token)\s*[=:]\s*\S|:\/\/[^/\s:@]+:[^/\s@]+@/i;
const MASK = "'***'";

/**
 * A pipeline as a person would type it, for the journal: every text quoted, and nothing in it that may be a secret
 * (main/cli/README.md has the rule). `known` is what the server told of the parameters.
 */
export function powershellOf(commands: readonly WrittenCommand[], known: ParameterKnowledge): string {
  return commands.map((command) => commandText(command, known)).join(' | ');
}

function commandText({ name, arguments: written }: WrittenCommand, known: ParameterKnowledge): string {
  return [name, ...written.map((argument) => argumentText(name, argument, known))].join(' ');
}

function argumentText(cmdlet: string, { name, value, colon }: WrittenArgument, known: ParameterKnowledge): string {
  const secret = name === null ? SECRET_NAME.test(cmdlet) : isSecretParameter(cmdlet, name, known);
  const text = value === undefined ? '' : secret && !isPlain(value) ? MASK : valueText(value);
  if (name === null) return text;
  // A secret without a value is no switch: it is asked for.
  if (value === undefined) return SECRET_TYPE.test(known(cmdlet, name)?.type ?? '') ? `-${name} ${MASK}` : `-${name}`;
  return colon ? `-${name}:${text}` : `-${name} ${text}`;
}

function isSecretParameter(cmdlet: string, written: string, known: ParameterKnowledge): boolean {
  if (SECRET_NAME.test(written)) return true;
  // A cmdlet about a secret may take it by a harmless name: ConvertTo-SecureString -String.
  if (SECRET_NAME.test(cmdlet)) return !/^id(entity)?$/i.test(written);
  const parameter = known(cmdlet, written);
  if (parameter !== undefined) return SECRET_NAME.test(parameter.name) || SECRET_TYPE.test(parameter.type);
  return SECRET_PARAMETERS.some((name) => name.startsWith(written.toLowerCase()));
}

/** What is never a secret: nothing, and a switch's value. */
function isPlain(value: WrittenValue): boolean {
  return value === null || typeof value === 'boolean';
}

function valueText(value: WrittenValue): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return SECRET_TEXT.test(value) ? MASK : quoteText(value);
  return `@(${value.map(valueText).join(', ')})`;
}
