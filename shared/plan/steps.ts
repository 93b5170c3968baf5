import { failure } from '../errors.ts';
import type { FederatedDomain } from '../models/federated-domain.ts';
import { requireDomainName } from '../rules/domain-name.ts';
import { requireCmdlet, requireParameter, takesParameter, type CmdletAbilities } from './abilities.ts';
import type { Draft } from './draft.ts';
import { rowOn, type DomainState } from './expectations.ts';
import type { DomainListName, PlanStep, PlanWords, StepArgument, StepOutcome } from './plan.ts';
import { powershellText } from './powershell.ts';
import { rowVersion, type Sha256 } from './row-version.ts';

/** What a plan is made from: the draft, the domain as it stands on the server now, and what the server can do. */
export interface PlanStart {
  readonly draft: Draft;
  readonly state: DomainState;
  readonly abilities: CmdletAbilities;
}

type AddDraft = Extract<Draft, { kind: 'allowed-domain.add' | 'blocked-domain.add' }>;
type SetDraft = Extract<Draft, { kind: 'allowed-domain.set' | 'blocked-domain.set' }>;
type RemoveDraft = Extract<Draft, { kind: 'federated-domain.remove' }>;
type Fields = Readonly<Record<string, string | boolean | null>>;

/** The fields of a domain and their parameters, in the order they are written. */
const PARAMETERS = [
  ['proxyFqdn', 'ProxyFqdn'],
  ['comment', 'Comment'],
  ['verificationLevel', 'VerificationLevel'],
  ['markForMonitoring', 'MarkForMonitoring'],
] as const;

/**
 * The steps that take the domain from its state to what the draft wants. Throws a Failure: input.* for a name no server
 * takes; conflict.already-allowed or conflict.already-blocked when it stands on a list (it can stand on one only);
 * conflict.not-found and conflict.changed-since-read when the row a draft was filled from is gone or another;
 * plan.nothing-to-do; permission.cmdlet-absent and cmdlet.parameter-unknown when the server says so.
 */
export function planSteps(start: PlanStart, sha256: Sha256): readonly PlanStep[] {
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
  }
}

/**
 * The domain a draft is about. Throws input.* for a name to add that no server takes; a name to change or remove stands
 * on a server already and is taken as it is.
 */
export function domainOf(draft: Draft): string {
  const adds = draft.kind === 'allowed-domain.add' || draft.kind === 'blocked-domain.add';
  return adds ? requireDomainName(draft.domain) : draft.domain;
}

function addStep(draft: AddDraft, { state, abilities }: PlanStart): PlanStep {
  const list = draft.kind === 'allowed-domain.add' ? 'allowed' : 'blocked';
  const domain = domainOf(draft);
  if (state.allowed !== null) throw failure('conflict.already-allowed', { domain: state.allowed.domain });
  if (state.blocked !== null) throw failure('conflict.already-blocked', { domain: state.blocked.domain });
  const fields = Object.fromEntries(Object.entries(fieldsOf(draft)).filter(([, value]) => value !== null));
  return step({
    cmdlet: `New-${nounOf(list)}`,
    identity: domain,
    fields,
    words: { id: `plan.words.${list}-domain.add`, values: { domain, ...fieldWords(fields) } },
    expects: [
      { list: 'allowed', domain, version: null },
      { list: 'blocked', domain, version: null },
    ],
    result: { list, domain, present: true, values: fields },
    abilities,
  });
}

function setStep(draft: SetDraft, { state, abilities }: PlanStart, sha256: Sha256): PlanStep {
  const list = draft.kind === 'allowed-domain.set' ? 'allowed' : 'blocked';
  const row = requireRow(list, draft, state, sha256);
  const before = new Map<string, unknown>(Object.entries(row));
  const changed = Object.fromEntries(
    Object.entries(fieldsOf(draft)).filter(([field, value]) => (before.get(field) ?? null) !== value),
  );
  if (Object.keys(changed).length === 0) throw failure('plan.nothing-to-do', {});
  return step({
    cmdlet: `Set-${nounOf(list)}`,
    identity: row.identity,
    fields: changed,
    words: { id: `plan.words.${list}-domain.set`, values: { domain: row.domain, ...fieldWords(changed) } },
    expects: [{ list, domain: row.domain, version: draft.versionRead }],
    result: { list, domain: row.domain, present: true, values: changed },
    abilities,
  });
}

function removeStep(draft: RemoveDraft, { state, abilities }: PlanStart, sha256: Sha256): PlanStep {
  const row = requireRow(draft.status, draft, state, sha256);
  return step({
    cmdlet: `Remove-${nounOf(draft.status)}`,
    identity: row.identity,
    fields: {},
    words: { id: `plan.words.${draft.status}-domain.remove`, values: { domain: row.domain } },
    expects: [{ list: draft.status, domain: row.domain, version: draft.versionRead }],
    result: { list: draft.status, domain: row.domain, present: false, values: {} },
    abilities,
  });
}

function requireRow(
  list: DomainListName,
  draft: SetDraft | RemoveDraft,
  state: DomainState,
  sha256: Sha256,
): FederatedDomain {
  const row = rowOn(list, state);
  if (row === null) throw failure('conflict.not-found', { identity: draft.domain });
  if (rowVersion(row, sha256) !== draft.versionRead) {
    throw failure('conflict.changed-since-read', { identity: draft.domain });
  }
  return row;
}

function step(parts: {
  readonly cmdlet: string;
  readonly identity: string;
  readonly fields: Fields;
  readonly words: PlanWords;
  readonly expects: PlanStep['expects'];
  readonly result: StepOutcome;
  readonly abilities: CmdletAbilities;
}): PlanStep {
  const { cmdlet, abilities, words, expects, result } = parts;
  requireCmdlet(abilities, cmdlet);
  const args: StepArgument[] = [{ name: 'Identity', value: parts.identity }];
  for (const [field, name] of PARAMETERS) {
    const value = parts.fields[field];
    if (value === undefined) continue;
    requireParameter(abilities, cmdlet, name);
    args.push({ name, value });
  }
  // Unless told otherwise the cmdlet has it: every New-, Set- and Remove-Cs cmdlet supports ShouldProcess, and under our
  // null host a prompt is an error.
  if (takesParameter(abilities, cmdlet, 'Confirm') !== false) args.push({ name: 'Confirm', value: false });
  return { cmdlet, arguments: args, words, powershell: powershellText(cmdlet, args), expects, result };
}

/** The fields a draft names, with the empty text as null. An Access Edge must be a name a server takes. */
function fieldsOf(draft: AddDraft | SetDraft): Fields {
  const given = new Map<string, unknown>(Object.entries(draft));
  const fields: Record<string, string | boolean | null> = {};
  for (const [field] of PARAMETERS) {
    const value = given.get(field);
    if (typeof value === 'boolean') fields[field] = value;
    else if (typeof value === 'string') fields[field] = value.trim() === '' ? null : value;
  }
  if (typeof fields['proxyFqdn'] === 'string') requireDomainName(fields['proxyFqdn']);
  return fields;
}

/** What the words need of the fields: for each whether it is left, cleared or given, and its value. */
function fieldWords(fields: Fields): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const [field] of PARAMETERS) {
    const value = fields[field];
    words[`${field}Change`] = value === undefined ? 'left' : value === null ? 'cleared' : 'given';
    words[field] = String(value ?? '');
  }
  return words;
}

function nounOf(list: DomainListName): string {
  return list === 'allowed' ? 'CsAllowedDomain' : 'CsBlockedDomain';
}
