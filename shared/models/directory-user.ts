/** A user who is enabled for Lync or Skype for Business, as far as external access goes. Source: Get-CsUser. */
export interface DirectoryUser {
  /** `sip:` and the address: what cmdlets take, and one of a kind. */
  readonly sipAddress: string;
  readonly displayName: string;
  /** null = the server does not say. */
  readonly enabled: boolean | null;
  /** FQDN; null = the user is on no pool. */
  readonly registrarPool: string | null;
  /** The user policy that was assigned, without `Tag:`; null = <Automatic>: that of the site, else Global, is in force. */
  readonly externalAccessPolicy: string | null;
}

/** A site of the topology and the pools in it. Source: Get-CsSite. */
export interface SitePools {
  /** As it stands in a site policy's identity: `Site:` and the name. */
  readonly site: string;
  readonly pools: readonly string[];
}
