import type { RemoteSession } from '../session/session.ts';
import { answerObject, text, textOrNull } from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';
import { isValue, sameValue } from './user-filter.ts';

/** A user to whom a policy is given, and the pool that says at which site he is. */
export interface PolicyHolder {
  readonly sipAddress: string;
  readonly displayName: string | null;
  readonly registrarPool: string | null;
}

/**
 * Every user to whom an external access policy of that name (without `tag:`) is given. Source: Get-CsUser help: -Filter
 * compares Lync attributes, and a policy stands there by its name. Throws the session's Failures, the cmdlet's, or
 * cmdlet.answer-unreadable.
 */
export async function readPolicyHolders(
  session: RemoteSession,
  policy: string,
  signal?: AbortSignal,
): Promise<readonly PolicyHolder[]> {
  const holders: PolicyHolder[] = [];
  const filter = isValue('ExternalAccessPolicy', policy);
  await runCmdlet(session, 'Get-CsUser', [{ name: 'Filter', value: filter }], {
    signal,
    onOutput: (value) => {
      const answer = answerObject('Get-CsUser', value);
      // The filter may let a few more through.
      if (!sameValue(textOrNull(answer, 'ExternalAccessPolicy'), policy)) return;
      holders.push({
        sipAddress: text(answer, 'SipAddress'),
        displayName: textOrNull(answer, 'DisplayName'),
        registrarPool: textOrNull(answer, 'RegistrarPool'),
      });
    },
  });
  return holders;
}

/**
 * Whether any user has an external access policy of that name (without `tag:`): the server is asked for the first one
 * alone. Only where that one was let through and has another policy, everybody who was is asked for. Throws as
 * readPolicyHolders does.
 */
export async function isHeld(session: RemoteSession, policy: string, signal?: AbortSignal): Promise<boolean> {
  const filter = isValue('ExternalAccessPolicy', policy);
  const found: (string | null)[] = [];
  const args = [
    { name: 'Filter', value: filter },
    { name: 'ResultSize', value: '1' },
  ];
  await runCmdlet(session, 'Get-CsUser', args, {
    signal,
    onOutput: (value) => found.push(textOrNull(answerObject('Get-CsUser', value), 'ExternalAccessPolicy')),
  });
  if (found.some((each) => sameValue(each, policy))) return true;
  return found.length > 0 && (await readPolicyHolders(session, policy, signal)).length > 0;
}
