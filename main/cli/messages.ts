import { isServersWord, type EdgewiseError } from '../../shared/errors.ts';
import { formatError, formatMessage } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { printable } from './output/text.ts';

/**
 * The language of messages: `--lang`, else the environment's locale (POSIX order: LC_ALL, LC_MESSAGES, LANG), else
 * English.
 */
export function chooseLanguage(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const locale = asked ?? [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(Boolean) ?? '';
  return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** User and password in a URL, also inside JSON. */
const URL_SECRET = /:\/\/[^/\s"@]*:[^/\s"]*@/g;

/** A text without the users and passwords of its URLs: a server may send one that has them. */
export function withoutUrlSecrets(text: string): string {
  return text.replaceAll(URL_SECRET, '://***@');
}

/** An error for standard error: cause, layer, next step, and the server's own words, which are never in our language. */
export function errorText(error: EdgewiseError, language: Language): string {
  const { layer, cause, next } = formatError(language, error);
  const lines = [
    cause,
    formatMessage(language, 'cli.error.layer', { layer }),
    formatMessage(language, 'cli.error.next', { next }),
  ];
  const { serverText } = error.details;
  const origin = isServersWord(error.layer) ? 'cli.error.server' : 'cli.error.details';
  if (serverText !== undefined) lines.push(formatMessage(language, origin, { text: serverText }));
  return `${printable(withoutUrlSecrets(lines.join('\n')))}\n`;
}
