import { createContext, useContext } from 'react';
import type { ConsoleEvents, EventName } from '../../shared/contract/events.ts';
import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/result.ts';

/** One event of the console, as a union that narrows by name. */
export type ConsoleEvent = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: ConsoleEvents[Name] };
}[EventName];

/** What a listener hears: events, and whether the console behind the window is there to send them. */
export interface BridgeListener {
  onEvent(event: ConsoleEvent): void;
  /** `up` again after `lost` means that events may have been missed. */
  onConnection(state: 'up' | 'lost'): void;
}

/** The renderer's only way out: the contract, whatever host binds it. */
export interface Bridge {
  /** Never throws: what goes wrong on the way is a failed Result too. Aborting `signal` aborts the work in main. */
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Result<RequestOutputs[Name]>>;
  /** Listens until the returned function is called. */
  listen(listener: BridgeListener): () => void;
}

const BridgeContext = createContext<Bridge | null>(null);

/** Hands the window's bridge to everything below it. */
export const BridgeProvider = BridgeContext.Provider;

/** The bridge of this window. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === null) throw new Error('no bridge above this component');
  return bridge;
}
