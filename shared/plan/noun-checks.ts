import type { NounRow } from '../models/noun-row.ts';
import type { NounName } from '../nouns/noun.ts';
import { requirePolicy } from '../rules/external-access-policy.ts';
import type { PostureSource } from '../rules/posture.ts';
import { requireProvider } from '../rules/provider.ts';
import type { NounDraft } from './draft.ts';

/** What a draft is checked against before its steps are made. */
export interface NounCheckStart {
  readonly draft: NounDraft;
  /** The object as it stands now; null = it is not there. */
  readonly row: NounRow | null;
  /** Every object of the draft's noun and of those in `alsoReads`. */
  readonly rows: (noun: NounName) => readonly NounRow[];
  readonly edge: PostureSource;
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
};

/** The nouns that must be read besides a draft's own, to check it. */
export function alsoReads(noun: NounName): readonly NounName[] {
  return CHECKS[noun]?.alsoReads ?? [];
}

/** Refuses what a server would refuse, with its reason. Throws the Failures of the noun's rules (`shared/rules`). */
export function checkNoun(start: NounCheckStart): void {
  CHECKS[start.draft.noun]?.check(start);
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
  const proxyFqdn = values['proxyFqdn'];
  const others = [...rows('public-provider'), ...rows('hosting-provider')].filter((each) => each !== row);
  requireProvider({
    name: draft.kind === 'noun.add' ? identity : null,
    proxyFqdn: typeof proxyFqdn === 'string' ? proxyFqdn : null,
    others: others.map((each) => ({ name: each.identity, proxyFqdn: String(each.values['proxyFqdn'] ?? '') })),
    defaultRouting: edge.routing === 'default-route',
  });
}
