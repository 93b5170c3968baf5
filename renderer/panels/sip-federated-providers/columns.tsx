import type { ReactNode } from 'react';
import { retiredServiceOf } from '../../../shared/facts/retired-services.ts';
import type { TableColumn } from '../../components/data-table/columns.ts';
import type { NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { Sign, type SignKind } from '../../components/Sign.tsx';
import { isVerificationLevel, providerLevelWords } from '../../components/verification-words.ts';
import type { Text } from '../../i18n/language.ts';
import { isProviderNoun, kindWords } from './provider-words.ts';

/** The columns of the table, Microsoft's in Microsoft's order, in words of one language; `day` writes a date in it. */
export function providerColumns(text: Text, day: (iso: string) => string): readonly TableColumn<NounTableRow>[] {
  return [
    {
      id: 'kind',
      header: 'providers.column.kind',
      width: 'minmax(140px, 1fr)',
      value: ({ noun }) => (isProviderNoun(noun) ? text(kindWords[noun]) : ''),
    },
    {
      id: 'name',
      header: 'providers.column.name',
      width: 'minmax(110px, 1.2fr)',
      value: ({ identity }) => identity,
    },
    {
      id: 'edge',
      header: 'providers.column.edge',
      width: 'minmax(150px, 1.8fr)',
      value: edgeOf,
    },
    {
      id: 'enabled',
      header: 'providers.column.enabled',
      width: '112px',
      value: (row) => text(isEnabled(row) ? 'providers.enabled' : 'providers.disabled'),
      cell: (row) => (
        <Signed
          kind={isEnabled(row) ? 'allowed' : 'off'}
          words={text(isEnabled(row) ? 'providers.enabled' : 'providers.disabled')}
        />
      ),
    },
    {
      id: 'level',
      header: 'providers.column.level',
      width: 'minmax(150px, 1.8fr)',
      value: ({ noun, values }) => {
        const level = String(values['verificationLevel'] ?? '');
        return isProviderNoun(noun) && isVerificationLevel(level) ? text(providerLevelWords[noun][level]) : level;
      },
    },
    {
      id: 'service',
      header: 'providers.column.service',
      width: 'minmax(180px, 1.2fr)',
      value: (row) => endedWords(row) ?? '',
      cell: (row) => {
        const ended = endedWords(row);
        return ended === null ? '' : <Signed kind="warning" words={ended} />;
      },
    },
  ];

  function endedWords(row: NounTableRow): string | null {
    const retired = row.noun === 'public-provider' ? retiredServiceOf(row.identity, edgeOf(row)) : null;
    return retired === null ? null : text('providers.ended', { date: day(retired.endedOn) });
  }
}

/** The Access Edge of a provider as its server has it. */
export function edgeOf({ values }: NounTableRow): string {
  return String(values['proxyFqdn'] ?? '');
}

/** Whether communications with a provider are on. */
export function isEnabled({ values }: NounTableRow): boolean {
  return values['enabled'] === true;
}

function Signed({ kind, words }: { readonly kind: SignKind; readonly words: string }): ReactNode {
  return (
    <span className="ew-signed">
      <Sign kind={kind} />
      {words}
    </span>
  );
}
