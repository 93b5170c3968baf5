import { DOMAIN_NAME_LIMIT } from '../../../../shared/cmdlets/index.ts';
import { Refusal } from '../errors/store-errors.ts';
import type { Configuration } from '../store/configuration.ts';

/**
 * What the store takes as a domain: labels of letters, digits and inner hyphens, at least two, none at the end.
 * The 256 characters are documented; the rest of the server's own check is not, so this is the plainest reading of FQDN.
 */
const FQDN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Throws the refusal for a name that is too long or no FQDN. */
export function refuseBadDomain(domain: string): void {
  if (domain.length > DOMAIN_NAME_LIMIT) {
    const message = `The domain has ${domain.length} characters; at most ${DOMAIN_NAME_LIMIT} are allowed.`;
    throw new Refusal('tooLong', message, domain);
  }
  if (!FQDN.test(domain)) {
    throw new Refusal('malformed', `"${domain}" is not a valid fully qualified domain name.`, domain);
  }
}

/** Throws the refusal for a name that is on either list already (New-CsAllowedDomain help), without regard to case. */
export function refuseListed(domain: string, configuration: Configuration, list: 'allowed' | 'blocked'): void {
  const wanted = domain.toLowerCase();
  for (const each of ['allowed', 'blocked'] as const) {
    if (!configuration[each].some((row) => row.domain.toLowerCase() === wanted)) continue;
    const message = `"${domain}" already exists in the list of ${each} domains.`;
    throw new Refusal(each === list ? 'alreadyOnList' : 'onOtherList', message, domain);
  }
}
