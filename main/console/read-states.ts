import type { NounRow } from '../../shared/models/noun-row.ts';
import type { NounName } from '../../shared/nouns/noun.ts';
import { identityKey, NOUNS } from '../../shared/nouns/nouns.ts';
import { userRow } from '../../shared/nouns/user-row.ts';
import type { DomainState, ObjectState } from '../../shared/plan/expectations.ts';
import type { StepOutcome } from '../../shared/plan/plan.ts';
import { domainKey } from '../../shared/rules/domain-name.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { readDomain } from '../cs/domains.ts';
import { readNounRows } from '../cs/nouns.ts';
import { readUsersByAddress } from '../cs/users.ts';
import type { Deployment } from './deployment.ts';
import { readLists, type ReadListsContext } from './read-lists.ts';

/** Up to so many domains are read one by one, with two pipelines each; for more, both lists are read whole. */
const SINGLY = 8;

/** Some domains as they stand on the server now. Throws what reading throws. */
export async function readDomainStates(
  deployment: Deployment,
  names: readonly string[],
  context: ReadListsContext,
): Promise<(name: string) => DomainState> {
  const states = names.length > SINGLY ? await fromLists(deployment, context) : new Map<string, DomainState>();
  if (names.length <= SINGLY) {
    const { signal } = context;
    for (const name of names) {
      const state = await deployment.session.read(({ session }) => readDomain(session, name, signal), signal);
      states.set(domainKey(name), state);
    }
  }
  return (name) => states.get(domainKey(name)) ?? { allowed: null, blocked: null };
}

async function fromLists(deployment: Deployment, context: ReadListsContext): Promise<Map<string, DomainState>> {
  const { lists } = await readLists(deployment, context);
  const states = new Map<string, DomainState>();
  for (const row of lists.allowed) states.set(domainKey(row.domain), { allowed: row, blocked: null });
  for (const row of lists.blocked) {
    const key = domainKey(row.domain);
    states.set(key, { allowed: states.get(key)?.allowed ?? null, blocked: row });
  }
  return states;
}

/** Objects of one noun: all there are, of users those alone who are spoken of, for a directory is not read for a few. */
export async function readSpokenOf(
  deployment: Deployment,
  { noun, identities }: { readonly noun: NounName; readonly identities: readonly string[] },
  signal: AbortSignal,
): Promise<readonly NounRow[]> {
  return await deployment.session.read(async ({ session, cmdlets }) => {
    if (!cmdlets.abilities.has(NOUNS[noun].get.toLowerCase())) return [];
    if (noun !== 'user') return await readNounRows(session, noun, signal);
    return [...(await readUsersByAddress(session, identities, signal)).values()].map(userRow);
  }, signal);
}

/**
 * The objects of many steps as they stand on the server now, each list read once whatever the number of its objects.
 * Throws what reading throws.
 */
export async function readStates(
  deployment: Deployment,
  of: readonly StepOutcome[],
  context: ReadListsContext,
): Promise<(object: StepOutcome) => ObjectState> {
  const { signal } = context;
  const domains = of.flatMap((each) => (each.object === 'domain' ? [each.domain] : []));
  const domain = await readDomainStates(deployment, [...new Set(domains.map(domainKey))], context);
  const edge = of.some(({ object }) => object === 'access-edge')
    ? await deployment.session.read(({ session }) => readAccessEdge(session, signal), signal)
    : null;
  const objects = of.filter((each) => each.object === 'noun');
  const rows = new Map<string, NounRow>();
  for (const noun of new Set(objects.map((each) => each.noun))) {
    const identities = objects.filter((each) => each.noun === noun).map(({ identity }) => identity);
    for (const row of await readSpokenOf(deployment, { noun, identities }, signal)) rows.set(keyOf(noun, row), row);
  }
  return (object) => {
    if (object.object === 'domain') return domain(object.domain);
    if (object.object === 'noun') return { row: rows.get(keyOf(object.noun, object)) ?? null };
    if (edge === null) throw new Error('the Access Edge was not asked for');
    return { edge };
  };
}

function keyOf(noun: NounName, { identity }: { readonly identity: string }): string {
  return `${noun} ${identityKey(noun, identity)}`;
}
