import type { PlanWordsId } from '../../plan/plan.ts';

/** What each step of a plan changes, in words. `…Change` is left, cleared or given. */
export const plan = {
  'plan.words.allowed-domain.add':
    'Add {domain} to the allowed domains. {proxyFqdnChange, select, given {Its Access Edge must be {proxyFqdn}.} other {Its Access Edge is found by DNS.}}{commentChange, select, given { Comment: {comment}} other {}}{verificationLevelChange, select, given { Verification level: {verificationLevel}} other {}}{markForMonitoringChange, select, given { Mark for monitoring: {markForMonitoring, select, true {yes} other {no}}} other {}}',
  'plan.words.allowed-domain.set':
    'Change the allowed domain {domain}.{proxyFqdnChange, select, given { Its Access Edge must be {proxyFqdn}.} cleared { Its Access Edge is found by DNS.} other {}}{commentChange, select, given { Comment: {comment}} cleared { The comment is removed.} other {}}{verificationLevelChange, select, given { Verification level: {verificationLevel}} other {}}{markForMonitoringChange, select, given { Mark for monitoring: {markForMonitoring, select, true {yes} other {no}}} other {}}',
  'plan.words.allowed-domain.remove': 'Remove {domain} from the allowed domains.',
  'plan.words.blocked-domain.add':
    'Add {domain} to the blocked domains: its messages are rejected.{commentChange, select, given { Comment: {comment}} other {}}',
  'plan.words.blocked-domain.set':
    'Change the blocked domain {domain}.{commentChange, select, given { Comment: {comment}} cleared { The comment is removed.} other {}}',
  'plan.words.blocked-domain.remove': 'Remove {domain} from the blocked domains.',
} as const satisfies Readonly<Record<PlanWordsId, string>>;
