import type { DomainList, OpenDeployment, RequestInput } from '../../shared/contract/requests.ts';
import type { FederatedDomain } from '../../shared/models/federated-domain.ts';
import { rowVersion } from '../../shared/plan/row-version.ts';
import { postureOf } from '../../shared/rules/posture.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { applyPlan } from './apply-plan.ts';
import { buildPlan } from './build-plan.ts';
import { forgetLists, type Deployment, type DomainsRead } from './deployment.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';
import { deploymentsHandlers } from './deployments-handlers.ts';
import { journalHandlers } from './journal-handlers.ts';
import { readOverview } from './overview-handler.ts';
import { requireWritable } from './marks.ts';
import { preferencesHandlers } from './preferences-handlers.ts';
import { readLists, type ReadListsContext } from './read-lists.ts';

/** What opening has read is handed to the first list asked for within this time, in milliseconds. */
const HAND_OVER_MS = 10_000;

/** One function a request of the contract. */
export const handlers: Handlers = {
  ...deploymentsHandlers,
  ...journalHandlers,
  ...preferencesHandlers,
  'deployments.open': openDeployment,
  'deployments.close': closeDeployment,
  'domains.list': listDomains,
  'overview.read': readOverview,
  'plans.build': async (tools, input, caller) => {
    const deployment = deploymentOf(tools, input.deployment);
    requireWritable(deployment);
    const plan = await buildPlan(deployment, input.draft, {
      ...readContext(tools, deployment, caller),
      window: caller.window,
      randomId: tools.randomId,
      sha256: tools.sha256,
    });
    tools.plans.keep(plan);
    return plan.review;
  },
  'plans.apply': async (tools, input, caller) => {
    const plan = tools.plans.take(input.plan, input.hash, caller.window);
    const deployment = deploymentOf(tools, plan.review.deployment);
    return await applyPlan(deployment, plan, {
      signal: caller.signal,
      sha256: tools.sha256,
      journal: tools.journal,
      confirmName: input.confirmName ?? null,
      onWritten: () => {
        forgetLists(deployment.memory);
        tools.emit('domains.changed', { deployment: deployment.id });
      },
    });
  },
};

async function openDeployment(
  tools: HandlerTools,
  input: RequestInput<'deployments.open'>,
  caller: Caller,
): Promise<OpenDeployment> {
  const deployment = deploymentOf(tools, input.deployment);
  const { signal } = caller;
  const edge = await deployment.session.read((open) => readAccessEdge(open.session, signal), signal);
  const read = await readLists(deployment, readContext(tools, deployment, caller));
  deployment.memory.handOver = read;
  const open = await deployment.session.opened(signal);
  return {
    deployment: deployment.summary(),
    serverVersion: open.serverVersion,
    cmdlets: open.cmdlets.names,
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
    domains: rows.map((row) => ({ ...row, version: rowVersion(row, tools.sha256) })),
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

function readContext(tools: HandlerTools, deployment: Deployment, caller: Caller): ReadListsContext {
  return {
    signal: caller.signal,
    clock: tools.clock,
    onProgress: (read) => tools.emit('domains.progress', { deployment: deployment.id, read }),
  };
}
