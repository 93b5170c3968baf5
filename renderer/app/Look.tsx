import type { EmotionCache } from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useMemo, type ReactNode } from 'react';
import { LanguageProvider } from '../i18n/language.ts';
import type { Preferences } from '../../shared/models/preferences.ts';
import { themeFor } from './theme.ts';

interface LookProps {
  readonly cache: EmotionCache;
  readonly preferences: Preferences;
  readonly children: ReactNode;
}

/** Language, theme and the nonce for styles: what everything on screen stands in. */
export function Look({ cache, preferences, children }: LookProps): ReactNode {
  const { language, theme } = preferences;
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark);
  const muiTheme = useMemo(() => themeFor(dark ? 'dark' : 'light', language), [dark, language]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={muiTheme}>
        <CssBaseline enableColorScheme />
        <LanguageProvider value={language}>{children}</LanguageProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
