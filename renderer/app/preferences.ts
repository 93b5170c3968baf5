import { isLanguage, type Language } from '../../shared/i18n/index.ts';

/** How the person wants the window to look: kept on this workstation, nothing to do with any deployment. */
export interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
}

export type ThemeChoice = 'light' | 'dark' | 'system';

/** Every theme, in the order a choice shows them. */
export const themeChoices: readonly ThemeChoice[] = ['light', 'dark', 'system'];

const KEY = 'edgewise.preferences';

/** The stored preferences; what is missing or unreadable falls back to the browser's language and the system's theme. */
export function readPreferences(): Preferences {
  const stored = storedText();
  const [language = '', theme = ''] = stored.split(' ');
  return {
    language: isLanguage(language) ? language : languageOfBrowser(),
    theme: themeChoices.find((choice) => choice === theme) ?? 'system',
  };
}

/** Keeps the preferences; where storage is blocked they hold for this run alone. */
export function writePreferences({ language, theme }: Preferences): void {
  try {
    localStorage.setItem(KEY, `${language} ${theme}`);
  } catch (caught) {
    reportBlockedStorage(caught);
  }
}

function storedText(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch (caught) {
    reportBlockedStorage(caught);
    return '';
  }
}

/** Storage switched off by policy is a SecurityError or a QuotaExceededError: no reason to stop; anything else is. */
function reportBlockedStorage(caught: unknown): void {
  if (!(caught instanceof DOMException)) throw caught;
  console.warn(`preferences are not kept: ${caught.name}`);
}

function languageOfBrowser(): Language {
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
