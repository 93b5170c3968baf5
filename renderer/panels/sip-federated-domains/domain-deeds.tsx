import BlockIcon from '@mui/icons-material/Block';
import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutlined';
import PlaylistAddIcon from '@mui/icons-material/PlaylistAdd';
import type { ListDeeds } from '../../components/list-panel/deeds.ts';
import type { ListHand } from '../../components/list-panel/ListPanel.tsx';
import type { Text } from '../../i18n/language.ts';
import { moveWords, newWords, type DomainRow } from './domain-row.ts';
import type { PaneSubject } from './kept-subject.ts';
import { moveDrafts } from './many-drafts.ts';
import { whyNotAdded, whyNotChanged, whyNotMoved, whyNotRemoved } from './reasons.ts';
import type { WriteAbilities } from './use-write-abilities.ts';

/** What can be done with the domains: added to a list, one or many, moved, changed together, deleted. */
export function domainDeeds(hand: ListHand<DomainRow, PaneSubject>, abilities: WriteAbilities, text: Text): ListDeeds {
  const { chosen, show, begin } = hand;
  return {
    add: [
      {
        id: 'new-allowed',
        label: 'domains.new.allowed',
        title: newWords.allowed,
        icon: <CheckCircleOutlineIcon fontSize="small" color="success" />,
        unavailable: abilities.add('allowed'),
        run: () => show({ kind: 'new', status: 'allowed' }),
      },
      {
        id: 'new-blocked',
        label: 'domains.new.blocked',
        title: newWords.blocked,
        icon: <BlockIcon fontSize="small" color="error" />,
        unavailable: abilities.add('blocked'),
        run: () => show({ kind: 'new', status: 'blocked' }),
      },
      {
        id: 'add-many',
        label: 'domains.new.many',
        title: 'domains.many.title',
        icon: <PlaylistAddIcon fontSize="small" />,
        unavailable: whyNotAdded(abilities),
        run: () => show({ kind: 'add-many' }),
      },
    ],
    change: [
      ...(['allowed', 'blocked'] as const).map((to) => ({
        id: `move-${to}`,
        label: moveWords[to],
        unavailable: whyNotMoved(to, chosen, abilities, text),
        run: () => begin(moveDrafts(chosen, to)),
      })),
      {
        id: 'change-many',
        label: 'domains.change-many',
        unavailable: whyNotChanged(chosen, abilities, text),
        run: () => show({ kind: 'change-many' }),
      },
    ],
    whyNotDeleted: whyNotRemoved(chosen, abilities, text),
  };
}
