import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import type { RunningPractice } from '../practice/index.ts';
import type { ConsoleBench } from './engine-source.fixture.ts';

/** A practice server of this process, configured as any server is. */
export function serverDraft(practice: RunningPractice, over: Partial<DeploymentDraft> = {}): DeploymentDraft {
  return {
    name: 'Contoso HQ',
    group: 'Contoso',
    colour: 'red',
    url: practice.url,
    user: practice.accounts.administrator.user,
    scheme: 'ntlm',
    trust: { kind: 'ca', pem: practice.caPem },
    ...USUAL_WAY,
    channelBinding: true,
    resourceUri: '',
    production: false,
    readOnly: false,
    ...over,
  };
}

/** Adds it to a console, with its password unless told otherwise; gives its id. */
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
