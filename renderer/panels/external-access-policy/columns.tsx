import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { ACCESS_SWITCHES, policyScope, type AccessSwitch } from '../../../shared/rules/external-access-policy.ts';
import type { TableColumn } from '../../components/data-table/columns.ts';
import type { NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { policyTitle } from '../../components/policy-words.ts';
import { Sign } from '../../components/Sign.tsx';
import type { Text } from '../../i18n/language.ts';
import { scopeWords } from './policy-subject.ts';

/** What stands over a switch's column. */
const headers: Readonly<Record<AccessSwitch, MessageId>> = {
  enableFederationAccess: 'policies.column.federated',
  enableXmppAccess: 'policies.column.xmpp',
  enableOutsideAccess: 'policies.column.remote',
  enablePublicCloudAccess: 'policies.column.public',
  enablePublicCloudAudioVideoAccess: 'policies.column.public-av',
};

/** The columns of the table, in words of one language. */
export function policyColumns(text: Text): readonly TableColumn<NounTableRow>[] {
  return [
    {
      id: 'name',
      header: 'policies.column.name',
      width: 'minmax(140px, 1.6fr)',
      value: (row) => policyTitle(text, row.identity),
    },
    {
      id: 'scope',
      header: 'policies.column.scope',
      width: '96px',
      value: (row) => text(scopeWords[policyScope(row.identity).kind]),
    },
    ...ACCESS_SWITCHES.map((each): TableColumn<NounTableRow> => {
      const words = (row: NounTableRow): string => switchText(text, row.values[each] ?? null);
      return {
        id: each,
        header: headers[each],
        width: 'minmax(108px, 0.7fr)',
        value: words,
        cell: (row) => <SwitchMark on={row.values[each] === true} words={words(row)} />,
      };
    }),
    {
      id: 'description',
      header: 'policies.description',
      width: 'minmax(120px, 1.7fr)',
      value: (row) => String(row.values['description'] ?? ''),
    },
  ];
}

function switchText(text: Text, value: string | number | boolean | null): string {
  return value === null ? '' : text(value === true ? 'value.yes' : 'value.no');
}

/** On or off: a sign and a word; a server without the switch says nothing. */
function SwitchMark({ on, words }: { readonly on: boolean; readonly words: string }): ReactNode {
  if (words === '') return null;
  return (
    <span className="ew-signed">
      <Sign kind={on ? 'marked' : 'unmarked'} />
      {words}
    </span>
  );
}
