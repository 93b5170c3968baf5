import { domainKey } from '../rules/domain-name.ts';

/** A public service that has ended; its sentences stand under `providers.retired.<id>`. */
export type RetiredServiceId = 'aol' | 'yahoo' | 'messenger' | 'skype';

/** One service that has ended. */
export interface RetiredService {
  readonly id: RetiredServiceId;
  /** The day it ended, ISO 8601. */
  readonly endedOn: string;
  /** The domain its Access Edge is in. */
  readonly edgeDomain: string;
  /** Names of a provider that are this service, where one Access Edge has served two; lower case. Empty = any. */
  readonly names: readonly string[];
  readonly source: string;
}

/**
 * The public services that have ended, the more exact first. AOL's and Yahoo!'s Access Edges are named in no stored
 * source: they are known by the domain, which is theirs whatever the server was called.
 */
export const RETIRED_SERVICES: readonly RetiredService[] = [
  {
    id: 'aol',
    endedOn: '2014-06-30',
    edgeDomain: 'aol.com',
    names: [],
    source: 'E13/lync-server-2013-support-for-public-instant-messenger-connectivity',
  },
  {
    id: 'yahoo',
    endedOn: '2014-06-30',
    edgeDomain: 'yahoo.com',
    names: [],
    source: 'E13/lync-server-2013-support-for-public-instant-messenger-connectivity',
  },
  {
    id: 'messenger',
    endedOn: '2013-03-15',
    edgeDomain: 'messenger.msn.com',
    names: ['messenger', 'msn', 'msn messenger', 'windows live', 'windows live messenger'],
    source: 'E13/lync-server-2013-port-summary-sip-xmpp-federation-and-public-instant-messaging',
  },
  {
    id: 'skype',
    endedOn: '2025-05-05',
    edgeDomain: 'messenger.msn.com',
    names: [],
    source: 'PS/Set-CsExternalAccessPolicy, git history of 2025-05-12: of Teams; of a server no source says it',
  },
];

/** Provisioning of public connectivity at pic.lync.com: no service of its own, and closed. Source: DEP/deploy-skype-connectivity. */
export const PIC_PROVISIONING_CLOSED_ON = '2019-08-15';

/** The service a public provider leads to, where that has ended; null = it has not, or nobody knows it. */
export function retiredServiceOf(name: string, proxyFqdn: string): RetiredService | null {
  const edge = domainKey(proxyFqdn.trim());
  const plain = name.trim().toLowerCase();
  return (
    RETIRED_SERVICES.find(
      ({ edgeDomain, names }) =>
        (edge === edgeDomain || edge.endsWith(`.${edgeDomain}`)) && (names.length === 0 || names.includes(plain)),
    ) ?? null
  );
}
