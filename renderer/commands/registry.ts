import { createContext, useContext, useEffect, useId } from 'react';
import type { Command } from './command.ts';

/** Who offers which commands just now. */
export interface CommandRegistry {
  /** Replaces what `owner` offers; nothing = it offers none. */
  put(owner: string, commands: readonly Command[]): void;
  /** Every command offered at this moment. */
  all(): readonly Command[];
}

/** An empty registry: one a window. */
export function createCommandRegistry(): CommandRegistry {
  const offered = new Map<string, readonly Command[]>();
  return {
    put: (owner, commands) => {
      if (commands.length === 0) offered.delete(owner);
      else offered.set(owner, commands);
    },
    all: () => [...offered.values()].flat(),
  };
}

const RegistryContext = createContext<CommandRegistry | null>(null);

/** Hands the window's registry to everything below it. */
export const CommandRegistryProvider = RegistryContext.Provider;

/** The registry of this window. Throws outside a `CommandRegistryProvider`. */
export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('no command registry above this component');
  return registry;
}

/** Offers commands in the palette while the component is on screen. Give a new list at each render: it costs nothing. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const owner = useId();
  useEffect(() => registry.put(owner, commands), [registry, owner, commands]);
  useEffect(() => () => registry.put(owner, []), [registry, owner]);
}
