import { useCommands } from '../../commands/registry.ts';
import { useText } from '../../i18n/language.ts';
import type { DomainRow, DomainStatus } from './domain-row.ts';
import type { WriteAbilities } from './use-write-abilities.ts';

/** What the panel can do just now. */
interface DomainDeeds {
  readonly abilities: WriteAbilities;
  /** The selected rows among those shown. */
  readonly chosen: readonly DomainRow[];
  readonly onNew: (status: DomainStatus) => void;
  readonly onShow: (row: DomainRow) => void;
  readonly onDelete: () => void;
  readonly onRefresh: () => void;
}

/** Offers in the palette what the toolbar offers. */
export function useDomainCommands({ abilities, chosen, onNew, onShow, onDelete, onRefresh }: DomainDeeds): void {
  const text = useText();
  const [first] = chosen;
  const only = chosen.length === 1 ? first : undefined;
  const group = 'palette.group.panel';
  useCommands([
    {
      id: 'domains/new-allowed',
      group,
      title: 'domains.command.new-allowed',
      unavailable: abilities.add('allowed'),
      run: () => onNew('allowed'),
    },
    {
      id: 'domains/new-blocked',
      group,
      title: 'domains.command.new-blocked',
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
      unavailable: only === undefined ? text('table.delete.choose-one') : abilities.remove(only.status),
      run: onDelete,
    },
    { id: 'domains/refresh', group, title: 'table.refresh', unavailable: null, run: onRefresh },
  ]);
}
