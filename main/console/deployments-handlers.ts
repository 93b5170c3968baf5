import type { DeploymentOutputs, PasswordKept } from '../../shared/contract/deployments.ts';
import type { RequestInput } from '../../shared/contract/requests.ts';
import { failure } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { PLAIN_NETWORK } from '../../shared/models/network.ts';
import { deploymentOf, type Handlers, type HandlerTools } from './handler.ts';

/** The requests on the list of deployments, on certificates, on passwords and on what befell the settings. */
export const deploymentsHandlers: Pick<Handlers, 'deployments.list' | keyof DeploymentOutputs> = {
  'deployments.list': ({ directory, deployments }) => {
    directory.refresh();
    return [...deployments.values()].map((each) => each.summary());
  },
  'deployments.standing': ({ deployments }) =>
    [...deployments.values()].filter(({ session }) => session.stands()).map(({ id }) => id),
  'deployments.draft': (tools, { deployment }) => tools.directory.draft(configured(tools, deployment)),
  'deployments.save': save,
  'deployments.duplicate': async (tools, { deployment }) =>
    summary(tools, await tools.directory.duplicate(configured(tools, deployment), fixedNames(tools))),
  'deployments.remove': async (tools, { deployment }) => {
    await tools.directory.remove(configured(tools, deployment));
    return null;
  },
  'deployments.test': async (tools, { test, target, password, proxyPassword, passphrase }, { signal }) => {
    if ('deployment' in target) configured(tools, target.deployment);
    const typed = {
      password: password ?? null,
      proxyPassword: proxyPassword ?? null,
      passphrase: passphrase ?? null,
    };
    return await tools.directory.test(target, typed, {
      signal,
      onStep: (step) => tools.emit('deployments.test-step', { test, ...step }),
    });
  },
  'certificates.probe': async ({ directory }, { url, network, proxyPassword }, { signal }) =>
    await directory.probe({ url, network: network ?? PLAIN_NETWORK, proxyPassword: proxyPassword ?? null }, signal),
  'credentials.set': setPassword,
  'credentials.forget': async (tools, { deployment, secret }) =>
    await tools.directory.forgetPassword(configured(tools, deployment), secret ?? 'password'),
  'credentials.network': async (tools, { deployment }) =>
    await tools.directory.networkStates(configured(tools, deployment)),
  'settings.notices': ({ settings }) => settings.notices(),
};

async function setPassword(
  tools: HandlerTools,
  { deployment, secret, password, remember }: RequestInput<'credentials.set'>,
): Promise<PasswordKept> {
  const id = configured(tools, deployment);
  const saved = await tools.directory.setPassword(id, secret ?? 'password', password, remember);
  // What was refused was another one.
  deploymentOf(tools, id).session.askedAnew();
  return saved;
}

async function save(tools: HandlerTools, input: RequestInput<'deployments.save'>): Promise<DeploymentSummary> {
  const id = input.deployment === null ? null : configured(tools, input.deployment);
  return summary(tools, await tools.directory.save(id, input.draft, input.base ?? null, fixedNames(tools)));
}

function summary(tools: HandlerTools, id: string): DeploymentSummary {
  return deploymentOf(tools, id).summary();
}

/** The id of a deployment that can be configured. Throws input.deployment-fixed, workstation.deployment-unknown. */
function configured(tools: HandlerTools, id: string): string {
  const { kind, name } = deploymentOf(tools, id).summary();
  if (kind === 'practice') throw failure('input.deployment-fixed', { name });
  return id;
}

/** Names that no configured deployment may take. */
function fixedNames({ deployments }: HandlerTools): readonly string[] {
  const summaries = [...deployments.values()].map((each) => each.summary());
  return summaries.filter(({ kind }) => kind === 'practice').map(({ name }) => name);
}
