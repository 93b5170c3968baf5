import { DOMAIN_NAME_LIMIT } from '../cmdlets/index.ts';
import { failure } from '../errors.ts';

/** Longest label of a DNS name, in characters (RFC 1035 2.3.4). */
const LABEL_LIMIT = 63;

/** Why a name is refused; each has its sentence under `rules.domain-name.<reason>`. */
export type DomainNameReason =
  | 'empty'
  | 'too-long'
  | 'blank'
  | 'several'
  | 'url'
  | 'user-address'
  | 'wildcard'
  | 'port'
  | 'trailing-dot'
  | 'international'
  | 'character'
  | 'label-empty'
  | 'label-too-long'
  | 'hyphen'
  | 'single-label'
  | 'ip-address';

/** A name as it may be sent, or why not; `suggestion` is an acceptable name that was probably meant, or null. */
export type DomainNameCheck =
  | { readonly ok: true; readonly domain: string }
  | { readonly ok: false; readonly reason: DomainNameReason; readonly suggestion: string | null };

/**
 * Checks the name of a federated domain, or of an Access Edge service, as a person typed it. Nothing is changed
 * silently: a name with a blank, a pasted URL or user address is refused with the name inside it as suggestion.
 * Sources: at most 256 characters (Microsoft's page on allowed domains); labels by RFC 1035 2.3.1 and RFC 1123 2.1;
 * single labels are not supported by Lync Server ("Domain Names" in its Active Directory requirements).
 */
export function checkDomainName(typed: string): DomainNameCheck {
  const reason = reasonAgainst(typed);
  if (reason === null) return { ok: true, domain: typed };
  return { ok: false, reason, suggestion: suggestionFor(typed) };
}

/**
 * The same check for `main`: gives the name back, or throws input.domain-empty, input.domain-too-long or
 * input.domain-malformed with the reason id.
 */
export function requireDomainName(typed: string): string {
  const check = checkDomainName(typed);
  if (check.ok) return check.domain;
  if (check.reason === 'empty') throw failure('input.domain-empty', {});
  if (check.reason === 'too-long') {
    throw failure('input.domain-too-long', { domain: typed, length: typed.length, limit: DOMAIN_NAME_LIMIT });
  }
  throw failure('input.domain-malformed', { domain: typed, reason: check.reason });
}

/** Whether two names are one domain: DNS compares without regard to ASCII case (RFC 4343). */
export function sameDomain(a: string, b: string): boolean {
  return domainKey(a) === domainKey(b);
}

/** The form under which a domain is looked up: ASCII letters in lower case, all else as it is. */
export function domainKey(domain: string): string {
  // Not toLowerCase: it folds the Kelvin sign and the dotted I to ASCII letters and would make two names one.
  return domain.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function reasonAgainst(name: string): DomainNameReason | null {
  if (name.trim() === '') return 'empty';
  if (name.length > DOMAIN_NAME_LIMIT) return 'too-long';
  if (/^\s*([a-z][a-z0-9+.-]*:)?\/\//i.test(name) || name.includes('/') || name.includes('\\')) return 'url';
  if (name.includes('@') || /^\s*(sips?|mailto|xmpp|tel):/i.test(name)) return 'user-address';
  if (/\.[^\s,;]+\s*[,;]\s*[^\s,;]+\./.test(name)) return 'several';
  if (/\s/.test(name)) return 'blank';
  if (name.includes('*') || name.includes('?')) return 'wildcard';
  if (/:\d+$/.test(name)) return 'port';
  // The ideographic full stops are dots to IDNA (RFC 3490 3.1), so such a name is an international one.
  if (/[^\0-\x7f]/.test(name)) return 'international';
  if (name.endsWith('.') && name.length > 1) return 'trailing-dot';
  return reasonAgainstLabels(name.split('.'));
}

function reasonAgainstLabels(labels: readonly string[]): DomainNameReason | null {
  if (labels.some((label) => /[^a-z0-9-]/i.test(label))) return 'character';
  if (labels.some((label) => label === '')) return 'label-empty';
  if (labels.some((label) => label.length > LABEL_LIMIT)) return 'label-too-long';
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return 'hyphen';
  if (labels.length === 1) return 'single-label';
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'ip-address';
  return null;
}

/** The name inside what was typed, if there is one that would be accepted. */
function suggestionFor(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^([a-z][a-z0-9+.-]*:)?\/\//i, '')
    .replace(/^(sips?|mailto|xmpp|tel):/i, '')
    .replace(/[/\\?#;].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
  // A wildcard has no name that means the same: without its star it is another rule.
  if (bare.includes('*')) return null;
  const name = /[^\0-\x7f]/.test(bare) ? asciiForm(bare) : bare;
  return name !== null && name !== typed && reasonAgainst(name) === null ? name : null;
}

/** What shared needs of the WHATWG URL class, which Node and browsers both have and the shared types have not. */
interface UrlParser {
  readonly URL: { canParse(url: string): boolean; new (url: string): { readonly hostname: string } };
}

/** The Punycode form of an international name (UTS #46, as the WHATWG host parser does it), or null. */
function asciiForm(name: string): string | null {
  // shared is checked without DOM and without Node types; both runtimes have this global.
  const { URL } = globalThis as unknown as UrlParser;
  return URL.canParse(`https://${name}`) ? new URL(`https://${name}`).hostname : null;
}
