import type { MessageId } from '../../shared/i18n/index.ts';
import { policyScope, type AccessSwitch } from '../../shared/rules/external-access-policy.ts';
import type { Text } from '../i18n/language.ts';

/** With whom a switch allows to communicate, in few words: the title of its column. */
export const switchWhom: Readonly<Record<AccessSwitch, MessageId>> = {
  enableFederationAccess: 'policies.whom.federated',
  enableXmppAccess: 'policies.whom.xmpp',
  enableOutsideAccess: 'policies.whom.remote',
  enablePublicCloudAccess: 'policies.whom.public',
  enablePublicCloudAudioVideoAccess: 'policies.whom.public-av',
};

/** The label of a switch: Microsoft's; the last one had none. */
export const switchWords: Readonly<Record<AccessSwitch, MessageId>> = {
  enableFederationAccess: 'policies.switch.federated',
  enableXmppAccess: 'policies.switch.xmpp',
  enableOutsideAccess: 'policies.switch.remote',
  enablePublicCloudAccess: 'policies.switch.public',
  enablePublicCloudAudioVideoAccess: 'policies.switch.public-av',
};

/** What a policy is called on the screen: its name without its scope; Global has a word in each language. */
export function policyTitle(text: Text, identity: string): string {
  const scope = policyScope(identity);
  return scope.kind === 'global' ? text('policies.scope.global') : scope.name;
}

/** The same where policies of every scope stand in one list: a site may be called as a user policy is. */
export function policyChoice(text: Text, identity: string): string {
  const title = policyTitle(text, identity);
  return policyScope(identity).kind === 'site' ? text('policies.of-site', { site: title }) : title;
}

/** Several of them in one line. */
export function whomWords(text: Text, switches: readonly AccessSwitch[]): string {
  return switches.map((each) => text(switchWhom[each])).join(', ');
}
