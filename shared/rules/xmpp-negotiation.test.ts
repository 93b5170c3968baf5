import { describe, expect, it } from 'vitest';
import { XMPP_NEGOTIATIONS } from '../cmdlets/index.ts';
import { errorFrom } from '../errors.ts';
import { negotiated, requireNegotiation, stanceOf, XMPP_COMBINATIONS, type XmppStance } from './xmpp-negotiation.ts';

const every: readonly XmppStance[] = XMPP_NEGOTIATIONS.flatMap((tls) =>
  XMPP_NEGOTIATIONS.flatMap((sasl) => [true, false].map((dialback) => ({ tls, sasl, dialback }))),
);

function refusal(stance: XmppStance): string | null {
  try {
    requireNegotiation(stance);
    return null;
  } catch (caught) {
    return errorFrom(caught).code;
  }
}

describe('the negotiation matrix', () => {
  it('has every combination once', () => {
    expect(every).toHaveLength(18);
    expect(XMPP_COMBINATIONS).toHaveLength(18);
    for (const stance of every) expect(negotiated(stance)).toMatchObject(stance);
  });

  it.each(every)('never saves SASL without TLS: $tls, $sasl, $dialback', (stance) => {
    const wanted = stance.tls === 'NotSupported' && stance.sasl !== 'NotSupported';
    expect(refusal(stance) === 'input.xmpp-sasl-needs-tls').toBe(wanted);
  });

  it.each(every)('refuses what leaves no method, and only that: $tls, $sasl, $dialback', (stance) => {
    const wanted = stance.sasl === 'NotSupported' && !stance.dialback;
    expect(refusal(stance) === 'input.xmpp-no-method').toBe(wanted);
  });

  it.each(every)('expects nothing that one of the three excludes: $tls, $sasl, $dialback', (stance) => {
    const { methods, verdict } = negotiated(stance);
    if (verdict.kind !== 'refused') expect(methods).not.toEqual([]);
    if (stance.tls === 'NotSupported') expect(methods.filter((each) => each !== 'tcp-dialback')).toEqual([]);
    if (stance.tls === 'Required') expect(methods).not.toContain('tcp-dialback');
    if (stance.sasl === 'NotSupported') expect(methods).not.toContain('sasl-over-tls');
    if (!stance.dialback) expect(methods.filter((each) => each !== 'sasl-over-tls')).toEqual([]);
  });

  it('warns of dialback that never comes to be used, and of SASL that may find no TLS', () => {
    expect(negotiated({ tls: 'Required', sasl: 'Required', dialback: true }).verdict).toEqual({
      kind: 'warned',
      reason: 'dialback-idle',
    });
    const warned = XMPP_COMBINATIONS.filter(({ verdict }) => verdict.reason === 'tls-optional');
    expect(warned.map(({ tls, sasl, dialback }) => [tls, sasl, dialback])).toEqual([
      ['Optional', 'Required', true],
      ['Optional', 'Required', false],
      ['Optional', 'Optional', true],
      ['Optional', 'Optional', false],
    ]);
  });

  it('takes the Google Talk example: bare TCP, and dialback over it', () => {
    const { methods, verdict } = negotiated({ tls: 'NotSupported', sasl: 'NotSupported', dialback: true });
    expect(methods).toEqual(['tcp-dialback']);
    expect(verdict).toEqual({ kind: 'fine', reason: 'tcp-only' });
  });
});

describe('the stance of a partner', () => {
  it('is that of a new partner where nothing is said', () =>
    expect(stanceOf({})).toEqual({ tls: 'Required', sasl: 'Required', dialback: true }));

  it('is what the values say', () =>
    expect(
      stanceOf({ tlsNegotiation: 'Optional', saslNegotiation: 'NotSupported', supportDialbackNegotiation: false }),
    ).toEqual({ tls: 'Optional', sasl: 'NotSupported', dialback: false }));
});
