import { useEffect, useState } from 'react';

/** Who waits this long has begun to wonder: most answers come within a second or two. */
const SAID_AFTER_S = 10;

/** For how many whole seconds nothing has come, while `waiting`: since `last` was another; 0 = too short to be said. */
export function useWaited(waiting: boolean, last: unknown): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!waiting) return;
    const since = Date.now();
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - since) / 1000)), 1000);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [waiting, last]);
  return waiting && seconds >= SAID_AFTER_S ? seconds : 0;
}
