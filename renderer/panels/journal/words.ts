import type {
  JournalEntry,
  JournalNotice,
  JournalOutcome,
  JournalRow,
  JournalStepState,
  JournalWords,
} from '../../../shared/contract/journal.ts';
import { isMessageId, type MessageId } from '../../../shared/i18n/index.ts';
import { stepSentence } from '../../components/step-sentence.ts';
import type { Text } from '../../i18n/language.ts';

/** The words of each outcome. */
export const outcomeWords: Readonly<Record<JournalOutcome, MessageId>> = {
  applying: 'journal.outcome.applying',
  done: 'journal.outcome.done',
  partly: 'journal.outcome.partly',
  failed: 'journal.outcome.failed',
  unknown: 'journal.outcome.unknown',
};

/** How an entry ended, and whether it is undone by now. */
export function outcomeText(text: Text, { outcome, undone }: Pick<JournalRow, 'outcome' | 'undone'>): string {
  const ended = text(outcomeWords[outcome]);
  return undone ? text('journal.undone-since', { outcome: ended }) : ended;
}

/** The words of how a step ended. */
export const stateWords: Readonly<Record<JournalStepState, MessageId>> = {
  'not-sent': 'journal.state.not-sent',
  sending: 'journal.state.sending',
  unknown: 'journal.state.unknown',
  done: 'journal.state.done',
  'not-done': 'journal.state.not-done',
  failed: 'journal.state.failed',
  stopped: 'journal.state.stopped',
};

/** The words of an entry's seal. */
export const sealWords: Readonly<Record<JournalEntry['seal'], MessageId>> = {
  sealed: 'journal.seal.sealed',
  unsealed: 'journal.seal.unsealed',
  altered: 'journal.seal.altered',
};

/** A sentence as it was written, in the person's language; its id and values where this version has another sentence. */
export function sentenceOf(text: Text, words: JournalWords): string {
  const asWritten = [words.id, ...Object.values(words.values)].join(' ');
  if (!isMessageId(words.id)) return asWritten;
  try {
    return stepSentence(text, words.id, words.values);
  } catch {
    // A sentence that needs more than an older version wrote: what it wrote is still the truth.
    return asWritten;
  }
}

/** What an entry changes, in one line. */
export function changeOf(text: Text, row: JournalRow): string {
  const first = sentenceOf(text, row.first);
  return row.steps > 1 ? text('journal.more-steps', { first, count: row.steps - 1 }) : first;
}

/** A notice in words. */
export function noticeText(text: Text, notice: JournalNotice): string {
  switch (notice.kind) {
    case 'unsealed':
      return text('journal.notice.unsealed');
    case 'key-lost':
      return text('journal.notice.key-lost');
    case 'altered':
      return text('journal.notice.altered', { count: notice.records });
    case 'missing':
      return text('journal.notice.missing', { count: notice.records });
    case 'cut':
      return text('journal.notice.cut', { count: notice.records });
    case 'torn':
      return text('journal.notice.torn', { file: notice.file });
    case 'not-written':
      return text('journal.notice.not-written', { reason: notice.reason });
  }
}
