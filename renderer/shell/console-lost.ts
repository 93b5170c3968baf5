import { createContext, useContext } from 'react';

const ConsoleLostContext = createContext(false);

/** Tells everything below it whether the console behind this window answers no more. */
export const ConsoleLostProvider = ConsoleLostContext.Provider;

/** Whether the console behind this window answers no more: how a deployment stands is then not known. */
export function useConsoleLost(): boolean {
  return useContext(ConsoleLostContext);
}
