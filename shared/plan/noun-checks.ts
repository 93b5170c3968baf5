import type { FieldValue } from '../conflict.ts';
import { failure } from '../errors.ts';
import type { NounRow } from '../models/noun-row.ts';
import { listMembers, type NounName } from '../nouns/noun.ts';
import { NOUNS } from '../nouns/nouns.ts';
import { isCount, parameterRange } from '../rules/count.ts';
import { requirePolicy } from '../rules/external-access-policy.ts';
import type { PostureSource } from '../rules/posture.ts';
import { requireMediaScope } from '../rules/media-scope.ts';
import { requireDomainName } from '../rules/domain-name.ts';
import { scopeOf, userPolicyName } from '../rules/policy-in-force.ts';
import { requireProvider } from '../rules/provider.ts';
import { requireNegotiation, STANCE_FIELDS, stanceOf } from '../rules/xmpp-negotiation.ts';
import { requireXmppDomains } from '../rules/xmpp-partner.ts';
import type { Draft, NounDraft } from './draft.ts';

/** What a draft is checked against before its steps are made. */
export interface NounCheckStart {
  readonly draft: NounDraft;
  /** The object as it stands now; null = it is not there. */
  readonly row: NounRow | null;
  /** Every object of the draft's noun and of those in `alsoReads`. */
  readonly rows: (noun: NounName) => readonly NounRow[];
  readonly edge: PostureSource;
  /** The drafts of the plan that add something: another one may assign it. */
  readonly additions: readonly Draft[];
}

interface NounCheck {
  /** Nouns whose objects it looks at besides its own. */
  readonly alsoReads: readonly NounName[];
  readonly check: (start: NounCheckStart) => void;
}

/** What only one noun refuses; a noun that is not here refuses nothing before the server does. */
const CHECKS: Readonly<Partial<Record<NounName, NounCheck>>> = {
  'external-access-policy': { alsoReads: [], check: checkPolicy },
  'public-provider': { alsoReads: ['hosting-provider'], check: checkProvider },
  'hosting-provider': { alsoReads: ['public-provider'], check: checkProvider },
  'media-configuration': { alsoReads: [], check: checkMedia },
  'xmpp-partner': { alsoReads: [], check: checkXmppPartner },
  user: { alsoReads: ['external-access-policy'], check: checkUser },
};

/** The nouns that must be read besides a draft's own, to check it. */
export function alsoReads(noun: NounName): readonly NounName[] {
  return CHECKS[noun]?.alsoReads ?? [];
}

/** Refuses what a server would refuse, with its reason. Throws the Failures of the noun's rules (`shared/rules`). */
export function checkNoun(start: NounCheckStart): void {
  requireCounts(start.draft);
  CHECKS[start.draft.noun]?.check(start);
}

function checkMedia({ draft }: NounCheckStart): void {
  if (draft.kind === 'noun.add') requireMediaScope(draft.identity);
}

/** Every number within what its parameter takes, or input.number-out-of-range. */
function requireCounts(draft: NounDraft): void {
  if (draft.kind === 'noun.remove') return;
  const { noun, kind, values } = draft;
  const { set, add } = NOUNS[noun];
  for (const { name, parameter, onlyNew } of NOUNS[noun].fields) {
    const value = values[name];
    if (typeof value !== 'number') continue;
    const range = parameterRange((kind === 'noun.add' || onlyNew ? add : null) ?? set, parameter);
    if (!isCount(value, range)) throw failure('input.number-out-of-range', { field: parameter, value, ...range });
  }
}

function checkPolicy({ draft, row, rows }: NounCheckStart): void {
  if (draft.kind === 'noun.remove') return;
  requirePolicy({
    identity: draft.kind === 'noun.add' ? draft.identity : null,
    wanted: draft.values,
    now: row?.values ?? {},
    policies: rows('external-access-policy').map(({ identity }) => identity),
  });
}

function checkProvider({ draft, row, rows, edge }: NounCheckStart): void {
  if (draft.kind === 'noun.remove') return;
  const { identity, values } = draft;
  const others = [...rows('public-provider'), ...rows('hosting-provider')].filter((each) => each !== row);
  requireProvider({
    name: draft.kind === 'noun.add' ? identity : null,
    values,
    others: others.map((each) => ({ name: each.identity, proxyFqdn: String(each.values['proxyFqdn'] ?? '') })),
    defaultRouting: edge.routing === 'default-route',
  });
}

/** Refuses no more than what the draft itself wants: a partner that a server holds as it is may be changed otherwise. */
function checkXmppPartner({ draft, row, rows }: NounCheckStart): void {
  if (draft.kind === 'noun.remove') return;
  const { identity, values } = draft;
  const list = (value: FieldValue | undefined): readonly string[] =>
    typeof value === 'string' ? listMembers(value) : [];
  const had = list(row?.values['additionalDomains']);
  requireXmppDomains({
    primary: identity,
    isNew: draft.kind === 'noun.add' && row === null,
    additional: values['additionalDomains'] === undefined ? [] : list(values['additionalDomains']),
    had,
    others: rows('xmpp-partner')
      .filter((each) => each !== row)
      .map((each) => ({ primary: each.identity, additional: list(each.values['additionalDomains']) })),
  });
  const proxyFqdn = values['proxyFqdn'];
  if (typeof proxyFqdn === 'string' && proxyFqdn.trim() !== '') requireDomainName(proxyFqdn);
  if (STANCE_FIELDS.some((field) => field in values)) requireNegotiation(stanceOf({ ...row?.values, ...values }));
}

/** Only a user policy can be given, by the very name it has. A role that cannot read policies leaves that to the server. */
function checkUser({ draft, rows, additions }: NounCheckStart): void {
  const wanted = draft.kind === 'noun.set' ? draft.values['externalAccessPolicy'] : undefined;
  if (typeof wanted !== 'string' || wanted === '') return;
  const policies = rows('external-access-policy').map(({ identity }) => identity);
  const added = additions.flatMap((each) =>
    each.kind === 'noun.add' && each.noun === 'external-access-policy' ? [each.identity] : [],
  );
  const given = [...policies, ...added].filter((policy) => scopeOf(policy) === 'user').map(userPolicyName);
  if (policies.length > 0 && !given.includes(wanted)) throw failure('conflict.policy-unknown', { policy: wanted });
}
