import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { schemeWords } from '../../shared/diagnosis/scheme-words.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { ProxySignIn } from '../../shared/models/network.ts';
import type { Text } from '../i18n/language.ts';
import type { DraftPart } from './merge-drafts.ts';

/** How each way of trusting a certificate is called. */
export const trustWords: Readonly<Record<DeploymentDraft['trust']['kind'], MessageId>> = {
  system: 'setup.trust.system',
  ca: 'setup.trust.ca',
  pin: 'setup.trust.pin',
};

/** How each way of signing in to a proxy is called. */
export const proxyWords: Readonly<Record<ProxySignIn, MessageId>> = {
  none: 'setup.network.proxy.none',
  basic: 'setup.network.proxy.basic',
  ntlm: 'setup.network.proxy.ntlm',
  negotiate: 'setup.network.proxy.negotiate',
};

/** What each part of a draft is called in the form. */
export const partWords: Readonly<Record<DraftPart, MessageId>> = {
  name: 'setup.name',
  group: 'setup.group',
  colour: 'setup.colour',
  url: 'setup.url',
  trust: 'setup.trust',
  scheme: 'setup.scheme',
  user: 'setup.user',
  otherUsers: 'setup.other-users',
  production: 'setup.production',
  readOnly: 'setup.read-only',
  channelBinding: 'setup.channel-binding',
  spn: 'setup.spn',
  resourceUri: 'setup.resource-uri',
  proxy: 'setup.network.proxy',
  clientCertificate: 'setup.network.certificate',
  oldTls: 'setup.network.old-tls',
  redirection: 'setup.network.redirection',
};

/** The value of a part in words; what stands empty has a word too. */
export function partText(text: Text, draft: DeploymentDraft, part: DraftPart): string {
  switch (part) {
    case 'colour':
      return text(`setup.colour.${draft.colour}`);
    case 'scheme':
      return text(schemeWords[draft.scheme]);
    case 'user':
      return draft.user === '' ? text('setup.current-user') : draft.user;
    case 'otherUsers':
      return orNone(text, draft.otherUsers.map((user) => (user === '' ? text('setup.current-user') : user)).join(', '));
    case 'trust':
      return [text(trustWords[draft.trust.kind]), trustMark(draft.trust)].join(' ').trim();
    case 'proxy': {
      const { proxy } = draft.network;
      if (proxy === null) return text('setup.network.proxy.straight');
      return [text(proxyWords[proxy.signIn]), `${proxy.host}:${proxy.port}`, proxy.user].join(' ').trim();
    }
    case 'clientCertificate':
      return orNone(text, draft.network.clientCertificate);
    case 'oldTls':
    case 'redirection':
      return text(draft.network[part] ? 'value.yes' : 'value.no');
    case 'production':
    case 'readOnly':
    case 'channelBinding':
      return text(draft[part] ? 'value.yes' : 'value.no');
    case 'name':
    case 'group':
    case 'url':
    case 'spn':
    case 'resourceUri':
      return orNone(text, draft[part]);
  }
}

function orNone(text: Text, value: string): string {
  return value.trim() === '' ? text('setup.changed.none') : value;
}

/** What tells two certificates apart: the fingerprint, or the end of the authority's text. */
function trustMark(trust: DeploymentDraft['trust']): string {
  if (trust.kind === 'pin') return trust.sha256;
  if (trust.kind === 'system') return '';
  return `… ${trust.pem.replaceAll(/-----[^-]*-----|\s/g, '').slice(-16)}`;
}
