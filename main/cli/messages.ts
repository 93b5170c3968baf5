import { withoutSecrets, withoutUrlSecrets } from '../../shared/diagnosis/without-secrets.ts';
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

/** An error for standard error: cause, layer, next step, and the server's own words, which are never in our language. */
export function errorText(error: EdgewiseError, language: Language): string {
  const { layer, cause, next } = formatError(language, error);
  const lines = [
    cause,
    formatMessage(language, 'cli.error.layer', { layer }),
    formatMessage(language, 'cli.error.next', { next }),
  ];
  const { serverText } = error.details;
  const origin = isServersWord(error) ? 'cli.error.server' : 'cli.error.details';
  // A server's or a proxy's page may say what it was sent.
  if (serverText !== undefined) lines.push(formatMessage(language, origin, { text: withoutSecrets(serverText) }));
  return `${printable(withoutUrlSecrets(lines.join('\n')))}\n`;
}
