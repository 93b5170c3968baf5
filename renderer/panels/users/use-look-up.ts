import { useEffect, useRef, useState } from 'react';
import type { UserLookedUp } from '../../../shared/contract/users.ts';
import type { EdgewiseError } from '../../../shared/errors.ts';
import { useBridge } from '../../api/bridge.ts';
import { useFoundRead } from '../../api/user-queries.ts';

/** Names looked up on the server. */
export interface LookUp {
  /** null = not looked up. */
  readonly names: readonly UserLookedUp[] | null;
  readonly running: boolean;
  /** How many names were looked up so far. */
  readonly read: number;
  readonly error: EdgewiseError | null;
  readonly start: (names: readonly string[]) => void;
  readonly cancel: () => void;
  /** What was found is of another list. */
  readonly forget: () => void;
}

interface State {
  readonly search: string;
  readonly running: boolean;
  readonly names: readonly UserLookedUp[] | null;
  readonly error: EdgewiseError | null;
}

const NOTHING: State = { search: '', running: false, names: null, error: null };

/** One look-up at a time; it ends with the part of the window that shows it. */
export function useLookUp(deployment: string): LookUp {
  const bridge = useBridge();
  const [state, setState] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);
  const read = useFoundRead(state.search);
  useEffect(() => () => running.current?.abort(), []);

  async function start(names: readonly string[]): Promise<void> {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const search = crypto.randomUUID();
    setState({ ...NOTHING, search, running: true });
    const answer = await bridge.request('users.lookup', { deployment, search, names }, { signal: abort.signal });
    if (running.current !== abort) return;
    setState(answer.ok ? { ...NOTHING, names: answer.value.names } : { ...NOTHING, error: answer.error });
  }

  function stop(): void {
    running.current?.abort();
    running.current = null;
    setState(NOTHING);
  }

  return { ...state, read, start: (names) => void start(names), cancel: stop, forget: stop };
}
