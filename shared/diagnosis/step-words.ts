import type { TestStep } from '../contract/deployments.ts';
import type { MessageId } from '../i18n/index.ts';
import type { TestStepName } from '../models/connection-test.ts';

/** What each step is called, what is done in it, and what it means that it passed. */
export const STEP_WORDS: Readonly<
  Record<TestStepName, { readonly title: MessageId; readonly tried: MessageId; readonly means: MessageId }>
> = {
  name: { title: 'check.step.name', tried: 'check.tried.name', means: 'check.means.name' },
  tcp: { title: 'check.step.tcp', tried: 'check.tried.tcp', means: 'check.means.tcp' },
  tls: { title: 'check.step.tls', tried: 'check.tried.tls', means: 'check.means.tls' },
  offers: { title: 'check.step.offers', tried: 'check.tried.offers', means: 'check.means.offers' },
  'sign-in': { title: 'check.step.sign-in', tried: 'check.tried.sign-in', means: 'check.means.sign-in' },
  'ws-management': {
    title: 'check.step.ws-management',
    tried: 'check.tried.ws-management',
    means: 'check.means.ws-management',
  },
  runspace: { title: 'check.step.runspace', tried: 'check.tried.runspace', means: 'check.means.runspace' },
  cmdlets: { title: 'check.step.cmdlets', tried: 'check.tried.cmdlets', means: 'check.means.cmdlets' },
  roles: { title: 'check.step.roles', tried: 'check.tried.roles', means: 'check.means.roles' },
  version: { title: 'check.step.version', tried: 'check.tried.version', means: 'check.means.version' },
  'web-services': {
    title: 'check.step.web-services',
    tried: 'check.tried.web-services',
    means: 'check.means.web-services',
  },
};

/** Kerberos refuses a clock that is further away, by default (RFC 4120 1.3; Windows: five minutes). */
const CLOCK_LIMIT_SECONDS = 300;
/** A certificate that ends sooner is worth a word. */
const CERTIFICATE_DAYS = 30;
/** TLS 1.0 and 1.1, as OpenSSL names them (RFC 8996 takes both out of use). */
const OLD_TLS = /^TLSv1(\.1)?$/;
const DAY_MS = 86_400_000;

/** What a step can give reason to do; its sentence is `check.advice.` and this. */
export type Advice = 'certificate-ended' | 'certificate-ends' | 'old-tls' | OfferAdvice | 'clock' | 'web-services';

/** What an answer that names no sign-in speaks for. */
type OfferAdvice = 'no-offers' | 'offers-unnamed' | 'offers-path' | 'offers-page' | 'offers-stopped' | 'offers-gateway';

/** Statuses of what stands before a server: it finds none behind it, or lets nothing more through (RFC 9110 15, RFC 6585 4). */
const GATEWAY: ReadonlySet<string> = new Set(['413', '429', '502', '504']);

/** What a step that passed gives reason to do all the same, the gravest first. `now` is milliseconds since 1970. */
export function adviceOf({ step, state, facts }: TestStep, now: number): readonly Advice[] {
  if (state !== 'ok') return [];
  const all: readonly (readonly [TestStep['step'], Advice, boolean])[] = [
    // What breaks by itself on a day to come is said first.
    ['tls', 'certificate-ended', endsWithin(0, facts.validTo, now)],
    ['tls', 'certificate-ends', endsWithin(CERTIFICATE_DAYS, facts.validTo, now) && !endsWithin(0, facts.validTo, now)],
    ['tls', 'old-tls', OLD_TLS.test(facts.protocol ?? '')],
    ['offers', offerAdvice(facts.status ?? ''), facts.offered === undefined],
    ['offers', 'clock', Math.abs(Number(facts.clockAhead ?? 0)) > CLOCK_LIMIT_SECONDS],
    ['web-services', 'web-services', facts.unknownHost !== undefined],
  ];
  return all.filter(([of, , given]) => of === step && given).map(([, advice]) => advice);
}

function offerAdvice(status: string): OfferAdvice {
  if (GATEWAY.has(status)) return 'offers-gateway';
  if (status === '401') return 'offers-unnamed';
  if (status === '404') return 'offers-path';
  if (status === '503') return 'offers-stopped';
  return status.startsWith('2') ? 'offers-page' : 'no-offers';
}

function endsWithin(days: number, validTo: string | undefined, now: number): boolean {
  return validTo !== undefined && Date.parse(validTo) - now < days * DAY_MS;
}
