import type { PolicyHolders, SiteList } from '../../shared/contract/policies.ts';
import type { RequestInput } from '../../shared/contract/requests.ts';
import { givenName, NOUNS, sameIdentity } from '../../shared/nouns/nouns.ts';
import { requireCmdlet } from '../../shared/plan/abilities.ts';
import { readNounRows } from '../cs/nouns.ts';
import { isHeld } from '../cs/policy-holders.ts';
import { GET_SITES, readSites } from '../cs/sites.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';
import { readHolders } from './read-holders.ts';

const NOUN = 'external-access-policy';

/** The requests of the external access policies beside those every noun has. */
export const policiesHandlers: Pick<Handlers, 'sites.list' | 'nouns.holders' | 'nouns.unheld'> = {
  'sites.list': listSites,
  'nouns.holders': holdersOf,
  'nouns.unheld': unheldOf,
};

async function listSites(tools: HandlerTools, input: RequestInput<'sites.list'>, caller: Caller): Promise<SiteList> {
  const deployment = deploymentOf(tools, input.deployment);
  const readAt = new Date(tools.clock()).toISOString();
  const sites = await deployment.session.read(async ({ session, cmdlets }) => {
    requireCmdlet(cmdlets.abilities, GET_SITES);
    return await readSites(session, caller.signal);
  }, caller.signal);
  return { sites, readAt };
}

/** A policy that is given to nobody (Global, of a site) has no holders. */
async function holdersOf(
  tools: HandlerTools,
  input: RequestInput<'nouns.holders'>,
  { signal }: Caller,
): Promise<PolicyHolders> {
  const deployment = deploymentOf(tools, input.deployment);
  const { policy } = input;
  const readAt = new Date(tools.clock()).toISOString();
  const name = givenName(NOUN, policy);
  if (name === null) return { policy, holders: [], readAt };
  const rows = await deployment.session.read(({ session }) => readNounRows(session, NOUN, signal), signal);
  const left = rows.map(({ identity }) => identity).filter((each) => !sameIdentity(NOUN, each, policy));
  return { policy, holders: await readHolders(deployment, { name, left }, signal), readAt };
}

/** One search after the other: a pool has few runspaces. Global and a site's policy are given to nobody, and never named. */
async function unheldOf(
  tools: HandlerTools,
  { deployment, policies }: RequestInput<'nouns.unheld'>,
  { signal }: Caller,
): Promise<readonly string[]> {
  return await deploymentOf(tools, deployment).session.read(async ({ session, cmdlets }) => {
    requireCmdlet(cmdlets.abilities, NOUNS.user.get);
    const unheld: string[] = [];
    for (const policy of policies) {
      const name = givenName(NOUN, policy);
      if (name !== null && !(await isHeld(session, name, signal))) unheld.push(policy);
    }
    return unheld;
  }, signal);
}
