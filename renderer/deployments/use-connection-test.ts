import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DeploymentDraft, TestStep } from '../../shared/contract/deployments.ts';
import type { RequestInput } from '../../shared/contract/requests.ts';
import { edgewiseError, type EdgewiseError } from '../../shared/errors.ts';
import { useBridge } from '../api/bridge.ts';
import { useTestSteps } from '../api/deployment-queries.ts';
import { NO_NETWORK_SECRETS, type TypedNetworkSecrets } from './network-secrets.ts';
import { keys } from '../api/queries.ts';

/** What is tested: a configured deployment, or the values of a form. */
export type TestTarget = RequestInput<'deployments.test'>['target'];

/** Whose test it is, as the head of its report says. */
export interface TestSubject {
  readonly url: string;
  /** '' = the person signed in to this computer. */
  readonly user: string;
}

/** A test of a connection, while it runs and after it. */
export interface ConnectionTest {
  readonly phase: 'idle' | 'running' | 'ended';
  /** The steps that have ended, in order. */
  readonly steps: readonly TestStep[];
  /** Why the test itself did not run to its end, or null; a step that failed has its own error. */
  readonly error: EdgewiseError | null;
  /** What is tested: as it was when the test began, whatever was typed since; null before the first. */
  readonly tested: { readonly target: TestTarget; readonly subject: TestSubject } | null;
  /** When it ended, in milliseconds since 1970; null before that. */
  readonly endedAt: number | null;
  /** `password` is used for this test alone; '' = the one that is kept. */
  readonly start: (target: TestTarget, subject: TestSubject, password: string, secrets?: TypedNetworkSecrets) => void;
  readonly cancel: () => void;
}

/** Whether a target is the connection of a draft: its name and marks, and who else may sign in, do not matter. */
export function isTestOf(target: TestTarget, draft: DeploymentDraft): boolean {
  return 'draft' in target && connectionText(target.draft) === connectionText(draft);
}

function connectionText(draft: DeploymentDraft): string {
  const { url, user, scheme, spn, trust, network, channelBinding, resourceUri } = draft;
  return JSON.stringify([url, user, scheme, spn, trust, network, channelBinding, resourceUri]);
}

/** One test at a time; it ends with the part of the window that shows it. */
export function useConnectionTest(): ConnectionTest {
  const bridge = useBridge();
  const client = useQueryClient();
  const [test, setTest] = useState('');
  const [phase, setPhase] = useState<ConnectionTest['phase']>('idle');
  const [error, setError] = useState<EdgewiseError | null>(null);
  const [endedAt, setEndedAt] = useState<number | null>(null);
  const [tested, setTested] = useState<ConnectionTest['tested']>(null);
  const steps = useTestSteps(test);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(
    target: TestTarget,
    { url, user }: TestSubject,
    password: string,
    { proxyPassword, passphrase }: TypedNetworkSecrets,
  ): Promise<void> {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const id = crypto.randomUUID();
    client.removeQueries({ queryKey: keys.test(test) });
    setTest(id);
    setPhase('running');
    setError(null);
    setEndedAt(null);
    setTested({ target, subject: { url, user } });
    const input = {
      test: id,
      target,
      ...(password !== '' && { password }),
      ...(proxyPassword !== '' && { proxyPassword }),
      ...(passphrase !== '' && { passphrase }),
    };
    const answer = await bridge.request('deployments.test', input, { signal: abort.signal });
    if (running.current !== abort) return;
    // Before the answer the events have said most of it; the answer is whole.
    if (answer.ok) client.setQueryData(keys.test(id), answer.value);
    else setError(abort.signal.aborted ? edgewiseError('workstation.cancelled', {}) : answer.error);
    setPhase('ended');
    setEndedAt(Date.now());
  }

  return {
    phase,
    steps,
    error,
    tested,
    endedAt,
    start: (target, subject, password, secrets = NO_NETWORK_SECRETS) => void run(target, subject, password, secrets),
    cancel: () => running.current?.abort(),
  };
}
