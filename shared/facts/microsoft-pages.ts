import type { Language } from '../i18n/messages.ts';

/** A page of Microsoft's documentation that the window leads to. */
export type MicrosoftPage =
  | 'sip-federation'
  | 'hosted-providers'
  | 'public-im'
  | 'remote-users'
  | 'anonymous-users'
  | 'xmpp-federation'
  | 'xmpp-partners'
  | 'xmpp-negotiation'
  | 'xmpp-migration';

const LYNC_2013 = 'previous-versions/office/lync-server-2013/lync-server-2013-';

/** Source: korean-terms-and-pages, "UI procedure pages"; the Lync 2013 page where the later product has none. */
const PATHS: Readonly<Record<MicrosoftPage, string>> = {
  'sip-federation': `${LYNC_2013}setting-up-lync-federation`,
  'hosted-providers': `${LYNC_2013}create-or-edit-hosted-sip-federated-providers`,
  'public-im': `${LYNC_2013}setting-up-public-instant-messaging-connectivity`,
  'remote-users': `${LYNC_2013}enable-or-disable-remote-user-access`,
  'anonymous-users': `${LYNC_2013}assign-conferencing-policies-to-support-anonymous-users`,
  'xmpp-federation': `${LYNC_2013}setting-up-xmpp-federation`,
  'xmpp-partners': `${LYNC_2013}create-or-edit-xmpp-partner-configuration`,
  'xmpp-negotiation': `${LYNC_2013}negotiation-settings-for-xmpp-federated-partners`,
  'xmpp-migration': 'skypeforbusiness/migration/migrating-xmpp-federation',
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-us', ko: 'ko-kr' };

/** The address of a page, in a language. */
export function microsoftPage(page: MicrosoftPage, language: Language): string {
  return `https://learn.microsoft.com/${LOCALES[language]}/${PATHS[page]}`;
}
