import { isLanguage, type Language } from '../../shared/i18n/index.ts';
import { themeChoices, type KeptLook, type Preferences } from '../../shared/models/preferences.ts';

/** The look the page came with (main/browser/page.ts): what there is before the console has admitted this window. */
export function lookOfPage(): Preferences {
  const { lang } = document.documentElement;
  const ground = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content;
  return lookOf({
    language: isLanguage(lang) ? lang : null,
    theme: themeChoices.find((choice) => choice === ground) ?? 'system',
  });
}

/** The look the console has kept; a language nobody has chosen is the browser's. */
export function lookOf({ language, theme }: KeptLook): Preferences {
  return { language: language ?? languageOfBrowser(), theme };
}

function languageOfBrowser(): Language {
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
