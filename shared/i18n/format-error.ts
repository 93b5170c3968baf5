import type { EdgewiseError } from '../errors.ts';
import { formatMessage, type MessageValues } from './format.ts';
import { isMessageId, type Language, type MessageId } from './messages.ts';

/** An error in a person's language: where, what happened, what to do. */
export interface ErrorText {
  readonly layer: string;
  readonly cause: string;
  readonly next: string;
}

/**
 * The sentences of an error. A `reason` that names a message (`cli.reason.*`, or a reason of shared/rules) is put into
 * the language first; anything else, such as the server's own words, stays as it came.
 */
export function formatError(language: Language, error: EdgewiseError): ErrorText {
  const values: MessageValues = { ...error.values, ...reasonOf(language, error.values) };
  return {
    layer: formatMessage(language, `layer.${error.layer}`),
    cause: formatMessage(language, `error.${error.code}.cause`, values),
    next: formatMessage(language, `error.${error.code}.next`, values),
  };
}

function reasonOf(language: Language, values: MessageValues): { readonly reason?: string } {
  const reason = values['reason'];
  if (typeof reason !== 'string') return {};
  const id = [reason, `rules.domain-name.${reason}`].find((candidate): candidate is MessageId =>
    isMessageId(candidate),
  );
  return id === undefined ? { reason } : { reason: formatMessage(language, id, values) };
}
