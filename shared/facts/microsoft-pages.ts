import type { Language } from '../i18n/messages.ts';

/** A page of Microsoft's documentation that the window leads to. */
export type MicrosoftPage =
  | 'policies-federated'
  | 'policies-xmpp'
  | 'policies-remote'
  | 'policies-public'
  | 'policies-delete'
  | 'media-encryption';

const LYNC_2013 = 'previous-versions/office/lync-server-2013/lync-server-2013-';
const POLICIES = 'skypeforbusiness/manage/federation-and-external-access/external-access-policies/';

/** Source: korean-terms-and-pages, "UI procedure pages"; the Lync 2013 page where the later product has none. */
const PATHS: Readonly<Record<MicrosoftPage, string>> = {
  'policies-federated': `${POLICIES}configure-policies-to-control-federated-user-access`,
  'policies-xmpp': `${LYNC_2013}configure-policies-to-control-xmpp-federated-user-access`,
  'policies-remote': `${POLICIES}configure-policies-to-control-remote-user-access`,
  'policies-public': `${POLICIES}configure-policies-to-control-public-user-access`,
  'policies-delete': `${POLICIES}delete-a-site-or-user-policy-for-external-user-access`,
  'media-encryption': `${LYNC_2013}configure-media-encryption-for-public-providers`,
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-us', ko: 'ko-kr' };

/** The address of a page, in a language. */
export function microsoftPage(page: MicrosoftPage, language: Language): string {
  return `https://learn.microsoft.com/${LOCALES[language]}/${PATHS[page]}`;
}
