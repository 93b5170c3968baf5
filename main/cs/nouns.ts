import type { FieldValue } from '../../shared/conflict.ts';
import type { NounRow } from '../../shared/models/noun-row.ts';
import { LIST_JOINT, type NounField, type NounName } from '../../shared/nouns/noun.ts';
import { NOUNS, sameIdentity } from '../../shared/nouns/nouns.ts';
import { asText, isPsObject, itemsOf, property } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import {
  answerObject,
  booleanOrNull,
  enumOrNull,
  numberOrNull,
  text,
  textOrNull,
  unreadable,
  type AnswerObject,
} from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';

/**
 * Reads every object of a noun, in the server's order. Source: the help of its Get- cmdlet. Throws the session's
 * Failures, the cmdlet's, or cmdlet.answer-unreadable.
 */
export async function readNounRows(
  session: RemoteSession,
  noun: NounName,
  signal?: AbortSignal,
): Promise<readonly NounRow[]> {
  const { get } = NOUNS[noun];
  const rows: NounRow[] = [];
  await runCmdlet(session, get, [], {
    signal,
    onOutput: (value) => rows.push(nounRow(noun, answerObject(get, value))),
  });
  return rows;
}

/**
 * Reads one object of a noun, or null where there is none of that identity. Throws as readNounRows does. The whole list
 * is read: an absent -Identity is an error record whose id no document gives, and no help says whether -Filter of a
 * policy sees the prefix of its identity. A user is asked for by SIP address.
 */
export async function readNounRow(
  session: RemoteSession,
  noun: NounName,
  identity: string,
  signal?: AbortSignal,
): Promise<NounRow | null> {
  if (noun === 'user') return await readUserRow(session, identity, signal);
  const rows = await readNounRows(session, noun, signal);
  return rows.find((row) => sameIdentity(noun, row.identity, identity)) ?? null;
}

/** Source: Get-CsUser help: -Filter compares Lync attributes; an unmatched one is an empty answer. */
async function readUserRow(session: RemoteSession, sipAddress: string, signal?: AbortSignal): Promise<NounRow | null> {
  const { get } = NOUNS.user;
  const rows: NounRow[] = [];
  // As PowerShell doubles a quote within quotes: the address ends where ours ends.
  const filter = `SipAddress -eq '${sipAddress.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  await runCmdlet(session, get, [{ name: 'Filter', value: filter }], {
    signal,
    onOutput: (value) => {
      const answer = answerObject(get, value);
      rows.push({ ...nounRow('user', answer), identity: text(answer, 'SipAddress') });
    },
  });
  return rows.find((row) => sameIdentity('user', row.identity, sipAddress)) ?? null;
}

function nounRow(noun: NounName, answer: AnswerObject): NounRow {
  const values = NOUNS[noun].fields.map((field): [string, FieldValue] => [field.name, valueOf(answer, field)]);
  return { identity: text(answer, 'Identity'), values: Object.fromEntries(values) };
}

function valueOf(answer: AnswerObject, { kind, property: name, choices }: NounField): FieldValue {
  switch (kind) {
    case 'flag':
      return booleanOrNull(answer, name);
    case 'count':
      return numberOrNull(answer, name);
    case 'choice':
      return enumOrNull(answer, name, choices);
    case 'text':
      return textOrNull(answer, name);
    case 'list':
      return listOrNull(answer, name);
  }
}

/** The members of a list as one text, or null where it is absent or empty. At remoting depth a short one may be its text. */
function listOrNull(answer: AnswerObject, name: string): string | null {
  const value = property(answer.value, name);
  if (value === undefined || value === null || value === '') return null;
  const items = isPsObject(value) ? itemsOf(value) : [value];
  const members = items.map((item) => {
    const member = asText(item);
    if (member === null) throw unreadable(answer.cmdlet, `${name} has a member that is not a text`);
    return member;
  });
  return members.length === 0 ? null : members.join(LIST_JOINT);
}
