import { z } from 'zod';
import type { EdgewiseError } from '../errors.ts';
import type { TestStepName } from '../models/connection-test.ts';
import {
  DEPLOYMENT_COLOURS,
  SIGN_IN_SCHEMES,
  type DeploymentSummary,
  type PasswordState,
} from '../models/deployment.ts';
import { DEPLOYMENT_LIMITS } from '../models/deployment-limits.ts';
import { PROXY_SIGN_INS } from '../models/network.ts';

export { TEST_STEPS, type TestStepName } from '../models/connection-test.ts';

const id = z.string().min(1).max(100);
const address = z.string().max(DEPLOYMENT_LIMITS.url);
const password = z.string().min(1).max(DEPLOYMENT_LIMITS.password);

/** Whose secret it is: the account's password, the proxy's, or the client certificate's passphrase. */
export const SECRET_KINDS = ['password', 'proxy', 'client-certificate'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** How a server's certificate is trusted: see main/transport/endpoint.ts. The PEM text of one or more authorities. */
const trust = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('ca'), pem: z.string().max(DEPLOYMENT_LIMITS.pem) }),
  z.strictObject({ kind: z.literal('pin'), sha256: z.string().max(DEPLOYMENT_LIMITS.sha256) }),
]);

/** See shared/models/network.ts. */
const network = z.strictObject({
  proxy: z
    .strictObject({
      host: z.string().max(DEPLOYMENT_LIMITS.proxyHost),
      port: z.number().int(),
      signIn: z.enum(PROXY_SIGN_INS),
      user: z.string().max(DEPLOYMENT_LIMITS.proxyUser),
    })
    .nullable(),
  clientCertificate: z.string().max(DEPLOYMENT_LIMITS.clientCertificate),
  oldTls: z.boolean(),
  redirection: z.boolean(),
});

/**
 * A deployment as the form sends it. `url` is a management URL or the FQDN of a pool: what is left out is filled in by
 * `shared/rules/management-url.ts`, which the form shows as well. What the values must be is said by name, not by this
 * schema: a refused form must say which field.
 */
export const deploymentDraft = z.strictObject({
  name: z.string().max(DEPLOYMENT_LIMITS.name),
  group: z.string().max(DEPLOYMENT_LIMITS.group),
  colour: z.enum(DEPLOYMENT_COLOURS),
  url: address,
  /** Empty = the person signed in to this workstation. */
  user: z.string().max(DEPLOYMENT_LIMITS.user),
  /** Further accounts of this deployment, to change over to. */
  otherUsers: z.array(z.string().max(DEPLOYMENT_LIMITS.user)).max(DEPLOYMENT_LIMITS.otherUsers),
  scheme: z.enum(SIGN_IN_SCHEMES),
  /** Service principal name, `HTTP/pool.contoso.com`; empty = made of the address. */
  spn: z.string().max(DEPLOYMENT_LIMITS.spn),
  trust,
  network,
  /** Off only where a load balancer re-encrypts. */
  channelBinding: z.boolean(),
  resourceUri: z.string().max(DEPLOYMENT_LIMITS.resourceUri),
  production: z.boolean(),
  readOnly: z.boolean(),
});
export type DeploymentDraft = z.infer<typeof deploymentDraft>;

/** The border's part on deployments, their certificates and passwords. */
export const deploymentInputs = {
  /** Which have a session that stands: what may be opened without signing in anew. Connects to none. */
  'deployments.standing': z.strictObject({}),
  /** The values of a configured deployment, to fill the form with. */
  'deployments.draft': z.strictObject({ deployment: id }),
  /**
   * `deployment` null = a new one. `base` = what the one to change was read or saved as last: it is changed only while it
   * still is that (conflict.deployment-changed).
   */
  'deployments.save': z.strictObject({
    deployment: id.nullable(),
    draft: deploymentDraft,
    base: deploymentDraft.optional(),
  }),
  'deployments.duplicate': z.strictObject({ deployment: id }),
  'deployments.remove': z.strictObject({ deployment: id }),
  'deployments.test': z.strictObject({
    /** An id of the caller's choice: the events of this test carry it. */
    test: id,
    target: z.union([z.strictObject({ deployment: id }), z.strictObject({ draft: deploymentDraft })]),
    /** Used for this test and kept nowhere; left out = the one that is kept for these values, if there is one. */
    password: password.optional(),
    /** The same for the proxy's password and the client certificate's passphrase. */
    proxyPassword: password.optional(),
    passphrase: password.optional(),
  }),
  /** Nothing but a TLS handshake is said to the host, and CONNECT to a proxy. */
  'certificates.probe': z.strictObject({
    url: address,
    /** By which way; left out = straight there. */
    network: network.optional(),
    proxyPassword: password.optional(),
  }),
  /** `remember` false = until Edgewise ends. */
  'credentials.set': z.strictObject({
    deployment: id,
    /** Left out = the account's password. */
    secret: z.enum(SECRET_KINDS).optional(),
    password,
    remember: z.boolean(),
  }),
  'credentials.forget': z.strictObject({ deployment: id, secret: z.enum(SECRET_KINDS).optional() }),
  /** Where the secrets are that the network of a deployment needs. */
  'credentials.network': z.strictObject({ deployment: id }),
  'settings.notices': z.strictObject({}),
} as const;

export interface DeploymentOutputs {
  'deployments.standing': readonly string[];
  'deployments.draft': DeploymentDraft;
  'deployments.save': DeploymentSummary;
  'deployments.duplicate': DeploymentSummary;
  'deployments.remove': null;
  /** All of TEST_STEPS, in order. */
  'deployments.test': readonly TestStep[];
  'certificates.probe': CertificateProbe;
  'credentials.set': PasswordKept;
  'credentials.forget': PasswordKept;
  'credentials.network': NetworkStates;
  'settings.notices': readonly SettingsNotice[];
}

export interface TestStep {
  readonly step: TestStepName;
  readonly state: 'ok' | 'failed' | 'skipped';
  readonly milliseconds: number;
  /** Why it failed; its next step is what to do. */
  readonly error: EdgewiseError | null;
  readonly facts: TestFacts;
}

/** What a step has found out, by name; only what it knows. */
export interface TestFacts {
  /** name: the addresses, separated by a comma and a blank. tcp: the one that answered. */
  readonly address?: string;
  readonly port?: string;
  /** name and tcp: the proxy that is asked, with its port; `address` is then the proxy's. */
  readonly proxy?: string;
  /** tcp: where the proxy has opened a tunnel to. */
  readonly tunnel?: string;
  /** tls: e.g. TLSv1.3. runspace: the PSRP version, e.g. 2.2. */
  readonly protocol?: string;
  readonly subject?: string;
  readonly issuer?: string;
  /** Lower-case hex. */
  readonly sha256?: string;
  /** ISO 8601, UTC. */
  readonly validTo?: string;
  /** tls: the subjects the server showed, from its own to the topmost, each followed by ` ← ` but the last. */
  readonly chain?: string;
  /** offers: the schemes of WWW-Authenticate, e.g. `Negotiate, NTLM`. */
  readonly offered?: string;
  /** offers: the HTTP status of a request that did not sign in: 401 where the server asks everybody to. */
  readonly status?: string;
  /** offers: the address the server has sent on to, where that was followed. */
  readonly location?: string;
  /** offers: what the server calls itself. */
  readonly server?: string;
  /** offers: by how many whole seconds its clock is ahead of this workstation's; negative = behind. */
  readonly clockAhead?: string;
  readonly user?: string;
  readonly scheme?: string;
  /** sign-in: what signed in in the end, Kerberos, NTLM or Basic; with Kerberos the service it was for. */
  readonly mechanism?: string;
  readonly spn?: string;
  /** sign-in: under Negotiate, why it was not Kerberos that signed in: a message id `kerberos.why.*`. */
  readonly withoutKerberos?: string;
  /** cmdlets: how many there are. */
  readonly count?: string;
  /** roles: what the account may do, as far as its cmdlets show it. */
  readonly may?: 'change' | 'read';
  /** version: the server's own words. */
  readonly version?: string;
  /** web-services: the names the pools' web services go by, separated by a comma and a blank. */
  readonly names?: string;
  /** web-services: the host of the address where it is none of them. */
  readonly unknownHost?: string;
}

/** The certificate a server shows. */
export interface CertificateProbe {
  readonly subject: string;
  readonly issuer: string;
  /** Lower-case hex SHA-256 of the DER, 64 digits: the form of a pin. */
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Subject alternative names, e.g. `DNS:pool.contoso.com`. */
  readonly names: string;
  /** Whether this workstation trusts it as it is. */
  readonly trusted: boolean;
}

/** Where the secrets of a network are; `absent` also where none is needed. */
export interface NetworkStates {
  readonly proxy: PasswordState;
  readonly clientCertificate: PasswordState;
}

/** Where a password is now; `notice` says why it could not be put where it was meant to be. */
export interface PasswordKept {
  readonly passwordState: PasswordState;
  readonly notice: EdgewiseError | null;
}

/** What befell the settings file of this workstation. */
export type SettingsNotice =
  /** It could not be understood; it is kept under this path, and Edgewise began with empty settings. */
  | { readonly kind: 'set-aside'; readonly file: string; readonly reason: string }
  /** A later Edgewise has written it: it is left as it is, and nothing can be saved. */
  | { readonly kind: 'newer'; readonly file: string }
  /** It cannot be read at all just now: nothing can be saved. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string };
