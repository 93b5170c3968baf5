import type { FieldValue } from '../../shared/conflict.ts';
import type { NounRow } from '../../shared/models/noun-row.ts';
import { LIST_JOINT, type NounField, type NounName } from '../../shared/nouns/noun.ts';
import { NOUNS, sameIdentity } from '../../shared/nouns/nouns.ts';
import type { RemoteSession } from '../session/session.ts';
import { filterText } from './filter-text.ts';
import {
  answerObject,
  booleanOrNull,
  enumOrNull,
  numberOrNull,
  text,
  textOrNull,
  texts,
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

/** So many addresses are asked for in one filter. */
const AT_ONCE = 25;

/**
 * The users of these SIP addresses, those there are, in the server's order. Source: Get-CsUser help: -Filter compares
 * Lync attributes; an unmatched one is an empty answer. Throws as readNounRows does.
 */
export async function readUserRows(
  session: RemoteSession,
  addresses: readonly string[],
  signal?: AbortSignal,
): Promise<readonly NounRow[]> {
  const { get } = NOUNS.user;
  const rows: NounRow[] = [];
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    const some = addresses.slice(from, from + AT_ONCE);
    const filter = some.map((address) => `SipAddress -eq ${filterText(address)}`).join(' -or ');
    await runCmdlet(session, get, [{ name: 'Filter', value: filter }], {
      signal,
      onOutput: (value) => {
        const answer = answerObject(get, value);
        rows.push({ ...nounRow('user', answer), identity: text(answer, 'SipAddress') });
      },
    });
  }
  return rows;
}

async function readUserRow(session: RemoteSession, sipAddress: string, signal?: AbortSignal): Promise<NounRow | null> {
  const rows = await readUserRows(session, [sipAddress], signal);
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

function listOrNull(answer: AnswerObject, name: string): string | null {
  const members = texts(answer, name);
  return members.length === 0 ? null : members.join(LIST_JOINT);
}
