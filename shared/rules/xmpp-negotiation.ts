import { XMPP_NEGOTIATIONS } from '../cmdlets/index.ts';
import { failure } from '../errors.ts';

/** What this side says of TLS, or of SASL. */
export type XmppNegotiation = (typeof XMPP_NEGOTIATIONS)[number];

/** What this side offers a partner: one choice of TLS, of SASL and of server dialback. */
export interface XmppStance {
  readonly tls: XmppNegotiation;
  readonly sasl: XmppNegotiation;
  readonly dialback: boolean;
}

/** How a partner can prove who it is; its words are `rules.xmpp-method.<method>`. */
export type XmppMethod = 'sasl-over-tls' | 'tls-dialback' | 'tcp-dialback';

/** Why a combination is refused; its sentence is `rules.xmpp-negotiation.<reason>`. */
export type XmppRefusal = 'sasl-needs-tls' | 'no-method';

/** What is to be known of a combination that is taken; its sentence is `rules.xmpp-negotiation.<reason>`. */
export type XmppWarning = 'dialback-idle' | 'tls-optional';

/** The same where there is no harm in it. */
export type XmppNote = 'no-fallback' | 'sasl-first' | 'dialback-over-tls' | 'as-partner-chooses' | 'tcp-only';

export type XmppVerdict =
  | { readonly kind: 'fine'; readonly reason: XmppNote | null }
  | { readonly kind: 'warned'; readonly reason: XmppWarning }
  | { readonly kind: 'refused'; readonly reason: XmppRefusal };

/** One combination: what can come of it, the best method first, and what is to be said of it. */
export interface XmppCombination extends XmppStance {
  /** What Microsoft's matrix expects; empty = no session comes about. */
  readonly methods: readonly XmppMethod[];
  readonly verdict: XmppVerdict;
}

const SASL: readonly XmppMethod[] = ['sasl-over-tls'];
const SASL_OR_TLS: readonly XmppMethod[] = ['sasl-over-tls', 'tls-dialback'];
const ALL: readonly XmppMethod[] = ['sasl-over-tls', 'tls-dialback', 'tcp-dialback'];
const TLS: readonly XmppMethod[] = ['tls-dialback'];
const TLS_OR_TCP: readonly XmppMethod[] = ['tls-dialback', 'tcp-dialback'];
const TCP: readonly XmppMethod[] = ['tcp-dialback'];

/**
 * Every combination. Source: "XMPP Federation Negotiation Methods Matrix - Complete" on Microsoft's page "Negotiation
 * settings for XMPP federated partners in Lync Server 2013", in its order. Two of its rows are refused here although the
 * matrix expects TCP dialback of them (TLS not supported, SASL not, with dialback): "Create or edit XMPP partner
 * configuration" says that such a partner is not saved. Its shorter table expects TCP dialback too of TLS required with
 * SASL optional; the complete one does not, and TLS that is required leaves no bare TCP.
 */
export const XMPP_COMBINATIONS: readonly XmppCombination[] = [
  combination('Required', 'Required', true, SASL, { kind: 'warned', reason: 'dialback-idle' }),
  combination('Required', 'Required', false, SASL, { kind: 'fine', reason: 'no-fallback' }),
  combination('Optional', 'Required', true, ALL, { kind: 'warned', reason: 'tls-optional' }),
  combination('Optional', 'Required', false, SASL, { kind: 'warned', reason: 'tls-optional' }),
  combination('NotSupported', 'Required', true, TCP, { kind: 'refused', reason: 'sasl-needs-tls' }),
  combination('NotSupported', 'Required', false, [], { kind: 'refused', reason: 'sasl-needs-tls' }),
  combination('Required', 'Optional', true, SASL_OR_TLS, { kind: 'fine', reason: 'sasl-first' }),
  combination('Required', 'Optional', false, SASL, { kind: 'fine', reason: null }),
  combination('Optional', 'Optional', true, ALL, { kind: 'warned', reason: 'tls-optional' }),
  combination('Optional', 'Optional', false, SASL, { kind: 'warned', reason: 'tls-optional' }),
  combination('NotSupported', 'Optional', true, TCP, { kind: 'refused', reason: 'sasl-needs-tls' }),
  combination('NotSupported', 'Optional', false, [], { kind: 'refused', reason: 'sasl-needs-tls' }),
  combination('Required', 'NotSupported', true, TLS, { kind: 'fine', reason: 'dialback-over-tls' }),
  combination('Required', 'NotSupported', false, [], { kind: 'refused', reason: 'no-method' }),
  combination('Optional', 'NotSupported', true, TLS_OR_TCP, { kind: 'fine', reason: 'as-partner-chooses' }),
  combination('Optional', 'NotSupported', false, [], { kind: 'refused', reason: 'no-method' }),
  combination('NotSupported', 'NotSupported', true, TCP, { kind: 'fine', reason: 'tcp-only' }),
  combination('NotSupported', 'NotSupported', false, [], { kind: 'refused', reason: 'no-method' }),
];

/** What comes of a stance. */
export function negotiated({ tls, sasl, dialback }: XmppStance): XmppCombination {
  const found = XMPP_COMBINATIONS.find((each) => each.tls === tls && each.sasl === sasl && each.dialback === dialback);
  if (found === undefined) throw new Error(`no combination ${tls}, ${sasl}, ${dialback}`);
  return found;
}

/** Throws input.xmpp-sasl-needs-tls or input.xmpp-no-method for a stance that Microsoft's control panel does not save. */
export function requireNegotiation(stance: XmppStance): void {
  const { verdict } = negotiated(stance);
  if (verdict.kind !== 'refused') return;
  throw verdict.reason === 'sasl-needs-tls'
    ? failure('input.xmpp-sasl-needs-tls', {})
    : failure('input.xmpp-no-method', {});
}

/** The fields of a partner that make up its stance. */
export const STANCE_FIELDS = ['tlsNegotiation', 'saslNegotiation', 'supportDialbackNegotiation'] as const;

/** The stance in a partner's values; what is left out is as a new partner has it (New-CsXmppAllowedPartner help). */
export function stanceOf(values: Readonly<Record<string, unknown>>): XmppStance {
  return {
    tls: negotiationOf(values['tlsNegotiation']),
    sasl: negotiationOf(values['saslNegotiation']),
    dialback: values['supportDialbackNegotiation'] !== false,
  };
}

function negotiationOf(value: unknown): XmppNegotiation {
  return XMPP_NEGOTIATIONS.find((each) => each === value) ?? 'Required';
}

function combination(
  tls: XmppNegotiation,
  sasl: XmppNegotiation,
  dialback: boolean,
  methods: readonly XmppMethod[],
  verdict: XmppVerdict,
): XmppCombination {
  return { tls, sasl, dialback, methods, verdict };
}
