import { IntlMessageFormat } from 'intl-messageformat';
import { messages, type Language, type MessageId } from './messages.ts';

/** What a message's placeholders take. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Messages are plain text: <Automatic> is Microsoft's word, and no tag. */
const NO_TAGS = { ignoreTag: true } as const;

const parsed: Readonly<Record<Language, Map<MessageId, IntlMessageFormat>>> = { en: new Map(), ko: new Map() };

/**
 * The sentence of a message in a language (ICU MessageFormat). Throws when a placeholder has no value: a sentence
 * with a hole in it is a defect, not an answer. Each message is parsed once; the result depends on the arguments alone.
 */
export function formatMessage(language: Language, id: MessageId, values: MessageValues = {}): string {
  const cache = parsed[language];
  let message = cache.get(id);
  if (message === undefined) {
    message = new IntlMessageFormat(messages[language][id], language, undefined, NO_TAGS);
    cache.set(id, message);
  }
  return String(message.format(values));
}
