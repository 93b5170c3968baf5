import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { ErrorCode } from '../../shared/errors.ts';
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

/** The code of a refusal, or `done`. */
export async function refusalOf(
  result: Promise<{ ok: boolean; error?: { code: ErrorCode } }>,
): Promise<ErrorCode | 'done'> {
  return (await result).error?.code ?? 'done';
}
