/**
 * The Access Edge of a deployment: what Get-CsAccessEdgeConfiguration's Global object says of who may talk to whom. The
 * server's object has another type, and other properties, once it routes to a default Edge.
 */
export type AccessEdge = AccessEdgeSwitches &
  (
    | { readonly routing: 'dns-srv'; readonly enablePartnerDiscovery: boolean }
    | { readonly routing: 'default-route'; readonly defaultRouteFqdn: string }
  );

/** The switches both types of the object have. */
export interface AccessEdgeSwitches {
  readonly allowFederatedUsers: boolean;
  readonly allowOutsideUsers: boolean;
  readonly allowAnonymousUsers: boolean;
  /** `null` = the server's object has no such property. */
  readonly enableArchivingDisclaimer: boolean | null;
}
