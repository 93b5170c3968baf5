import type { DomainNameReason } from '../../rules/domain-name.ts';
import type { PolicyNameReason } from '../../rules/external-access-policy.ts';

/** Why a name is refused before a server sees it: `rules.domain-name.<reason>` for every reason of shared/rules. */
export const rules = {
  'rules.domain-name.empty': 'Type a domain name.',
  'rules.domain-name.too-long': 'The name has more than 256 characters.',
  'rules.domain-name.blank': 'The name has a blank in it.',
  'rules.domain-name.several':
    'These are several names: type one. For a list of domains choose New, then Many domains.',
  'rules.domain-name.url': 'This is a web address. Type the name in it alone.',
  'rules.domain-name.user-address': 'This is the address of a person. Type the name after the @ alone.',
  'rules.domain-name.wildcard': 'Wildcards are not possible: every name is typed in full.',
  'rules.domain-name.port': 'The name ends in a port number. Type the name alone.',
  'rules.domain-name.trailing-dot': 'The name ends in a dot.',
  'rules.domain-name.international': 'The name has letters outside ASCII. Use its Punycode form (xn--…).',
  'rules.domain-name.character': 'Only the letters a to z, digits, hyphens and dots are possible.',
  'rules.domain-name.label-empty': 'The name begins with a dot, or has two dots in a row.',
  'rules.domain-name.label-too-long': 'A part between two dots has more than 63 characters.',
  'rules.domain-name.hyphen': 'A part between two dots begins or ends with a hyphen.',
  'rules.domain-name.single-label': 'The name has no dot: it needs at least two parts, such as fabrikam.com.',
  'rules.domain-name.ip-address': 'This is an IP address, not a name.',
  'rules.domain-name.suggestion': 'Did you mean {suggestion}?',
  'rules.policy-name.empty': 'Type a name.',
  'rules.policy-name.scope': 'The name has a colon: what stands before it would be taken for a scope.',
} as const satisfies Readonly<
  Record<`rules.domain-name.${DomainNameReason | 'suggestion'}` | `rules.policy-name.${PolicyNameReason}`, string>
>;
