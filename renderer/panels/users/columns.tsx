import type { UserListRow } from '../../../shared/contract/users.ts';
import type { TableColumn } from '../../components/data-table/columns.ts';
import { Sign } from '../../components/Sign.tsx';
import type { Text } from '../../i18n/language.ts';

/** The columns of the table, in words of one language. */
export function userColumns(text: Text): readonly TableColumn<UserListRow>[] {
  return [
    { id: 'name', header: 'user.column.name', width: 'minmax(140px, 1.6fr)', value: (row) => row.displayName },
    { id: 'address', header: 'user.column.address', width: 'minmax(180px, 2fr)', value: (row) => row.sipAddress },
    {
      id: 'enabled',
      header: 'user.column.enabled',
      width: '92px',
      value: (row) => enabledWords(row, text),
      cell: (row) =>
        row.enabled === null ? (
          ''
        ) : (
          <span className="ew-signed">
            <Sign kind={row.enabled ? 'marked' : 'unmarked'} />
            {enabledWords(row, text)}
          </span>
        ),
    },
    { id: 'pool', header: 'user.column.pool', width: 'minmax(130px, 1.5fr)', value: (row) => row.registrarPool ?? '' },
    {
      id: 'policy',
      header: 'user.column.policy',
      width: 'minmax(150px, 1.4fr)',
      value: (row) => policyWords(row.externalAccessPolicy, text),
    },
  ];
}

/** The policy that was assigned; without one, Microsoft's word for the site's or Global. */
export function policyWords(policy: string | null, text: Text): string {
  return policy === null || policy === '' ? text('user.automatic') : policy;
}

function enabledWords({ enabled }: UserListRow, text: Text): string {
  return enabled === null ? '' : text(enabled ? 'value.yes' : 'value.no');
}
