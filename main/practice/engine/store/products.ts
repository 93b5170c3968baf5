import type { ServerVersion } from '../../../../shared/cmdlets/index.ts';

/** A server product, as its servers tell of themselves. */
export interface Product {
  /** What Get-CsServerVersion writes. */
  readonly text: string;
  /** Base version, as a replica reports it. */
  readonly build: string;
  /** Version of its services in the topology. */
  readonly serviceVersion: number;
}

/**
 * The products. The form of the text is documented (Get-CsServerVersion help), 5.0.8308 too (federation-domain 10); the
 * other builds are those of release that Microsoft's update pages name. That the services' version is the major number
 * of the build is unverified, and so is the name of the Subscription Edition in its text.
 */
export const PRODUCTS: Readonly<Record<ServerVersion, Product>> = {
  '2013': product('Microsoft Lync Server 2013', '5.0.8308.0', 5),
  '2015': product('Skype for Business Server 2015', '6.0.9319.0', 6),
  '2019': product('Skype for Business Server 2019', '7.0.2046.0', 7),
  SE: product('Skype for Business Server Subscription Edition', '7.0.2046.820', 7),
};

/** Which product answers, and which older one still has a pool beside it; null = none has. */
export interface ServerProducts {
  readonly version: ServerVersion;
  readonly legacyVersion: ServerVersion | null;
}

/** What a mixed deployment's older pool runs: the last product with the XMPP gateway (federation-domain 12). */
export const LEGACY_VERSION: ServerVersion = '2015';

/** Whether a deployment of this version can have an older pool that has what it lacks itself. */
export function canBeMixed(version: ServerVersion): boolean {
  return !hasXmppGateway(version);
}

/** Whether the product has the XMPP gateway, which 2019 removed (federation-domain 12). */
export function hasXmppGateway(version: ServerVersion): boolean {
  return version === '2013' || version === '2015';
}

function product(name: string, build: string, serviceVersion: number): Product {
  return { text: `${name} (${build}): Volume license key installed.`, build, serviceVersion };
}
