import type { DomainNameReason } from '../../rules/domain-name.ts';

/** Why a name is refused before a server sees it: `rules.domain-name.<reason>` for every reason of shared/rules. */
export const rules = {
  'rules.domain-name.empty': 'Type a domain name.',
  'rules.domain-name.too-long': 'The name has more than 256 characters.',
  'rules.domain-name.blank': 'The name has a blank in it.',
  'rules.domain-name.several': 'These are several names. For a list choose New, then Many domains.',
  'rules.domain-name.url': 'This is a web address. Type the domain name alone.',
  'rules.domain-name.user-address': 'This is the address of a person. Type the domain name after the @ alone.',
  'rules.domain-name.wildcard': 'Wildcards are not possible: every domain is listed by its own name.',
  'rules.domain-name.port': 'The name ends in a port number. Type the name alone.',
  'rules.domain-name.trailing-dot': 'The name ends in a dot.',
  'rules.domain-name.international': 'The name has letters outside ASCII. Use its Punycode form (xn--…).',
  'rules.domain-name.character': 'A domain name has only the letters a to z, digits, hyphens and dots.',
  'rules.domain-name.label-empty': 'The name begins with a dot, or has two dots in a row.',
  'rules.domain-name.label-too-long': 'A part between two dots has more than 63 characters.',
  'rules.domain-name.hyphen': 'A part between two dots begins or ends with a hyphen.',
  'rules.domain-name.single-label': 'The name has no dot: a domain name has at least two parts, such as fabrikam.com.',
  'rules.domain-name.ip-address': 'This is an IP address, not a domain name.',
  'rules.domain-name.suggestion': 'Did you mean {suggestion}?',
} as const satisfies Readonly<Record<`rules.domain-name.${DomainNameReason | 'suggestion'}`, string>>;
