import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { isCount, parameterRange, type CountRange } from '../../../shared/rules/count.ts';
import type { NounFields } from '../../components/noun-panel/noun-subject.ts';
import { GATEWAY_COUNTS } from './xmpp-words.ts';

/** What a number of the gateway takes, and what it is at first; null = the help does not say. */
export interface GatewayCount {
  readonly parameter: string;
  readonly range: CountRange;
  readonly initial: number | null;
}

/** What is known of a number of the gateway. Source: Set-CsXmppGatewayConfiguration help. */
export function gatewayCount(field: string): GatewayCount {
  const found = NOUNS['xmpp-gateway'].fields.find(({ name }) => name === field);
  if (found === undefined) throw new Error(`the gateway has no ${field}`);
  const { parameter, initial } = found;
  return {
    parameter,
    range: parameterRange(NOUNS['xmpp-gateway'].set, parameter),
    initial: typeof initial === 'number' ? initial : null,
  };
}

/** The fields whose number is none the gateway takes. */
export function wrongCounts({ values }: NounFields): ReadonlySet<string> {
  return new Set(
    GATEWAY_COUNTS.map(([field]) => field).filter((field) => {
      const typed = String(values[field] ?? '').trim();
      return !/^\d+$/.test(typed) || !isCount(Number(typed), gatewayCount(field).range);
    }),
  );
}
