import AddLinkIcon from '@mui/icons-material/AddLink';
import CloudOutlinedIcon from '@mui/icons-material/CloudOutlined';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { ListDeed, ListDeeds } from '../../components/list-panel/deeds.ts';
import type { ListHand } from '../../components/list-panel/ListPanel.tsx';
import type { NounSubject, NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import type { Text } from '../../i18n/language.ts';
import { isEnabled } from './columns.tsx';
import { kindWords, newWords, type ProviderNoun } from './provider-words.ts';

/** What a panel's deeds hang on besides what is chosen. */
export interface ProviderHand {
  /** The kinds this server and role have, each with what New- begins with. */
  readonly kinds: readonly ProviderNoun[];
  readonly newOf: (noun: ProviderNoun) => NounSubject;
  /** Why a cmdlet cannot be used, in words, or null. */
  readonly whyNot: (cmdlet: string) => string | null;
  readonly text: Text;
}

/** What can be done with the providers: one of either kind added, any number enabled, disabled, deleted. */
export function providerDeeds(hand: ListHand<NounTableRow, NounSubject>, more: ProviderHand): ListDeeds {
  const { chosen, show } = hand;
  const { kinds, newOf, whyNot, text } = more;
  return {
    add: kinds
      .map((noun) => ({ noun, unavailable: whyNot(NOUNS[noun].add ?? '') }))
      // A role that can add neither kind is not offered it: the notice says why.
      .filter((_kind, _at, all) => all.some(({ unavailable }) => unavailable === null))
      .map(({ noun, unavailable }) => ({
        id: `new-${noun}`,
        label: kindWords[noun],
        title: newWords[noun],
        icon: noun === 'public-provider' ? <AddLinkIcon fontSize="small" /> : <CloudOutlinedIcon fontSize="small" />,
        unavailable,
        run: () => show(newOf(noun)),
      })),
    change: [switchDeed(hand, more, true), switchDeed(hand, more, false)],
    whyNotDeleted: whyNone(chosen, text) ?? first(chosen, ({ noun }) => whyNot(NOUNS[noun].remove ?? '')),
  };
}

function switchDeed(
  { chosen, begin }: ListHand<NounTableRow, NounSubject>,
  { whyNot, text }: ProviderHand,
  enabled: boolean,
): ListDeed {
  const others = chosen.filter((row) => isEnabled(row) !== enabled);
  const already = text(enabled ? 'providers.all-enabled' : 'providers.all-disabled');
  return {
    id: enabled ? 'enable' : 'disable',
    label: enabled ? 'providers.enable' : 'providers.disable',
    unavailable:
      whyNone(chosen, text) ?? (others.length === 0 ? already : first(others, ({ noun }) => whyNot(NOUNS[noun].set))),
    run: () => begin(switchDrafts(others, enabled)),
  };
}

/** The drafts that switch providers on or off: a suspended one keeps everything else. */
export function switchDrafts(rows: readonly NounTableRow[], enabled: boolean): readonly Draft[] {
  return rows.map(({ noun, identity, version: versionRead, values }) => ({
    kind: 'noun.set',
    noun,
    identity,
    versionRead,
    read: { ...values },
    values: { enabled },
  }));
}

function whyNone(chosen: readonly NounTableRow[], text: Text): string | null {
  return chosen.length === 0 ? text('table.choose-some') : null;
}

function first(rows: readonly NounTableRow[], why: (row: NounTableRow) => string | null): string | null {
  for (const row of rows) {
    const reason = why(row);
    if (reason !== null) return reason;
  }
  return null;
}
