/** The longest values of a deployment, in characters: what the contract takes, and what the form says before it is sent. */
export const DEPLOYMENT_LIMITS = {
  name: 100,
  group: 100,
  url: 2_000,
  user: 256,
  /** How many further accounts. */
  otherUsers: 20,
  spn: 500,
  resourceUri: 500,
  /** 1 MiB: the whole bundle of a Linux system is a quarter of it. */
  pem: 1_048_576,
  sha256: 200,
  proxyHost: 255,
  proxyUser: 256,
  clientCertificate: 2_000,
  /** Windows takes no longer password than 256 characters; other servers may. */
  password: 1_024,
} as const;
