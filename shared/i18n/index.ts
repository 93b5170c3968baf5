export { formatMessage, type MessageValues } from './format.ts';
export { formatError, type ErrorText } from './format-error.ts';
export { isLanguage, isMessageId, languages, messages, type Language, type MessageId } from './messages.ts';
