import type { Language } from '../i18n/messages.ts';

/** A page of Microsoft's documentation that the window leads to. */
export type MicrosoftPage =
  | 'sip-providers'
  | 'public-providers'
  | 'hosted-providers'
  | 'public-im-support'
  | 'skype-connectivity'
  | 'media-encryption'
  | 'sip-federation'
  | 'public-im'
  | 'remote-users'
  | 'anonymous-users'
  | 'xmpp-federation'
  | 'xmpp-partners'
  | 'xmpp-negotiation'
  | 'xmpp-migration'
  | 'policies-federated'
  | 'policies-xmpp'
  | 'policies-remote'
  | 'policies-public'
  | 'policies-delete';

const LYNC_2013 = 'previous-versions/office/lync-server-2013/lync-server-2013-';
const POLICIES = 'skypeforbusiness/manage/federation-and-external-access/external-access-policies/';

/** Source: korean-terms-and-pages, "UI procedure pages"; the Lync 2013 page where the later product has none. */
const PATHS: Readonly<Record<MicrosoftPage, string>> = {
  'sip-providers':
    'skypeforbusiness/manage/federation-and-external-access/sip-providers/manage-sip-federated-providers-for-your-organization',
  'public-providers': `${LYNC_2013}create-or-edit-public-sip-federated-providers`,
  'hosted-providers': `${LYNC_2013}create-or-edit-hosted-sip-federated-providers`,
  'public-im-support': `${LYNC_2013}support-for-public-instant-messenger-connectivity`,
  'skype-connectivity': 'skypeforbusiness/deploy/deploy-skype-connectivity',
  'media-encryption': `${LYNC_2013}configure-media-encryption-for-public-providers`,
  'sip-federation': `${LYNC_2013}setting-up-lync-federation`,
  'public-im': `${LYNC_2013}setting-up-public-instant-messaging-connectivity`,
  'remote-users': `${LYNC_2013}enable-or-disable-remote-user-access`,
  'anonymous-users': `${LYNC_2013}assign-conferencing-policies-to-support-anonymous-users`,
  'xmpp-federation': `${LYNC_2013}setting-up-xmpp-federation`,
  'xmpp-partners': `${LYNC_2013}create-or-edit-xmpp-partner-configuration`,
  'xmpp-negotiation': `${LYNC_2013}negotiation-settings-for-xmpp-federated-partners`,
  'xmpp-migration': 'skypeforbusiness/migration/migrating-xmpp-federation',
  'policies-federated': `${POLICIES}configure-policies-to-control-federated-user-access`,
  'policies-xmpp': `${LYNC_2013}configure-policies-to-control-xmpp-federated-user-access`,
  'policies-remote': `${POLICIES}configure-policies-to-control-remote-user-access`,
  'policies-public': `${POLICIES}configure-policies-to-control-public-user-access`,
  'policies-delete': `${POLICIES}delete-a-site-or-user-policy-for-external-user-access`,
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-us', ko: 'ko-kr' };

/** The address of a page, in a language. */
export function microsoftPage(page: MicrosoftPage, language: Language): string {
  return `https://learn.microsoft.com/${LOCALES[language]}/${PATHS[page]}`;
}
