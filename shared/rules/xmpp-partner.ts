import { failure } from '../errors.ts';
import { checkDomainName, domainKey, requireDomainName, sameDomain, type DomainNameReason } from './domain-name.ts';

/** A partner, as far as another one can be in its way. */
export interface XmppPartnerDomains {
  readonly primary: string;
  readonly additional: readonly string[];
}

/** What is wrong with a domain of a partner. */
export type XmppDomainProblem =
  | { readonly domain: string; readonly problem: 'name'; readonly reason: DomainNameReason }
  /** It stands twice in this one partner. */
  | { readonly domain: string; readonly problem: 'twice' }
  | { readonly domain: string; readonly problem: 'taken'; readonly partner: string };

/** What is wrong with the domains of a partner, by the field it stands in. */
export interface XmppDomainProblems {
  readonly primary: XmppDomainProblem | null;
  readonly additional: readonly XmppDomainProblem[];
}

/** What is wanted of a partner's domains, and what is there. */
export interface XmppDomainsWanted {
  /** As typed; of a partner that is there its own, which is not looked at again. */
  readonly primary: string;
  readonly isNew: boolean;
  readonly additional: readonly string[];
  /** What of them the partner has already: what a server holds is not refused here. */
  readonly had: readonly string[];
  /** Every other partner. */
  readonly others: readonly XmppPartnerDomains[];
}

/**
 * Checks the domains of an XMPP partner, for form and handler alike: each a domain name, none twice, and none of another
 * partner's: a gateway that finds a domain under two partners could not know whose rules are meant. Source of the names:
 * "Create or edit XMPP partner configuration"; that a domain belongs to one partner is ours, the help says it of the
 * primary domain (Identity) alone.
 */
export function checkXmppDomains({ primary, isNew, additional, had, others }: XmppDomainsWanted): XmppDomainProblems {
  const kept = new Set(had.map(domainKey));
  const seen = new Set([domainKey(primary)]);
  const problems: XmppDomainProblem[] = [];
  for (const domain of additional) {
    const key = domainKey(domain);
    const twice = seen.has(key);
    seen.add(key);
    if (twice) problems.push({ domain, problem: 'twice' });
    else if (!kept.has(key)) problems.push(...problemOf(domain, others));
  }
  const [wrong = null] = isNew ? problemOf(primary, others) : [];
  return { primary: wrong, additional: problems };
}

/**
 * Throws the first problem: input.domain-empty, input.domain-too-long, input.domain-malformed, input.xmpp-domain-twice or
 * conflict.xmpp-domain-taken.
 */
export function requireXmppDomains(wanted: XmppDomainsWanted): void {
  const { primary, additional } = checkXmppDomains(wanted);
  const [problem] = [...(primary === null ? [] : [primary]), ...additional];
  if (problem === undefined) return;
  const { domain } = problem;
  switch (problem.problem) {
    case 'name':
      requireDomainName(domain);
      return;
    case 'twice':
      throw failure('input.xmpp-domain-twice', { domain });
    case 'taken':
      throw failure('conflict.xmpp-domain-taken', { domain, partner: problem.partner });
  }
}

function problemOf(domain: string, others: readonly XmppPartnerDomains[]): readonly XmppDomainProblem[] {
  const check = checkDomainName(domain);
  if (!check.ok) return [{ domain, problem: 'name', reason: check.reason }];
  const owner = others.find((other) => [other.primary, ...other.additional].some((each) => sameDomain(each, domain)));
  return owner === undefined ? [] : [{ domain, problem: 'taken', partner: owner.primary }];
}
