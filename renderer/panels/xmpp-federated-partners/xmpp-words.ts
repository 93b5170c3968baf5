import type { MessageId } from '../../../shared/i18n/index.ts';
import type { XmppCombination } from '../../../shared/rules/xmpp-negotiation.ts';
import type { SignKind } from '../../components/Sign.tsx';

interface TypeWords {
  readonly name: MessageId;
  readonly help: MessageId;
}

/** What each partner type is called, and what it lets people do, in Microsoft's order. */
export const typeWords = {
  Federated: { name: 'xmpp.type.federated', help: 'xmpp.type.federated.help' },
  PublicVerified: { name: 'xmpp.type.public-verified', help: 'xmpp.type.public-verified.help' },
  PublicUnverified: { name: 'xmpp.type.public-unverified', help: 'xmpp.type.public-unverified.help' },
} as const satisfies Readonly<Record<string, TypeWords>>;

/** The words of a partner type, or null for one nobody knows. */
export function wordsOfType(type: unknown): TypeWords | null {
  return Object.entries(typeWords).find(([name]) => name === type)?.[1] ?? null;
}

/** The sign beside what comes of a combination. */
export const verdictSigns: Readonly<Record<XmppCombination['verdict']['kind'], SignKind>> = {
  fine: 'allowed',
  warned: 'warning',
  refused: 'blocked',
};

/** The gateway's numbers, in the order of the help. */
export const GATEWAY_COUNTS = [
  ['connectionLimit', 'xmpp.gateway.limit'],
  ['partnerConnectionLimit', 'xmpp.gateway.partner-limit'],
  ['keepAliveInterval', 'xmpp.gateway.keep-alive'],
  ['streamEstablishmentTimeout', 'xmpp.gateway.establishment'],
  ['streamInactivityTimeout', 'xmpp.gateway.inactivity'],
  ['subscriptionRefreshInterval', 'xmpp.gateway.refresh'],
] as const satisfies readonly (readonly [string, MessageId])[];
