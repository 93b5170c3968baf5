/** One computer's copy of the Central Management store, as Get-CsManagementStoreReplicationStatus tells of it. */
export interface Replica {
  /** `null` = the server's object does not name it. */
  readonly fqdn: string | null;
  readonly upToDate: boolean;
  /** ISO 8601, UTC: when it last reported; `null` = never, or not said. */
  readonly lastStatusReport: string | null;
  /** ISO 8601, UTC: when what it has, or waits for, was written; `null` = not said. */
  readonly lastUpdateCreation: string | null;
  readonly productVersion: string | null;
}

/** A hosting or public provider as far as its name, its switch and where it leads go. */
export interface ProviderName {
  readonly name: string;
  readonly enabled: boolean;
  /** FQDN of its Access Edge; `null` = the server's object does not say. */
  readonly proxyFqdn: string | null;
}

/** By which Edge a site's federation traffic goes. */
export interface SiteRoute {
  readonly site: string;
  /** E.g. `EdgeServer:edge01.contoso.com`; `null` = the site has none of its own. */
  readonly federationRoute: string | null;
  /** The same of XMPP; `null` also where the server's object does not say. */
  readonly xmppFederationRoute: string | null;
}

/** One service of the topology, as far as where it runs and how old it is goes. */
export interface TopologyService {
  readonly role: string;
  /** FQDN of the pool it runs on. */
  readonly pool: string;
  /** Compared with that of other services alone; `null` = the server's object does not say. */
  readonly version: number | null;
}
