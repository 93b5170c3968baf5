import type { Language, MessageId } from '../../shared/i18n/index.ts';
import type { ThemeChoice } from '../../shared/models/preferences.ts';

/** What each language calls itself. */
export const LANGUAGE_WORDS: Readonly<Record<Language, MessageId>> = {
  en: 'shell.language.en',
  ko: 'shell.language.ko',
};

/** What each theme is called. */
export const THEME_WORDS: Readonly<Record<ThemeChoice, MessageId>> = {
  light: 'shell.theme.light',
  dark: 'shell.theme.dark',
  system: 'shell.theme.system',
};
