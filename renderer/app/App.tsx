import type { EmotionCache } from '@emotion/cache';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { Language } from '../../shared/i18n/index.ts';
import type { KeptPreferences } from '../../shared/models/preferences.ts';
import { BridgeProvider, type Bridge } from '../api/bridge.ts';
import { CommandRegistryProvider, createCommandRegistry } from '../commands/registry.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import type { FormRelay } from '../kept/form-relay.ts';
import { NO_SESSIONS, type KeptSessions } from '../kept/kept-sessions.ts';
import { FormRelayProvider } from '../kept/use-form-relay.ts';
import { createPreferenceStore } from '../preferences/preference-store.ts';
import { PreferencesProvider, useLook } from '../preferences/use-preferences.ts';
import { Frame } from '../shell/Frame.tsx';
import { Look } from './Look.tsx';

interface AppProps {
  readonly bridge: Bridge;
  readonly cache: EmotionCache;
  /** As the console has kept them. */
  readonly preferences: KeptPreferences;
  /** What was typed and not yet applied, as the console keeps it; left out = this window alone keeps it. */
  readonly forms?: FormRelay;
  /** What this window had open before it was reloaded; left out = it begins with nothing. */
  readonly sessions?: KeptSessions;
  /** Told the person's language, at the start and whenever it changes: a host may have menus of its own. */
  readonly onLanguage?: (language: Language) => void;
}

/** The window: one bridge, one query cache, the person's look, and the frame in it. */
export function App({ bridge, cache, preferences: kept, forms, sessions, onLanguage }: AppProps): ReactNode {
  const [client] = useState(createQueryClient);
  const [registry] = useState(createCommandRegistry);
  const [store] = useState(() => createPreferenceStore(bridge, kept));
  const preferences = useLook(store);
  const { language } = preferences;
  useEffect(() => onLanguage?.(language), [onLanguage, language]);

  return (
    <Look cache={cache} preferences={preferences}>
      <ErrorBoundary whole>
        <BridgeProvider value={bridge}>
          <QueryClientProvider client={client}>
            <PreferencesProvider value={store}>
              <CommandRegistryProvider value={registry}>
                <FormRelayProvider value={forms ?? null}>
                  <Frame before={sessions ?? NO_SESSIONS} />
                </FormRelayProvider>
              </CommandRegistryProvider>
            </PreferencesProvider>
          </QueryClientProvider>
        </BridgeProvider>
      </ErrorBoundary>
    </Look>
  );
}

/**
 * A server is read when a person or an event asks for it, never because a window got the focus; a failure is shown, not
 * tried again behind the person's back (a second sign-in with a wrong password can lock the account).
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The browser's idea of "online" says nothing about 127.0.0.1 or a server behind a VPN.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
