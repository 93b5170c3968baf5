import { failure, type Failure } from '../../shared/errors.ts';
import { asText, hasType, isPsObject, itemsOf, property, type PsObject, type PsValue } from '../psrp/index.ts';

/** One object of a cmdlet's answer, read property by property; every refusal names the cmdlet and the property. */
export interface AnswerObject {
  readonly cmdlet: string;
  readonly value: PsObject;
}

/** Takes one output value as an object. Throws cmdlet.answer-unreadable for a bare value. */
export function answerObject(cmdlet: string, value: PsValue): AnswerObject {
  if (!isPsObject(value)) {
    throw unreadable(cmdlet, 'a value came where an object was expected');
  }
  return { cmdlet, value };
}

/** A text, or null where the property is absent, null or empty. Objects (an identity, an enum) give their ToString. */
export function textOrNull(answer: AnswerObject, name: string): string | null {
  const value = property(answer.value, name);
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'string' || isPsObject(value) ? asText(value) : null;
  if (text === null) throw unreadable(answer.cmdlet, `${name} is not a text`);
  return text === '' ? null : text;
}

/** A text that must be there. */
export function text(answer: AnswerObject, name: string): string {
  const value = textOrNull(answer, name);
  if (value === null) throw unreadable(answer.cmdlet, `${name} is missing`);
  return value;
}

/** The members of a list, none where it is absent or empty. At remoting depth a short one may be its text. */
export function texts(answer: AnswerObject, name: string): readonly string[] {
  const value = property(answer.value, name);
  if (value === undefined || value === null || value === '') return [];
  return (isPsObject(value) ? itemsOf(value) : [value]).map((item) => {
    const member = asText(item);
    if (member === null) throw unreadable(answer.cmdlet, `${name} has a member that is not a text`);
    return member;
  });
}

/** A boolean, or null where the property is absent or null. At remoting depth a boolean may have become its text. */
export function booleanOrNull(answer: AnswerObject, name: string): boolean | null {
  const value = property(answer.value, name);
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^true$/i.test(value)) return true;
  if (typeof value === 'string' && /^false$/i.test(value)) return false;
  throw unreadable(answer.cmdlet, `${name} is not a boolean`);
}

/** A boolean that must be there. */
export function boolean(answer: AnswerObject, name: string): boolean {
  const value = booleanOrNull(answer, name);
  if (value === null) throw unreadable(answer.cmdlet, `${name} is missing`);
  return value;
}

/**
 * A moment in ISO 8601, UTC, or null where the property is absent, null or .NET's first day, which stands for never. A
 * time without a zone is null too: whose clock it is by, nobody says.
 */
export function momentOrNull(answer: AnswerObject, name: string): string | null {
  const value = asText(property(answer.value, name));
  if (value === null || value.startsWith('0001-')) return null;
  if (!/(Z|[+-]\d\d:\d\d)$/.test(value)) return null;
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) throw unreadable(answer.cmdlet, `${name} is not a time`);
  return moment.toISOString();
}

/** A whole number, or null where the property is absent or null. At remoting depth a number may have become its text. */
export function numberOrNull(answer: AnswerObject, name: string): number | null {
  const value = property(answer.value, name);
  if (value === undefined || value === null) return null;
  const digits = typeof value === 'number' ? String(value) : asText(value);
  if (digits === null || !/^-?\d+$/.test(digits) || !Number.isSafeInteger(Number(digits))) {
    throw unreadable(answer.cmdlet, `${name} is not a whole number`);
  }
  return Number(digits);
}

/** One of the names of an enum, compared without regard to case, or null where the property is absent or null. */
export function enumOrNull<Name extends string>(
  answer: AnswerObject,
  name: string,
  names: readonly Name[],
): Name | null {
  const value = textOrNull(answer, name);
  if (value === null) return null;
  const found = names.find((each) => each.toLowerCase() === value.toLowerCase());
  // A name of a newer build: to show it as absent would be a lie, and to write the row back would lose it.
  if (found === undefined) throw unreadable(answer.cmdlet, `${name} is ${value}`);
  return found;
}

/** Whether the object is of a .NET type, by its full name without the `Deserialized.` a reading PowerShell adds. */
export function isOfType(answer: AnswerObject, type: string): boolean {
  return hasType(answer.value, type);
}

/** The Failure for an answer that is not what the cmdlet's help says. */
export function unreadable(cmdlet: string, reason: string): Failure {
  return failure('cmdlet.answer-unreadable', { cmdlet, reason }, { cmdlet });
}
