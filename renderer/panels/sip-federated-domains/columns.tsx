import type { ReactNode } from 'react';
import type { TableColumn } from '../../components/data-table/columns.ts';
import { Sign } from '../../components/Sign.tsx';
import { verificationWords } from '../../components/verification-words.ts';
import type { Text } from '../../i18n/language.ts';
import { monitoringOf, proxyOf, statusWords, verificationOf, type DomainRow, type DomainStatus } from './domain-row.ts';

/** The columns of the table, in words of one language. */
export function domainColumns(text: Text): readonly TableColumn<DomainRow>[] {
  return [
    { id: 'domain', header: 'domains.column.domain', width: 'minmax(160px, 2.1fr)', value: (row) => row.domain },
    {
      id: 'status',
      header: 'domains.column.status',
      width: '104px',
      value: (row) => text(statusWords[row.status]),
      cell: (row) => <DomainStatusMark status={row.status} words={text(statusWords[row.status])} />,
    },
    {
      id: 'proxy',
      header: 'domains.column.proxy',
      width: 'minmax(100px, 1.9fr)',
      value: (row) => proxyOf(row) ?? '',
    },
    {
      id: 'comment',
      header: 'domains.column.comment',
      width: 'minmax(80px, 1.7fr)',
      value: (row) => row.comment ?? '',
    },
    {
      id: 'verification',
      header: 'domains.column.verification',
      width: 'minmax(110px, 1.45fr)',
      value: (row) => {
        const level = verificationOf(row);
        return level === null ? '' : text(verificationWords[level]);
      },
    },
    {
      id: 'monitoring',
      header: 'domains.form.monitoring',
      width: 'minmax(110px, 1fr)',
      hidden: true,
      value: (row) => {
        const marked = monitoringOf(row);
        return marked === null ? '' : text(marked ? 'value.yes' : 'value.no');
      },
    },
  ];
}

interface DomainStatusMarkProps {
  readonly status: DomainStatus;
  readonly words: string;
}

/** Allowed or blocked: a sign and a word. */
export function DomainStatusMark({ status, words }: DomainStatusMarkProps): ReactNode {
  return (
    <span className="ew-signed">
      <Sign kind={status} />
      {words}
    </span>
  );
}
