/** A deployment as the renderer sees it: no credentials, no trust material. */
export interface DeploymentSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: 'practice' | 'server';
  /** Management URL, for display. */
  readonly url: string;
  readonly user: string;
  readonly production: boolean;
  readonly readOnly: boolean;
}
