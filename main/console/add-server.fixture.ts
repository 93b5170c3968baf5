import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { serverDraft } from '../deployments/server-draft.fixture.ts';
import type { RunningPractice } from '../practice/index.ts';
import type { ConsoleBench } from './engine-source.fixture.ts';

/** Adds a practice server to a console, with its password unless told otherwise; gives its id. */
export async function addServer(
  bench: ConsoleBench,
  practice: RunningPractice,
  over: Partial<DeploymentDraft> = {},
  password = true,
): Promise<string> {
  const { id } = await bench.get('deployments.save', { deployment: null, draft: serverDraft(practice, over) });
  const secret = practice.accounts.administrator.password;
  if (password) await bench.get('credentials.set', { deployment: id, password: secret, remember: true });
  return id;
}

/** Changes a deployment as a form does that was filled a moment ago. */
export async function resave(bench: ConsoleBench, id: string, draft: DeploymentDraft): Promise<DeploymentSummary> {
  const base = await bench.get('deployments.draft', { deployment: id });
  return await bench.get('deployments.save', { deployment: id, draft, base });
}

/** The code of a refusal, or `done`. */
export async function refusalOf(
  result: Promise<{ ok: boolean; error?: { code: ErrorCode } }>,
): Promise<ErrorCode | 'done'> {
  return (await result).error?.code ?? 'done';
}
