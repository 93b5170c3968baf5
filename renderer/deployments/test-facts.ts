import type { TestStep } from '../../shared/contract/deployments.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { SIGN_IN_SCHEMES } from '../../shared/models/deployment.ts';
import type { Text } from '../i18n/language.ts';
import { schemeWords } from './scheme-words.ts';

/** What a step of the test has found out, in one line; '' when it says nothing of itself. */
export function factsText(text: Text, language: Language, { step, facts }: TestStep): string {
  const { address = '', port, protocol = '', subject, issuer = '', validTo, user = '', scheme = '' } = facts;
  switch (step) {
    case 'name':
      return address;
    case 'tcp':
      return port === undefined ? address : text('check.fact.port', { address, port });
    case 'tls':
      return [
        protocol,
        subject !== undefined && validTo !== undefined
          ? text('check.fact.certificate', { subject, issuer, date: dateOf(language, validTo) })
          : '',
      ]
        .filter((part) => part !== '')
        .join(' · ');
    case 'sign-in':
      return user === '' ? '' : text('check.fact.sign-in', { user, scheme: signInText(text, scheme, facts) });
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
  }
}

/** What signed in in the end, where the scheme leaves it open. */
function signInText(text: Text, scheme: string, { mechanism = '', spn }: TestStep['facts']): string {
  if (mechanism === '') return schemeText(text, scheme);
  return spn === undefined ? mechanism : text('check.fact.mechanism', { mechanism, spn });
}

function schemeText(text: Text, scheme: string): string {
  const known = SIGN_IN_SCHEMES.find((each) => each === scheme);
  return known === undefined ? scheme : text(schemeWords[known]);
}

/** A date of a certificate, in the person's language. `iso` is ISO 8601. */
export function dateOf(language: Language, iso: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso));
}
