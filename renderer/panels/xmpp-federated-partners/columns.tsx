import type { ReactNode } from 'react';
import { negotiated, stanceOf } from '../../../shared/rules/xmpp-negotiation.ts';
import type { TableColumn } from '../../components/data-table/columns.ts';
import type { NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { negotiationWords } from '../../components/negotiation-words.ts';
import { Sign } from '../../components/Sign.tsx';
import type { Text } from '../../i18n/language.ts';
import { verdictSigns, wordsOfType } from './xmpp-words.ts';

/** The columns of the table, the fields in Microsoft's order, in words of one language. */
export function partnerColumns(text: Text): readonly TableColumn<NounTableRow>[] {
  return [
    { id: 'primary', header: 'xmpp.primary', width: 'minmax(150px, 1.7fr)', value: ({ identity }) => identity },
    {
      id: 'description',
      header: 'xmpp.description',
      width: 'minmax(90px, 1.5fr)',
      value: textOf('description'),
    },
    {
      id: 'additional',
      header: 'xmpp.additional',
      width: 'minmax(110px, 1.6fr)',
      value: textOf('additionalDomains'),
    },
    {
      id: 'type',
      header: 'xmpp.type',
      width: 'minmax(110px, 1.1fr)',
      value: ({ values }) => {
        const type = values['partnerType'] ?? '';
        const words = wordsOfType(type);
        return words === null ? String(type) : text(words.name);
      },
    },
    {
      id: 'negotiated',
      header: 'xmpp.negotiated',
      width: 'minmax(150px, 1.7fr)',
      value: methodsOf,
      cell: (row) => <Negotiated row={row} words={methodsOf(row)} />,
    },
    { id: 'tls', header: 'xmpp.tls', width: 'minmax(100px, 1fr)', hidden: true, value: choiceOf('tlsNegotiation') },
    { id: 'sasl', header: 'xmpp.sasl', width: 'minmax(100px, 1fr)', hidden: true, value: choiceOf('saslNegotiation') },
    {
      id: 'dialback',
      header: 'xmpp.dialback',
      width: 'minmax(100px, 1fr)',
      hidden: true,
      value: flagOf('supportDialbackNegotiation'),
    },
    { id: 'proxy', header: 'xmpp.proxy', width: 'minmax(120px, 1fr)', hidden: true, value: textOf('proxyFqdn') },
    { id: 'limit', header: 'xmpp.limit', width: 'minmax(100px, 1fr)', hidden: true, value: textOf('connectionLimit') },
    {
      id: 'keep-alive',
      header: 'xmpp.keep-alive',
      width: 'minmax(100px, 1fr)',
      hidden: true,
      value: flagOf('enableKeepAlive'),
    },
  ];

  function methodsOf({ values }: NounTableRow): string {
    const { methods, verdict } = negotiated(stanceOf(values));
    if (verdict.kind === 'refused') return text('rules.xmpp-verdict.refused');
    const words = methods.map((method) => text(`rules.xmpp-method.short.${method}`)).join(', ');
    return verdict.kind === 'warned' ? text('xmpp.negotiated.warned', { words }) : words;
  }

  function choiceOf(field: string): (row: NounTableRow) => string {
    return ({ values }) => {
      const value = String(values[field] ?? '');
      const words = Object.entries(negotiationWords).find(([name]) => name === value)?.[1];
      return words === undefined ? value : text(words);
    };
  }

  function flagOf(field: string): (row: NounTableRow) => string {
    return ({ values }) => (values[field] === null ? '' : text(values[field] === true ? 'value.yes' : 'value.no'));
  }
}

function textOf(field: string): (row: NounTableRow) => string {
  return ({ values }) => String(values[field] ?? '');
}

interface NegotiatedProps {
  readonly row: NounTableRow;
  readonly words: string;
}

function Negotiated({ row, words }: NegotiatedProps): ReactNode {
  return (
    <span className="ew-signed">
      <Sign kind={verdictSigns[negotiated(stanceOf(row.values)).verdict.kind]} />
      <span>{words}</span>
    </span>
  );
}
