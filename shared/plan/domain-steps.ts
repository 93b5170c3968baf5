import type { FieldValue } from '../conflict.ts';
import { failure } from '../errors.ts';
import type { FederatedDomain } from '../models/federated-domain.ts';
import { requireDomainName } from '../rules/domain-name.ts';
import { takesParameter, type CmdletAbilities } from './abilities.ts';
import { conflictFailure } from './conflict.ts';
import type { DomainDraft } from './draft.ts';
import { rowOn, type DomainState } from './expectations.ts';
import { makeStep } from './make-step.ts';
import type { DomainListName, DomainOutcome, FieldValues, PlanStep, PlanWords, StepArgument } from './plan.ts';
import { rowVersion, type Sha256 } from './row-version.ts';

/** What the steps of a domain are made from: the draft, the domain as it stands now, and what the server can do. */
export interface DomainStart {
  readonly draft: DomainDraft;
  readonly state: DomainState;
  readonly abilities: CmdletAbilities;
}

type AddDraft = Extract<DomainDraft, { kind: 'allowed-domain.add' | 'blocked-domain.add' }>;
type SetDraft = Extract<DomainDraft, { kind: 'allowed-domain.set' | 'blocked-domain.set' }>;
type RemoveDraft = Extract<DomainDraft, { kind: 'federated-domain.remove' }>;
type MoveDraft = Extract<DomainDraft, { kind: 'federated-domain.move' }>;

/** The fields of a domain and their parameters, in the order they are written. */
const PARAMETERS = [
  ['proxyFqdn', 'ProxyFqdn'],
  ['comment', 'Comment'],
  ['verificationLevel', 'VerificationLevel'],
  ['markForMonitoring', 'MarkForMonitoring'],
] as const;

/** The fields of a domain that one of its cmdlets takes; none where there is no such cmdlet, null = the server does not say. */
export function domainFieldsTaken(abilities: CmdletAbilities, cmdlet: string): readonly string[] | null {
  if (!abilities.has(cmdlet.toLowerCase())) return [];
  const taken = PARAMETERS.map(([, parameter]) => takesParameter(abilities, cmdlet, parameter));
  return taken.includes(null) ? null : PARAMETERS.filter((_, at) => taken[at] === true).map(([field]) => field);
}

/**
 * The steps that take the domain from its state to what the draft wants. Throws a Failure: input.* for a name no server
 * takes; conflict.already-allowed or conflict.already-blocked when it stands on a list (it can stand on one only);
 * conflict.not-found and conflict.changed-since-read, with the three values, when the row a draft was filled from is
 * gone or another; plan.nothing-to-do; permission.cmdlet-absent and cmdlet.parameter-unknown when the server says so.
 */
export function domainSteps(start: DomainStart, sha256: Sha256): readonly PlanStep[] {
  const { draft } = start;
  switch (draft.kind) {
    case 'allowed-domain.add':
    case 'blocked-domain.add':
      return [addStep(draft, start)];
    case 'allowed-domain.set':
    case 'blocked-domain.set':
      return [setStep(draft, start, sha256)];
    case 'federated-domain.remove':
      return [removeStep(draft, start, sha256)];
    case 'federated-domain.move':
      return moveSteps(draft, start, sha256);
  }
}

/**
 * The domain a draft is about. Throws input.* for a name to add that no server takes; a name to change, move or remove
 * stands on a server already and is taken as it is.
 */
export function domainOf(draft: DomainDraft): string {
  const adds = draft.kind === 'allowed-domain.add' || draft.kind === 'blocked-domain.add';
  return adds ? requireDomainName(draft.domain) : draft.domain;
}

function addStep(draft: AddDraft, { state, abilities }: DomainStart): PlanStep {
  const domain = domainOf(draft);
  if (state.allowed !== null) throw failure('conflict.already-allowed', { domain: state.allowed.domain });
  if (state.blocked !== null) throw failure('conflict.already-blocked', { domain: state.blocked.domain });
  return newStep(draft.kind === 'allowed-domain.add' ? 'allowed' : 'blocked', domain, fieldsOf(draft), abilities);
}

function newStep(list: DomainListName, domain: string, wanted: FieldValues, abilities: CmdletAbilities): PlanStep {
  const fields = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
  return makeStep({
    cmdlet: `New-${nounOf(list)}`,
    arguments: argumentsOf(domain, fields),
    words: wordsOf(`plan.words.${list}-domain.add`, domain, fields),
    expects: [
      { object: 'domain', list: 'allowed', domain, version: null },
      { object: 'domain', list: 'blocked', domain, version: null },
    ],
    result: { object: 'domain', list, domain, present: true, values: fields },
    abilities,
  });
}

function setStep(draft: SetDraft, { state, abilities }: DomainStart, sha256: Sha256): PlanStep {
  const list = draft.kind === 'allowed-domain.set' ? 'allowed' : 'blocked';
  const wanted = fieldsOf(draft);
  const row = requireRow({ list, draft, state, wanted }, sha256);
  const before = new Map<string, unknown>(Object.entries(row));
  const changed = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => (before.get(field) ?? null) !== value),
  );
  if (Object.keys(changed).length === 0) throw failure('plan.nothing-to-do', {});
  const { domain } = row;
  return makeStep({
    cmdlet: `Set-${nounOf(list)}`,
    arguments: argumentsOf(row.identity, changed),
    words: wordsOf(`plan.words.${list}-domain.set`, domain, changed),
    expects: [{ object: 'domain', list, domain, version: draft.versionRead }],
    result: { object: 'domain', list, domain, present: true, values: changed },
    abilities,
  });
}

function removeStep(draft: RemoveDraft, { state, abilities }: DomainStart, sha256: Sha256): PlanStep {
  const row = requireRow({ list: draft.status, draft, state, wanted: null }, sha256);
  return takeAway(row, draft.versionRead, { id: `plan.words.${row.status}-domain.remove`, abilities });
}

/** There is no cmdlet that moves: a Remove- from the one list, then a New- on the other, for a server has it on one only. */
function moveSteps(draft: MoveDraft, { state, abilities }: DomainStart, sha256: Sha256): readonly PlanStep[] {
  const target = draft.status === 'allowed' ? 'blocked' : 'allowed';
  const given = fieldsOf(draft);
  const foreign = PARAMETERS.find(([field]) => target === 'blocked' && field !== 'comment' && field in given);
  if (foreign !== undefined) {
    throw failure('cmdlet.parameter-unknown', { cmdlet: 'New-CsBlockedDomain', parameter: foreign[1] });
  }
  const row = requireRow({ list: draft.status, draft, state, wanted: given }, sha256);
  return [
    takeAway(row, draft.versionRead, { id: `plan.words.${row.status}-domain.leave`, abilities }),
    newStep(target, row.domain, { comment: row.comment, ...given }, abilities),
  ];
}

function takeAway(
  row: FederatedDomain,
  version: string,
  { id, abilities }: { readonly id: PlanWords['id']; readonly abilities: CmdletAbilities },
): PlanStep {
  const { status: list, domain } = row;
  return makeStep({
    cmdlet: `Remove-${nounOf(list)}`,
    arguments: argumentsOf(row.identity, {}),
    words: { id, values: { domain } },
    expects: [{ object: 'domain', list, domain, version }],
    result: { object: 'domain', list, domain, present: false, values: {} } satisfies DomainOutcome,
    abilities,
  });
}

interface RowWanted {
  readonly list: DomainListName;
  readonly draft: SetDraft | RemoveDraft | MoveDraft;
  readonly state: DomainState;
  /** For the three values; null = it is to go. */
  readonly wanted: FieldValues | null;
}

function requireRow({ list, draft, state, wanted }: RowWanted, sha256: Sha256): FederatedDomain {
  const row = rowOn(list, state);
  if (row !== null && rowVersion(row, sha256) === draft.versionRead) return row;
  const expected = { object: 'domain', list, domain: draft.domain, version: draft.versionRead } as const;
  throw conflictFailure({ expected, now: state, reviewed: draft.read ?? null, wanted }, sha256);
}

function argumentsOf(identity: string, fields: FieldValues): readonly StepArgument[] {
  const args: StepArgument[] = [{ name: 'Identity', value: identity }];
  for (const [field, name] of PARAMETERS) {
    const value = fields[field];
    if (value !== undefined) args.push({ name, value });
  }
  return args;
}

/** The fields a draft names, with the empty text as null. An Access Edge must be a name a server takes. */
function fieldsOf(draft: AddDraft | SetDraft | MoveDraft): FieldValues {
  const given = new Map<string, unknown>(Object.entries(draft));
  const fields: Record<string, FieldValue> = {};
  for (const [field] of PARAMETERS) {
    const value = given.get(field);
    if (typeof value === 'boolean') fields[field] = value;
    else if (typeof value === 'string') fields[field] = value.trim() === '' ? null : value;
  }
  if (typeof fields['proxyFqdn'] === 'string') requireDomainName(fields['proxyFqdn']);
  return fields;
}

/** The sentence of a step: for each field whether it is left, cleared or given, and its value. */
function wordsOf(id: PlanWords['id'], domain: string, fields: FieldValues): PlanWords {
  const values: Record<string, string> = { domain };
  for (const [field] of PARAMETERS) {
    const value = fields[field];
    values[`${field}Change`] = value === undefined ? 'left' : value === null ? 'cleared' : 'given';
    values[field] = String(value ?? '');
  }
  return { id, values };
}

function nounOf(list: DomainListName): string {
  return list === 'allowed' ? 'CsAllowedDomain' : 'CsBlockedDomain';
}
