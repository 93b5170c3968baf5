import type { AccessEdge } from '../../shared/models/access-edge.ts';
import type { ProviderCounts } from '../../shared/plan/access-edge-steps.ts';
import { domainOf } from '../../shared/plan/domain-steps.ts';
import type { Holders } from '../../shared/models/holder.ts';
import type { NounRow } from '../../shared/models/noun-row.ts';
import type { NounName } from '../../shared/nouns/noun.ts';
import { givenName, identityKey, sameIdentity } from '../../shared/nouns/nouns.ts';
import type { Draft, NounDraft } from '../../shared/plan/draft.ts';
import { isNounDraft } from '../../shared/plan/kind-of-draft.ts';
import type { DomainState } from '../../shared/plan/expectations.ts';
import { alsoReads } from '../../shared/plan/noun-checks.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { countProviders } from '../cs/providers.ts';
import type { Deployment } from './deployment.ts';
import type { OpenSession } from './deployment-session.ts';
import { readHolders } from './read-holders.ts';
import type { ReadListsContext } from './read-lists.ts';
import { readDomainStates, readSpokenOf } from './read-states.ts';

/** What a plan starts from: the objects of its drafts as they stand on the server now. */
export interface PlanStart {
  readonly open: OpenSession;
  readonly edge: AccessEdge;
  readonly providers: ProviderCounts;
  /** One of the drafts' domains. */
  readonly domain: (name: string) => DomainState;
  /** One of the drafts' objects of a noun, or null where it is not there. */
  readonly row: (noun: NounName, identity: string) => NounRow | null;
  /** Every object of a noun that a draft's own checks look at; none where this server or role has not the cmdlet. */
  readonly rows: (noun: NounName) => readonly NounRow[];
  /** Those to whom an object that is to be removed is given; undefined where it is given to nobody. */
  readonly holders: (noun: NounName, identity: string) => Holders | undefined;
}

/** Reads what the drafts speak of. Throws input.* for a name to add that no server takes, and the Failures of reading. */
export async function readStart(
  deployment: Deployment,
  drafts: readonly Draft[],
  context: ReadListsContext,
): Promise<PlanStart> {
  const { signal } = context;
  const names = drafts.flatMap((draft) =>
    draft.kind === 'access-edge.set' || isNounDraft(draft) ? [] : [domainOf(draft)],
  );
  const routed = drafts.some((draft) => draft.kind === 'access-edge.set' && draft.routing === 'default-route');
  const domain = await readDomainStates(deployment, names, context);
  const { open, edge, providers } = await deployment.session.read(async (at) => {
    const read = await readAccessEdge(at.session, signal);
    // Only a default route asks how many providers there are.
    const none: ProviderCounts = { hosting: null, public: null };
    const counts = routed ? await countProviders(at.session, at.cmdlets.abilities, signal) : none;
    return { open: at, edge: read, providers: counts };
  }, signal);
  const nouns = await readNouns(deployment, drafts.filter(isNounDraft), signal);
  return {
    open,
    edge,
    providers,
    ...nouns,
    holders: await readRemovedHolders(deployment, { drafts, rows: nouns.rows }, signal),
    domain,
  };
}

/** Each noun once, and those that its own checks look at besides. */
async function readNouns(
  deployment: Deployment,
  drafts: readonly NounDraft[],
  signal: AbortSignal,
): Promise<Pick<PlanStart, 'row' | 'rows'>> {
  const lists = new Map<NounName, readonly NounRow[]>();
  for (const noun of new Set(drafts.flatMap((draft) => [draft.noun, ...alsoReads(draft.noun)]))) {
    const identities = drafts.filter((draft) => draft.noun === noun).map(({ identity }) => identity);
    lists.set(noun, await readSpokenOf(deployment, { noun, identities }, signal));
  }
  const rows = (noun: NounName): readonly NounRow[] => lists.get(noun) ?? [];
  const byKey = new Map(
    [...lists].map(([noun, all]) => [noun, new Map(all.map((row) => [identityKey(noun, row.identity), row]))]),
  );
  return { rows, row: (noun, identity) => byKey.get(noun)?.get(identityKey(noun, identity)) ?? null };
}

interface RemovedStart {
  readonly drafts: readonly Draft[];
  readonly rows: PlanStart['rows'];
}

/** What stays of the noun is what the holders can fall back to. */
async function readRemovedHolders(
  deployment: Deployment,
  { drafts, rows }: RemovedStart,
  signal: AbortSignal,
): Promise<PlanStart['holders']> {
  const removed = drafts.filter((draft) => draft.kind === 'noun.remove');
  const isRemoved = (noun: NounName, identity: string): boolean =>
    removed.some((draft) => draft.noun === noun && sameIdentity(noun, draft.identity, identity));
  const held = new Map<Draft, Holders>();
  for (const draft of removed) {
    const { noun, identity } = draft;
    const name = givenName(noun, identity);
    if (name === null) continue;
    const left = rows(noun)
      .map((row) => row.identity)
      .filter((each) => !isRemoved(noun, each));
    held.set(draft, await readHolders(deployment, { name, left }, signal));
  }
  return (noun, identity) =>
    [...held].find(
      ([draft]) => isNounDraft(draft) && draft.noun === noun && sameIdentity(noun, draft.identity, identity),
    )?.[1];
}
