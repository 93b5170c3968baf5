import { createContext, useCallback, useContext, useMemo } from 'react';
import {
  formatError,
  formatMessage,
  type ErrorText,
  type Language,
  type MessageId,
  type MessageValues,
} from '../../shared/i18n/index.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { spanBetween } from './span.ts';

const LanguageContext = createContext<Language>('en');

/** Hands the person's language to everything below it. */
export const LanguageProvider = LanguageContext.Provider;

/** The person's language. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Puts a message into words: `text('table.selected', { count: 3 })`. */
export type Text = (id: MessageId, values?: MessageValues) => string;

/** The sentences of the person's language. The function is the same one until the language changes. */
export function useText(): Text {
  const language = useLanguage();
  return useCallback((id, values) => formatMessage(language, id, values), [language]);
}

/** The sentences of an error in the person's language. */
export function useErrorText(error: EdgewiseError): ErrorText {
  return formatError(useLanguage(), error);
}

/** A time of day in the person's language and time zone. `iso` is ISO 8601. */
export function useTime(iso: string): string {
  const language = useLanguage();
  return useMemo(
    () => new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(new Date(iso)),
    [language, iso],
  );
}

/** Day and time in the person's language and time zone. `iso` is ISO 8601. */
export function useMoment(): (iso: string) => string {
  const language = useLanguage();
  return useCallback(
    (iso) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso)),
    [language],
  );
}

/** A day in the person's language. `iso` is a date of ISO 8601, and no moment: it is the same day everywhere. */
export function useDay(style: 'medium' | 'long' = 'long'): (iso: string) => string {
  const language = useLanguage();
  return useCallback(
    (iso) => new Intl.DateTimeFormat(language, { dateStyle: style, timeZone: 'UTC' }).format(new Date(iso)),
    [language, style],
  );
}

/** How long ago a moment was, seen from a later one, in the person's language: “3 minutes ago”. Both are ISO 8601. */
export function useAgo(): (iso: string, at: string) => string {
  const language = useLanguage();
  return useCallback(
    (iso, at) => {
      const { count, unit } = spanBetween(iso, at);
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-count, unit);
    },
    [language],
  );
}

/** How long it is from a moment to a later one, in the person's language: “3 minutes”. Both are ISO 8601. */
export function useSpan(): (from: string, to: string) => string {
  const language = useLanguage();
  return useCallback(
    (from, to) => {
      const { count, unit } = spanBetween(from, to);
      return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    },
    [language],
  );
}
