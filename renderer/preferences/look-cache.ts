import { isLanguage, type Language } from '../../shared/i18n/index.ts';
import { themeChoices, type KeptPreferences, type Preferences } from '../../shared/models/preferences.ts';

const KEY = 'edgewise.preferences';

/** The look this origin had last; what is missing or unreadable falls back to the browser's language and the system's theme. */
export function readCachedLook(): Preferences {
  const stored = storedText();
  const [language = '', theme = ''] = stored.split(' ');
  return {
    language: isLanguage(language) ? language : languageOfBrowser(),
    theme: themeChoices.find((choice) => choice === theme) ?? 'system',
  };
}

/** Keeps the look for the next first paint; where storage is blocked that paint is the system's. */
export function cacheLook({ language, theme }: Preferences): void {
  try {
    localStorage.setItem(KEY, `${language} ${theme}`);
  } catch (caught) {
    reportBlockedStorage(caught);
  }
}

/** The look the console has kept; a language nobody has chosen is the browser's. */
export function lookOf({ language, theme }: KeptPreferences): Preferences {
  return { language: language ?? languageOfBrowser(), theme };
}

/** Gives the empty page the ground of the theme, before there is anything on it. */
export function paintGround({ theme }: Preferences): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  if (meta !== null) meta.content = theme === 'system' ? 'light dark' : theme;
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
  console.warn(`the look is not cached: ${caught.name}`);
}

function languageOfBrowser(): Language {
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
