import { createContext, useContext, useSyncExternalStore } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { FormRelay } from './form-relay.ts';

const RelayContext = createContext<FormRelay | null>(null);

/** Hands the window's relay of forms to everything below it. */
export const FormRelayProvider = RelayContext.Provider;

/** What befell the forms of this window: why the console does not keep them, and the file that was set aside. */
export function useFormFaults(): {
  readonly refusal: EdgewiseError | null;
  readonly setAside: FormRelay['setAside'];
} {
  const relay = useContext(RelayContext);
  const refusal = useSyncExternalStore(
    (changed) => relay?.subscribe(changed) ?? ignore,
    () => relay?.refusal() ?? null,
  );
  return { refusal, setAside: relay?.setAside ?? null };
}

function ignore(): void {
  // Without a relay there is nothing to stop hearing.
}
