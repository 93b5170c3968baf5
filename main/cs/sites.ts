import type { Site } from '../../shared/models/site.ts';
import type { RemoteSession } from '../session/session.ts';
import { answerObject, text, textOrNull, texts } from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';

export const GET_SITES = 'Get-CsSite';

/**
 * Every site of the topology with its pools. Source: Get-CsSite, a public sample of its output. Throws the session's
 * Failures, the cmdlet's, or cmdlet.answer-unreadable.
 */
export async function readSites(session: RemoteSession, signal?: AbortSignal): Promise<readonly Site[]> {
  const sites: Site[] = [];
  await runCmdlet(session, GET_SITES, [], {
    signal,
    onOutput: (value) => {
      const answer = answerObject(GET_SITES, value);
      const identity = text(answer, 'Identity');
      const name = textOrNull(answer, 'DisplayName') ?? identity.replace(/^site:/i, '');
      sites.push({ identity, name, pools: texts(answer, 'Pools') });
    },
  });
  return sites;
}
