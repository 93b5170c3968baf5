import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import type { RunningPractice } from '../practice/index.ts';

/** A practice server of this process as the form of a deployment has it: its administrator, and its own authority. */
export function serverDraft(
  { url, caPem, accounts }: Pick<RunningPractice, 'url' | 'caPem' | 'accounts'>,
  over: Partial<DeploymentDraft> = {},
): DeploymentDraft {
  return {
    name: 'Contoso HQ',
    group: 'Contoso',
    colour: 'red',
    url,
    user: accounts.administrator.user,
    scheme: 'ntlm',
    trust: { kind: 'ca', pem: caPem },
    ...USUAL_WAY,
    channelBinding: true,
    resourceUri: '',
    production: false,
    readOnly: false,
    ...over,
  };
}
