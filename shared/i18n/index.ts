export { formatMessage, type MessageValues } from './format.ts';
export { describeError, type ErrorText } from './describe-error.ts';
export { isLanguage, isMessageId, languages, messages, type Language, type MessageId } from './messages.ts';
