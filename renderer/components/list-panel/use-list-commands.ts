import { useCommands } from '../../commands/registry.ts';
import { useText } from '../../i18n/language.ts';
import type { ListActs, ListDeed, ListDeeds } from './deeds.ts';

interface Offered {
  /** Of the panel, before each command's id. */
  readonly panel: string;
  readonly deeds: ListDeeds;
  /** How many rows are selected among those shown. */
  readonly chosen: number;
  /** Whether there is a row whose details can be shown. */
  readonly showable: boolean;
  /** Whether any row is shown. */
  readonly anyShown: boolean;
  readonly acts: ListActs;
}

/** Offers in the palette what the toolbar offers. */
export function useListCommands({ panel, deeds, chosen, showable, anyShown, acts }: Offered): void {
  const text = useText();
  const group = 'palette.group.panel' as const;
  const commandOf = ({ id, label, title = label, unavailable, run }: ListDeed) => ({
    id: `${panel}/${id}`,
    group,
    title,
    also: label,
    unavailable,
    run,
  });
  const none = chosen === 0 ? text('table.choose-some') : null;
  useCommands([
    ...deeds.add.map(commandOf),
    {
      id: `${panel}/details`,
      group,
      title: 'table.show-details',
      keys: 'Enter',
      unavailable: showable ? null : text('table.details.choose-one'),
      run: acts.onShow,
    },
    ...(deeds.whyNotDeleted === undefined
      ? []
      : [
          {
            id: `${panel}/delete`,
            group,
            title: deeds.deletes ?? ('table.delete' as const),
            keys: 'Delete',
            unavailable: deeds.whyNotDeleted,
            run: acts.onDelete,
          },
        ]),
    ...[...(deeds.look ?? []), ...deeds.change].map(commandOf),
    {
      id: `${panel}/export`,
      group,
      title: 'table.export',
      unavailable: anyShown ? null : text('table.nothing-shown'),
      run: acts.onExport,
    },
    { id: `${panel}/copy`, group, title: 'table.copy', keys: 'Ctrl+C', unavailable: none, run: acts.onCopy },
    { id: `${panel}/refresh`, group, title: 'table.refresh', unavailable: null, run: acts.onRefresh },
  ]);
}
