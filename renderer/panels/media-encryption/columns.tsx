import type { TableColumn } from '../../components/data-table/columns.ts';
import type { NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { Sign } from '../../components/Sign.tsx';
import type { Text } from '../../i18n/language.ts';
import { scopeOf } from './media-form.ts';
import { isLevel, levelWords, scopeWords } from './media-words.ts';

/** The columns of the table, in words of one language. */
export function mediaColumns(text: Text): readonly TableColumn<NounTableRow>[] {
  return [
    {
      id: 'scope',
      header: 'media.column.scope',
      width: '130px',
      value: (row) => text(scopeWords[scopeOf(row).kind]),
    },
    {
      id: 'name',
      header: 'media.column.name',
      width: 'minmax(180px, 2fr)',
      value: (row) => (scopeOf(row).kind === 'global' ? text('media.scope.global') : scopeOf(row).name),
    },
    {
      id: 'level',
      header: 'media.column.level',
      width: 'minmax(190px, 2fr)',
      value: (row) => levelText(text, row),
      cell: (row) => (
        <span className="ew-signed">
          <Sign kind={row.values['encryptionLevel'] === 'RequireEncryption' ? 'allowed' : 'warning'} />
          {levelText(text, row)}
        </span>
      ),
    },
  ];
}

function levelText(text: Text, { values }: NounTableRow): string {
  const level = String(values['encryptionLevel'] ?? '');
  return isLevel(level) ? text(levelWords[level].label) : level;
}
