import type { TestFacts, TestStep } from '../contract/deployments.ts';
import { formatMessage, isMessageId, type Language, type MessageId, type MessageValues } from '../i18n/index.ts';
import { SIGN_IN_SCHEMES } from '../models/deployment.ts';
import { schemeWords } from './scheme-words.ts';

/** What a step of the test has found out, in one line; '' when it says nothing of itself. */
export function factsText(language: Language, { step, facts }: Pick<TestStep, 'step' | 'facts'>): string {
  const { address = '', port, protocol = '', user = '', scheme = '' } = facts;
  const text = words(language);
  switch (step) {
    case 'name':
      return joined([address, wayText(language, facts)]);
    case 'tcp':
      return joined([
        port === undefined ? address : text('check.fact.port', { address, port }),
        wayText(language, facts),
      ]);
    case 'tls':
      return joined([protocol, certificateText(language, facts)]);
    case 'offers':
      return offersText(language, facts);
    case 'sign-in':
      return user === '' ? '' : text('check.fact.sign-in', { user, scheme: signInText(language, scheme, facts) });
    case 'ws-management':
      return '';
    case 'runspace':
      return protocol === '' ? '' : text('check.fact.psrp', { protocol });
    case 'cmdlets':
      return facts.count === undefined ? '' : text('check.fact.count', { count: Number(facts.count) });
    case 'roles':
      return facts.may === undefined ? '' : text(facts.may === 'change' ? 'check.fact.change' : 'check.fact.read');
    case 'version':
      return facts.version ?? '';
    case 'web-services':
      return facts.names ?? '';
  }
}

/** A date of a certificate, in the person's language. `iso` is ISO 8601. */
export function dateOf(language: Language, iso: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso));
}

/** Whose address that is, where it is not the server's, and where the proxy leads to. */
function wayText(language: Language, { proxy, tunnel }: TestFacts): string {
  const text = words(language);
  return joined([
    proxy === undefined ? '' : text('check.fact.proxy', { proxy }),
    tunnel === undefined ? '' : text('check.fact.tunnel', { tunnel }),
  ]);
}

function certificateText(language: Language, { subject, issuer = '', validTo }: TestFacts): string {
  if (subject === undefined || validTo === undefined) return '';
  return words(language)('check.fact.certificate', { subject, issuer, date: dateOf(language, validTo) });
}

function offersText(language: Language, { offered, status, server = '', clockAhead, location }: TestFacts): string {
  const text = words(language);
  if (status === undefined) return '';
  const schemes = offered === undefined ? text('check.fact.no-offers', { status }) : offered;
  const clock = clockAhead === undefined ? '' : clockText(language, Number(clockAhead));
  return joined([schemes, server, clock, location === undefined ? '' : text('check.fact.location', { location })]);
}

function clockText(language: Language, ahead: number): string {
  const text = words(language);
  if (Math.abs(ahead) < 2) return text('check.fact.clock-same');
  return text(ahead > 0 ? 'check.fact.clock-ahead' : 'check.fact.clock-behind', { seconds: Math.abs(ahead) });
}

/** What signed in in the end, where the scheme leaves it open. */
function signInText(language: Language, scheme: string, facts: TestFacts): string {
  const { mechanism = '', spn, withoutKerberos } = facts;
  const text = words(language);
  if (mechanism === '') return schemeText(language, scheme);
  if (spn !== undefined) return text('check.fact.mechanism', { mechanism, spn });
  if (withoutKerberos === undefined || !isMessageId(withoutKerberos)) return mechanism;
  return text('check.fact.instead', { mechanism, reason: text(withoutKerberos) });
}

function schemeText(language: Language, scheme: string): string {
  const known = SIGN_IN_SCHEMES.find((each) => each === scheme);
  return known === undefined ? scheme : words(language)(schemeWords[known]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function words(language: Language): (id: MessageId, values?: MessageValues) => string {
  return (id, values) => formatMessage(language, id, values);
}
