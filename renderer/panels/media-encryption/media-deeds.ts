import { NOUNS } from '../../../shared/nouns/nouns.ts';
import type { ListDeeds } from '../../components/list-panel/deeds.ts';
import type { ListHand } from '../../components/list-panel/ListPanel.tsx';
import { removalOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import type { Text } from '../../i18n/language.ts';
import { isGlobal } from './media-form.ts';
import { newWords, type NewScope } from './media-words.ts';

const { add, remove } = NOUNS['media-configuration'];
const SCOPES = ['site', 'service'] as const satisfies readonly NewScope[];

interface MediaHand {
  readonly newOf: (scope: NewScope, rows: readonly NounTableRow[]) => NounSubject;
  /** Why a cmdlet cannot be used, in words, or null. */
  readonly whyNot: (cmdlet: string) => string | null;
  readonly text: Text;
}

/** What can be done with media settings: made for a site or service, deleted; Global's are taken back to the defaults. */
export function mediaDeeds(
  { rows, chosen, show, begin }: ListHand<NounTableRow, NounSubject>,
  { newOf, whyNot, text }: MediaHand,
): ListDeeds {
  const whyNotAdded = whyNot(add ?? '');
  const whyNotRemoved = chosen.length === 0 ? text('table.choose-some') : whyNot(remove ?? '');
  return {
    add:
      whyNotAdded === null
        ? SCOPES.map((scope) => ({
            id: `new-${scope}`,
            label: newWords[scope].menu,
            title: newWords[scope].title,
            unavailable: null,
            run: () => show(newOf(scope, rows)),
          }))
        : [],
    change: [
      {
        id: 'reset',
        label: 'table.reset',
        unavailable: whyNotRemoved ?? (chosen.every(isGlobal) ? null : text('media.reset-global-only')),
        run: () => begin(removalOf(chosen)),
      },
    ],
    whyNotDeleted: whyNotRemoved ?? (chosen.some(isGlobal) ? text('media.global-stays') : null),
  };
}
