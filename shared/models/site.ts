/** A site of the topology. */
export interface Site {
  /** `Site:<name>`, as a policy of it is called too. */
  readonly identity: string;
  readonly name: string;
  /** FQDNs. */
  readonly pools: readonly string[];
}
