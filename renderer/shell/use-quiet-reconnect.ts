import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { isCountedRefusal, type EdgewiseError, type ErrorCode } from '../../shared/errors.ts';
import { useBridge } from '../api/bridge.ts';
import { keys } from '../api/queries.ts';
import { readAgain } from './reopen.ts';

/** Pauses before a lost deployment is tried again, in milliseconds; the last one from then on. */
export const PAUSES_MS = [5_000, 10_000, 20_000, 40_000, 60_000];

/** After these nobody has been refused: the way there, or the server, was gone. A refusal is for the person to see. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'network.unknown-host',
  'network.refused',
  'network.unreachable',
  'network.timeout',
  'network.lost',
  'network.malformed',
  'network.broke-off',
  'network.proxy-unknown-host',
  'network.proxy-unreachable',
  'network.proxy-timeout',
  'network.proxy-lost',
  'network.proxy-no-way',
  'tls.handshake',
  'http.unavailable',
  'http.gateway',
  'ws-management.shell-gone',
  'ws-management.timed-out',
  'powershell.pool-broken',
  'powershell.fragments-lost',
]);

/** Whether a lost deployment may come back by itself. */
export function isPassing({ code }: EdgewiseError): boolean {
  return PASSING.has(code);
}

/**
 * Tries to open a lost deployment again: after each of the pauses, at once when this workstation is online again or the
 * window is looked at again. Until that succeeds nothing on screen changes; then what is on screen is read anew, and
 * forms and filters are as they were. A refused sign-in ends it until it is lost anew; an attempt under way ends with what
 * uses this. `lost` null = it is not lost.
 */
export function useQuietReconnect(deployment: string, lost: EdgewiseError | null): void {
  const bridge = useBridge();
  const client = useQueryClient();
  const trying = useRef<AbortController | null>(null);
  const waits = lost !== null && isPassing(lost);

  /** Whether a sign-in was refused: the same password again can lock the account. */
  const attempt = useEffectEvent(async (): Promise<boolean> => {
    if (trying.current !== null) return false;
    const controller = new AbortController();
    const { signal } = controller;
    trying.current = controller;
    try {
      const answer = await bridge.request('deployments.open', { deployment }, { signal });
      // Disconnected meanwhile: an answer that came all the same is of a session that is closed.
      if (signal.aborted) return false;
      if (!answer.ok) return isCountedRefusal(answer.error);
      client.setQueryData(keys.open(deployment), answer.value);
      await client.resetQueries({ queryKey: keys.state(deployment) });
      await readAgain(client, deployment);
      return false;
    } finally {
      trying.current = null;
    }
  });

  // Not with the timers below: they end as soon as the console says that it is open, which is before its answer.
  useEffect(() => () => trying.current?.abort(), []);

  useEffect(() => {
    if (!waits) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let tries = 0;
    function later(): void {
      const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)];
      tries += 1;
      timer = setTimeout(now, pause);
    }
    function now(): void {
      clearTimeout(timer);
      // A window nobody looks at is tried when somebody does.
      if (document.visibilityState === 'visible') void tryOnce();
      later();
    }
    async function tryOnce(): Promise<void> {
      if (await attempt()) stop();
    }
    function stop(): void {
      clearTimeout(timer);
      globalThis.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    }
    later();
    globalThis.addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    return stop;
  }, [waits]);
}
