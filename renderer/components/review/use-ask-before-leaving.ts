import { useEffect } from 'react';

/**
 * While `wanted`, a window that is reloaded or closed asks the person first, in the words of the browser or of
 * `main/electron/ask-before-leaving.ts`.
 */
export function useAskBeforeLeaving(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wanted]);
}
