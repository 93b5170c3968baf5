import type { DomainList, OpenDeployment, RequestInput } from '../../shared/contract/requests.ts';
import type { FederatedDomain } from '../../shared/models/federated-domain.ts';
import { domainFieldsTaken } from '../../shared/plan/domain-steps.ts';
import { postureOf } from '../../shared/rules/posture.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { forgetLists, type Deployment, type DomainsRead } from './deployment.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';
import { deploymentsHandlers } from './deployments-handlers.ts';
import { accessEdgeHandlers } from './access-edge-handlers.ts';
import { formsHandlers } from './forms-handlers.ts';
import { nounsHandlers } from './nouns-handlers.ts';
import { idleHandlers } from './idle-handlers.ts';
import { journalHandlers } from './journal-handlers.ts';
import { readOverview } from './overview-handler.ts';
import { policiesHandlers } from './policies-handlers.ts';
import { planHandlers } from './plan-handlers.ts';
import { preferencesHandlers } from './preferences-handlers.ts';
import { usersHandlers } from './users-handlers.ts';
import { readContext, readLists } from './read-lists.ts';
import { topologyHandlers } from './topology-handlers.ts';
import { readXmppRoute } from './xmpp-route-handler.ts';
import { withVersions } from './with-versions.ts';

/** What opening has read is handed to the first list asked for within this time, in milliseconds. */
const HAND_OVER_MS = 10_000;

/** One function a request of the contract. */
export const handlers: Handlers = {
  ...deploymentsHandlers,
  ...accessEdgeHandlers,
  ...nounsHandlers,
  ...usersHandlers,
  ...policiesHandlers,
  ...planHandlers,
  ...journalHandlers,
  ...preferencesHandlers,
  ...formsHandlers,
  ...idleHandlers,
  ...topologyHandlers,
  'deployments.open': openDeployment,
  'deployments.close': closeDeployment,
  'domains.list': listDomains,
  'overview.read': readOverview,
  'xmpp-route.read': readXmppRoute,
};

async function openDeployment(
  tools: HandlerTools,
  input: RequestInput<'deployments.open'>,
  caller: Caller,
): Promise<OpenDeployment> {
  const deployment = deploymentOf(tools, input.deployment);
  const { signal } = caller;
  if (input.anew === true) deployment.session.askedAnew();
  const edge = await deployment.session.read((open) => readAccessEdge(open.session, signal), signal);
  const read = await readLists(deployment, readContext(tools, deployment, caller));
  deployment.memory.handOver = read;
  const open = await deployment.session.opened(signal);
  return {
    deployment: deployment.summary(),
    serverVersion: open.serverVersion,
    cmdlets: open.cmdlets.names,
    allowedDomain: {
      addable: domainFieldsTaken(open.cmdlets.abilities, 'New-CsAllowedDomain'),
      settable: domainFieldsTaken(open.cmdlets.abilities, 'Set-CsAllowedDomain'),
    },
    posture: postureOf(edge, { allowed: read.lists.allowed.length, blocked: read.lists.blocked.length }),
  };
}

async function closeDeployment(tools: HandlerTools, input: RequestInput<'deployments.close'>): Promise<null> {
  const deployment = deploymentOf(tools, input.deployment);
  forgetLists(deployment.memory);
  await deployment.session.close();
  return null;
}

async function listDomains(
  tools: HandlerTools,
  input: RequestInput<'domains.list'>,
  caller: Caller,
): Promise<DomainList> {
  const deployment = deploymentOf(tools, input.deployment);
  const { signal } = caller;
  const edge = await deployment.session.read((open) => readAccessEdge(open.session, signal), signal);
  const { lists, at } =
    takeHandOver(deployment, tools.clock()) ?? (await readLists(deployment, readContext(tools, deployment, caller)));
  const rows: readonly FederatedDomain[] = [
    ...lists.allowed.map((row) => ({ status: 'allowed', ...row }) as const),
    ...lists.blocked.map((row) => ({ status: 'blocked', ...row }) as const),
  ];
  return {
    domains: await withVersions(rows, tools.sha256),
    posture: postureOf(edge, { allowed: lists.allowed.length, blocked: lists.blocked.length }),
    readAt: new Date(at).toISOString(),
  };
}

/** Given once: opening has to count the lists, and 20,000 rows are not to be read twice; a refresh reads again. */
function takeHandOver(deployment: Deployment, now: number): DomainsRead | null {
  const { handOver } = deployment.memory;
  deployment.memory.handOver = null;
  return handOver !== null && now - handOver.at <= HAND_OVER_MS ? handOver : null;
}
