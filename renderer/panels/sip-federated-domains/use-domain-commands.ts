import { useCommands } from '../../commands/registry.ts';
import { useText } from '../../i18n/language.ts';
import { moveWords, type DomainRow, type DomainStatus } from './domain-row.ts';
import { whyNotAdded, whyNotChanged, whyNotMoved, whyNotRemoved } from './reasons.ts';
import type { WriteAbilities } from './use-write-abilities.ts';

/** What the panel can do just now. */
interface DomainDeeds {
  readonly abilities: WriteAbilities;
  /** The selected rows among those shown. */
  readonly chosen: readonly DomainRow[];
  readonly onNew: (status: DomainStatus) => void;
  readonly onShow: (row: DomainRow) => void;
  readonly onDelete: () => void;
  readonly onMove: (to: DomainStatus) => void;
  readonly onAddMany: () => void;
  readonly onChangeMany: () => void;
  /** Whether any row is shown. */
  readonly anyShown: boolean;
  readonly onExport: () => void;
  readonly onCopy: () => void;
  readonly onRefresh: () => void;
}

/** Offers in the palette what the toolbar offers. */
export function useDomainCommands(deeds: DomainDeeds): void {
  const { abilities, chosen, onNew, onShow, onDelete, onRefresh } = deeds;
  const text = useText();
  const [first] = chosen;
  const only = chosen.length === 1 ? first : undefined;
  const group = 'palette.group.panel' as const;
  useCommands([
    {
      id: 'domains/new-allowed',
      group,
      title: 'domains.form.new-allowed',
      unavailable: abilities.add('allowed'),
      run: () => onNew('allowed'),
    },
    {
      id: 'domains/new-blocked',
      group,
      title: 'domains.form.new-blocked',
      unavailable: abilities.add('blocked'),
      run: () => onNew('blocked'),
    },
    {
      id: 'domains/details',
      group,
      title: 'table.show-details',
      keys: 'Enter',
      unavailable: only === undefined ? text('table.details.choose-one') : null,
      run: () => only !== undefined && onShow(only),
    },
    {
      id: 'domains/delete',
      group,
      title: 'table.delete',
      keys: 'Delete',
      unavailable: whyNotRemoved(chosen, abilities, text),
      run: onDelete,
    },
    ...(['allowed', 'blocked'] as const).map((to) => ({
      id: `domains/move-${to}`,
      group,
      title: moveWords[to],
      unavailable: whyNotMoved(to, chosen, abilities, text),
      run: () => deeds.onMove(to),
    })),
    {
      id: 'domains/add-many',
      group,
      title: 'domains.many.title',
      unavailable: whyNotAdded(abilities),
      run: deeds.onAddMany,
    },
    {
      id: 'domains/change-many',
      group,
      title: 'domains.change-many',
      unavailable: whyNotChanged(chosen, abilities, text),
      run: deeds.onChangeMany,
    },
    {
      id: 'domains/export',
      group,
      title: 'table.export',
      unavailable: deeds.anyShown ? null : text('table.nothing-shown'),
      run: deeds.onExport,
    },
    {
      id: 'domains/copy',
      group,
      title: 'table.copy',
      keys: 'Ctrl+C',
      unavailable: chosen.length === 0 ? text('table.choose-some') : null,
      run: deeds.onCopy,
    },
    { id: 'domains/refresh', group, title: 'table.refresh', unavailable: null, run: onRefresh },
  ]);
}
