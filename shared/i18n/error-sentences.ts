import type { ErrorCode } from '../errors.ts';

/** The ids of an error's two sentences: what happened, and what to do next. */
export type ErrorSentenceId = `error.${ErrorCode}.cause` | `error.${ErrorCode}.next`;

/** What an `errors.ts` catalogue must hold: both sentences of every code, and nothing else. */
export type ErrorSentences = Readonly<Record<ErrorSentenceId, string>>;
