import { useEffect } from 'react';
import { useBridge } from '../api/bridge.ts';

/** Between two reports that somebody is there, in milliseconds: the shortest idle time is a quarter of an hour. */
export const REPORT_MS = 20_000;

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells the console that somebody uses this window; `wanted` false tells nothing. */
export function useActivity(wanted: boolean): void {
  const bridge = useBridge();
  useEffect(() => {
    if (!wanted) return undefined;
    let told = -REPORT_MS;
    function tell(): void {
      const now = performance.now();
      if (now - told < REPORT_MS) return;
      told = now;
      // A console that is gone says so by itself; nobody is to be told twice.
      void bridge.request('idle.seen', {});
    }
    tell();
    for (const sign of SIGNS_OF_LIFE) globalThis.addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) globalThis.removeEventListener(sign, tell, { capture: true });
    };
  }, [bridge, wanted]);
}
