import type { RequestInput } from '../../shared/contract/requests.ts';
import type { PlanResult, PlanReview } from '../../shared/plan/plan.ts';
import { applyPlan } from './apply-plan.ts';
import { buildPlan } from './build-plan.ts';
import { forgetLists } from './deployment.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';
import { requireWritable } from './marks.ts';
import { readContext } from './read-lists.ts';
import { whileWanted } from './waiting.ts';

/** The requests that change a server: a plan of drafts, its application, and what became of it. */
export const planHandlers: Pick<Handlers, 'plans.build' | 'plans.apply' | 'plans.outcome'> = {
  'plans.build': build,
  'plans.apply': apply,
  'plans.outcome': outcome,
};

async function build(tools: HandlerTools, input: RequestInput<'plans.build'>, caller: Caller): Promise<PlanReview> {
  const deployment = deploymentOf(tools, input.deployment);
  requireWritable(deployment);
  const plan = await buildPlan(deployment, input, {
    ...readContext(tools, deployment, caller),
    window: caller.window,
    randomId: tools.randomId,
    sha256: tools.sha256,
  });
  tools.plans.keep(plan);
  return plan.review;
}

async function apply(tools: HandlerTools, input: RequestInput<'plans.apply'>, caller: Caller): Promise<PlanResult> {
  const plan = tools.plans.take(input.plan, input.hash, caller.window);
  const { id, steps } = plan.review;
  const deployment = deploymentOf(tools, plan.review.deployment);
  const objects = new Set(steps.map(({ result }) => result.object));
  const nouns = new Set(steps.flatMap(({ result }) => (result.object === 'noun' ? [result.noun] : [])));
  return await applyPlan(deployment, plan, {
    signal: caller.signal,
    sha256: tools.sha256,
    journal: tools.journal,
    confirmName: input.confirmName ?? null,
    acceptPosture: input.acceptPosture === true,
    onStep: (ended) => tools.emit('plans.progress', { plan: id, ended, steps: steps.length }),
    onWritten: () => {
      if (objects.has('domain')) {
        forgetLists(deployment.memory);
        tools.emit('domains.changed', { deployment: deployment.id });
      }
      for (const noun of nouns) tools.emit('nouns.changed', { deployment: deployment.id, noun });
      if (objects.has('access-edge')) tools.emit('access-edge.changed', { deployment: deployment.id });
    },
  });
}

async function outcome(
  tools: HandlerTools,
  input: RequestInput<'plans.outcome'>,
  caller: Caller,
): Promise<PlanResult | null> {
  const { outcome: ended } = tools.plans.take(input.plan, input.hash, caller.window);
  if (ended === null) return null;
  // What it throws was thrown before anything was sent, and told to whoever applied it.
  return await whileWanted(
    ended.catch(() => null),
    caller.signal,
  );
}
