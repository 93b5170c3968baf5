import type { Conflict } from './conflict.ts';

/**
 * Every error Edgewise can show, as a closed union. A code names what happened; its layer says where; the values are
 * what its sentence needs. Sentences live in `i18n` under `error.<code>.cause` and `error.<code>.next`, in both
 * languages; a test fails when one is missing.
 */

/** Where a refusal came from, from the wire up to the person. */
export type ErrorLayer =
  | 'input'
  | 'workstation'
  | 'network'
  | 'tls'
  | 'http'
  | 'sign-in'
  | 'ws-management'
  | 'powershell'
  | 'cmdlet'
  | 'permission'
  | 'conflict'
  | 'plan';

/** Where the details of an error are words of the workstation: nothing of a server has been heard. */
const LOCAL_LAYERS: ReadonlySet<ErrorLayer> = new Set<ErrorLayer>(['input', 'workstation', 'network', 'tls']);

/** A sign-in that may count as a wrong password where accounts are kept: again, it can lock one. */
const COUNTED_REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'sign-in.refused',
  'sign-in.kerberos-password',
  'sign-in.password-expired',
  'sign-in.account-closed',
  'sign-in.kerberos-and-ntlm',
  'network.proxy-sign-in',
  'network.proxy-account',
]);

/** Whether an error is a refusal after which nothing may sign in again before a person says so. */
export function isCountedRefusal({ code }: EdgewiseError): boolean {
  return COUNTED_REFUSALS.has(code);
}

/** Of signing in, those in which a server has spoken; the others tell what Kerberos on the workstation said. */
const SPOKEN_SIGN_INS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['sign-in.refused', 'sign-in.challenge-malformed']);

/** Whether the words in an error's details are a server's own. */
export function isServersWord({ code, layer }: EdgewiseError): boolean {
  return layer === 'sign-in' ? SPOKEN_SIGN_INS.has(code) : !LOCAL_LAYERS.has(layer);
}

/** An error whose sentence needs no value. */
type Nothing = Readonly<Record<string, never>>;

/** What each error carries for its sentence. Add a code here, its layer below, and its two sentences in both catalogues. */
export interface ErrorValues {
  readonly 'input.url-malformed': { readonly url: string };
  readonly 'input.url-not-https': { readonly url: string };
  readonly 'input.url-credentials': { readonly url: string };
  readonly 'input.url-query': { readonly url: string };
  readonly 'input.url-port': { readonly url: string };
  readonly 'input.url-host': { readonly url: string };
  readonly 'input.url-path': { readonly url: string };
  readonly 'input.domain-empty': Nothing;
  readonly 'input.domain-malformed': { readonly domain: string; readonly reason: string };
  readonly 'input.domain-too-long': { readonly domain: string; readonly length: number; readonly limit: number };
  /** `field` is a parameter of the cmdlet. */
  readonly 'input.number-out-of-range': {
    readonly field: string;
    readonly value: number;
    readonly min: number;
    readonly max: number;
  };
  readonly 'input.default-route-missing': Nothing;
  readonly 'input.provider-name-empty': Nothing;
  readonly 'input.provider-edge-empty': Nothing;
  /** `field` is a parameter of the cmdlet. */
  readonly 'input.web-address-malformed': { readonly field: string; readonly address: string };
  readonly 'input.media-scope-malformed': { readonly identity: string };
  /** `field` is a parameter that does not go with the switch `routing`. */
  readonly 'input.not-with-routing': { readonly field: string; readonly routing: string };
  /** SASL beside TLS that is not supported. */
  readonly 'input.xmpp-sasl-needs-tls': Nothing;
  /** Neither SASL nor dialback: no way is left by which a partner could prove who it is. */
  readonly 'input.xmpp-no-method': Nothing;
  /** One domain twice in one partner. */
  readonly 'input.xmpp-domain-twice': { readonly domain: string };
  readonly 'input.request-malformed': { readonly request: string };
  /** `reason` is a message id `cli.reason.*`, `detail` what it speaks of. */
  readonly 'input.command-line': { readonly reason: string; readonly detail: string };
  /** The same of a parameter whose value is a secret, `detail`. */
  readonly 'input.secret-argument': { readonly reason: string; readonly detail: string };
  /** The same of one option of `edgewise`, `detail`. */
  readonly 'input.option': { readonly reason: string; readonly detail: string };
  readonly 'input.option-missing': { readonly option: string };
  /** `choices` = what the option takes, with commas between. */
  readonly 'input.option-choice': { readonly option: string; readonly value: string; readonly choices: string };
  readonly 'input.options-exclusive': { readonly options: string };
  readonly 'input.command-unknown': { readonly command: string };
  readonly 'input.connection-missing': Nothing;
  /** `names` = those that are configured in the folder, `count` of them. */
  readonly 'input.deployment-unconfigured': {
    readonly deployment: string;
    readonly folder: string;
    readonly names: string;
    readonly count: number;
  };
  /** In bytes. */
  readonly 'input.line-too-long': { readonly limit: number };
  readonly 'input.password-missing': { readonly user: string };
  readonly 'input.deployment-name-empty': Nothing;
  readonly 'input.deployment-name-taken': { readonly name: string };
  readonly 'input.deployment-user-empty': Nothing;
  /** Basic sends the name up to its first colon. */
  readonly 'input.user-colon': { readonly user: string };
  /** For NTLM, its user or its domain; `user` is the beginning of what was typed. */
  readonly 'input.user-too-long': { readonly user: string; readonly limit: number };
  /** The practice deployment has nothing to configure. */
  readonly 'input.deployment-fixed': { readonly name: string };
  readonly 'input.write-not-confirmed': { readonly cmdlet: string };
  readonly 'input.ca-file-unreadable': { readonly path: string };
  /** Certificates of an authority as they stand in the form or the settings. */
  readonly 'input.ca-unreadable': Nothing;
  readonly 'input.pin-malformed': { readonly pin: string };
  /** `reason` is one of `rules.policy-name.*`. */
  readonly 'input.policy-name-malformed': { readonly name: string; readonly reason: string };
  readonly 'input.proxy-malformed': { readonly proxy: string };
  readonly 'input.proxy-user-empty': { readonly proxy: string };
  readonly 'input.passphrase-missing': { readonly path: string };
  readonly 'input.proxy-password-missing': { readonly user: string; readonly proxy: string };
  readonly 'input.client-certificate-path': { readonly path: string };
  readonly 'input.client-certificate-unreadable': { readonly path: string };
  readonly 'input.client-certificate-malformed': { readonly path: string };
  readonly 'input.client-certificate-legacy': { readonly path: string };
  readonly 'input.client-certificate-passphrase': { readonly path: string };
  readonly 'input.client-certificate-no-key': { readonly path: string };
  readonly 'input.client-certificate-expired': { readonly path: string; readonly validTo: string };
  readonly 'input.xmpp-without-federation': Nothing;

  readonly 'workstation.keychain-unavailable': Nothing;
  /** A password was to be found there, and none is in memory. */
  readonly 'workstation.keychain-password': { readonly user: string };
  readonly 'workstation.file-unreadable': { readonly path: string };
  readonly 'workstation.crypto-missing': { readonly algorithms: string };
  readonly 'workstation.practice-not-started': { readonly reason: string };
  readonly 'workstation.unexpected': { readonly reason: string };
  readonly 'workstation.cancelled': Nothing;
  readonly 'workstation.deployment-unknown': { readonly deployment: string };
  readonly 'workstation.console-gone': Nothing;
  /** Nobody has used Edgewise for the chosen time. */
  readonly 'workstation.locked': Nothing;
  readonly 'workstation.link-used': Nothing;
  /** Where a ticket would have been kept for the time of a sign-in. */
  readonly 'workstation.temporary-folder': { readonly path: string };
  readonly 'workstation.settings-unwritable': { readonly path: string; readonly reason: string };
  readonly 'workstation.settings-newer': { readonly path: string };
  readonly 'workstation.output-unwritable': { readonly reason: string };
  readonly 'workstation.journal-unwritable': { readonly path: string; readonly reason: string };
  readonly 'workstation.journal-entry-unknown': Nothing;
  /** Another Edgewise of the same settings lives, and does not answer. */
  readonly 'workstation.console-busy': { readonly process: number };
  /** The running console went away before it had answered. */
  readonly 'workstation.console-lost': Nothing;

  readonly 'network.unknown-host': { readonly host: string };
  readonly 'network.refused': { readonly host: string; readonly port: number };
  readonly 'network.unreachable': { readonly host: string; readonly port: number };
  readonly 'network.timeout': { readonly host: string; readonly seconds: number };
  readonly 'network.proxy-unknown-host': { readonly proxy: string };
  readonly 'network.proxy-unreachable': { readonly proxy: string; readonly port: number };
  readonly 'network.proxy-timeout': { readonly proxy: string; readonly seconds: number };
  readonly 'network.proxy-lost': { readonly proxy: string };
  readonly 'network.proxy-malformed': { readonly proxy: string; readonly reason: string };
  readonly 'network.proxy-forbidden': { readonly proxy: string; readonly host: string };
  readonly 'network.proxy-no-way': { readonly proxy: string; readonly host: string; readonly status: number };
  readonly 'network.proxy-status': { readonly proxy: string; readonly status: number };
  readonly 'network.proxy-sign-in': { readonly proxy: string; readonly user: string; readonly scheme: string };
  /** 407, and no way to sign in beside it. */
  readonly 'network.proxy-none-offered': { readonly proxy: string };
  /** It wants a sign-in, and the deployment has none for it. */
  readonly 'network.proxy-asks': { readonly proxy: string; readonly offered: string };
  /** A ticket server's refusal of the user for the proxy. `reason` is a message id `kerberos.why.*`. */
  readonly 'network.proxy-account': { readonly proxy: string; readonly user: string; readonly reason: string };
  /** There was no refusal yet. `reason` is a message id `kerberos.why.*`, or what is wrong with the proxy's challenge. */
  readonly 'network.proxy-sign-in-failed': { readonly proxy: string; readonly scheme: string; readonly reason: string };
  readonly 'network.proxy-not-offered': { readonly proxy: string; readonly wanted: string; readonly offered: string };
  readonly 'network.lost': { readonly host: string };
  /** What came is no HTTP. `reason` is a message id `reason.*`; `change` is whether one may have arrived all the same. */
  readonly 'network.malformed': {
    readonly host: string;
    readonly reason: string;
    readonly change: 'unknown' | 'none';
  };
  /** As network.lost and network.timeout, while opening and in a test: nothing was written. */
  readonly 'network.broke-off': { readonly host: string };
  readonly 'network.silent': { readonly host: string; readonly seconds: number };

  readonly 'tls.untrusted': {
    readonly host: string;
    readonly subject: string;
    readonly issuer: string;
    readonly sha256: string;
  };
  readonly 'tls.expired': { readonly host: string; readonly validTo: string };
  readonly 'tls.not-yet-valid': { readonly host: string; readonly validFrom: string };
  readonly 'tls.wrong-name': { readonly host: string; readonly names: string };
  readonly 'tls.certificate-changed': { readonly host: string; readonly expected: string; readonly received: string };
  /** Of the chain or its leaf. `reason` is `key` or `signature`; `sha256` is that of the leaf. */
  readonly 'tls.weak-certificate': {
    readonly host: string;
    readonly subject: string;
    readonly reason: string;
    readonly sha256: string;
  };
  readonly 'tls.too-old': { readonly host: string };
  readonly 'tls.client-certificate-required': { readonly host: string };
  readonly 'tls.client-certificate-refused': { readonly host: string; readonly reason: string };
  /** What answers there is plain HTTP, or something else without TLS. */
  readonly 'tls.not-tls': { readonly host: string; readonly port: number };
  /** `reason` is a message id `reason.*`, or the words of the library. */
  readonly 'tls.handshake': { readonly host: string; readonly reason: string };

  readonly 'http.not-soap': { readonly host: string; readonly contentType: string };
  /** A success with nothing in it. */
  readonly 'http.empty': { readonly host: string; readonly status: number };
  readonly 'http.not-found': { readonly url: string };
  readonly 'http.forbidden': { readonly url: string };
  readonly 'http.unavailable': { readonly host: string };
  /** A success before anybody had signed in. */
  readonly 'http.no-sign-in': { readonly status: number };
  /** 502 or 504: what stands before the server gets no answer from it, or none it can pass on. */
  readonly 'http.gateway': { readonly status: number };
  readonly 'http.status': { readonly status: number };
  readonly 'http.too-large': { readonly limit: number };

  readonly 'sign-in.refused': { readonly user: string; readonly scheme: string };
  /** 401, and no way to sign in beside it. */
  readonly 'sign-in.none-offered': { readonly wanted: string };
  readonly 'sign-in.not-offered': { readonly wanted: string; readonly offered: string };
  readonly 'sign-in.challenge-malformed': { readonly scheme: string; readonly reason: string };
  /** The npm package `kerberos`, or its compiled part, cannot be loaded. */
  readonly 'sign-in.kerberos-missing': Nothing;
  /** It is there, but a library of the system that it needs cannot be opened. */
  readonly 'sign-in.kerberos-library': Nothing;
  readonly 'sign-in.kinit-missing': Nothing;
  readonly 'sign-in.no-ticket': { readonly spn: string };
  readonly 'sign-in.kerberos-password': { readonly user: string };
  /** It may be right, but must be changed before it is taken. */
  readonly 'sign-in.password-expired': { readonly user: string };
  /** Locked, disabled or expired: Kerberos does not tell which. */
  readonly 'sign-in.account-closed': { readonly user: string };
  readonly 'sign-in.default-realm-missing': Nothing;
  readonly 'sign-in.principal-unknown': { readonly user: string };
  /** `realm` is the one that was asked; `none` = it is not known, for realms are written in capitals. */
  readonly 'sign-in.kdc-unreachable': { readonly user: string; readonly realm: string };
  readonly 'sign-in.kdc-silent': { readonly user: string; readonly seconds: number };
  readonly 'sign-in.spn-unknown': { readonly spn: string };
  /** The realm that the service is taken to be in cannot be reached from the account's. */
  readonly 'sign-in.realm-not-trusted': { readonly spn: string; readonly realm: string };
  readonly 'sign-in.spn-malformed': { readonly spn: string };
  readonly 'sign-in.clock-skew': { readonly host: string };
  /** The system answered with something else than Kerberos, NTLM for one. */
  readonly 'sign-in.not-kerberos': { readonly spn: string };
  readonly 'sign-in.ticket-refused': { readonly spn: string; readonly host: string };
  readonly 'sign-in.kerberos-failed': { readonly spn: string };
  /** `reason` is a message id `kerberos.why.*`: what befell Kerberos. */
  readonly 'sign-in.kerberos-and-ntlm': { readonly user: string; readonly reason: string };
  /** Mutual authentication: the server gave no proof, or a wrong one. */
  readonly 'sign-in.server-unproven': { readonly host: string; readonly scheme: string };

  readonly 'ws-management.access-denied': { readonly user: string };
  readonly 'ws-management.resource-uri': { readonly uri: string };
  readonly 'ws-management.shell-gone': Nothing;
  readonly 'ws-management.quota': { readonly quota: string };
  /** The server gave the request up at its own deadline: it may have done it, or be at it. */
  readonly 'ws-management.timed-out': Nothing;
  readonly 'ws-management.fault': { readonly faultCode: number | string; readonly reason: string };
  readonly 'ws-management.reply-malformed': { readonly reason: string };
  readonly 'ws-management.redirection-refused': { readonly location: string; readonly reason: string };
  readonly 'ws-management.redirected': { readonly location: string };

  readonly 'powershell.message-malformed': { readonly reason: string };
  readonly 'powershell.fragments-lost': { readonly reason: string };
  readonly 'powershell.hostile-xml': { readonly reason: string };
  readonly 'powershell.version': { readonly server: string };
  readonly 'powershell.pool-broken': { readonly reason: string };
  readonly 'powershell.stopped': Nothing;
  readonly 'powershell.state': { readonly action: string; readonly state: string };

  readonly 'cmdlet.error': { readonly cmdlet: string; readonly category: string; readonly message: string };
  readonly 'cmdlet.parameter-unknown': { readonly cmdlet: string; readonly parameter: string };
  readonly 'cmdlet.scripts-refused': Nothing;
  readonly 'cmdlet.answer-unreadable': { readonly cmdlet: string; readonly reason: string };
  readonly 'cmdlet.answer-lost': { readonly cmdlet: string; readonly identity: string };

  readonly 'permission.cmdlet-absent': { readonly cmdlet: string };
  readonly 'permission.read-only': { readonly name: string };

  readonly 'conflict.already-allowed': { readonly domain: string };
  readonly 'conflict.already-blocked': { readonly domain: string };
  readonly 'conflict.exists': { readonly identity: string };
  readonly 'conflict.not-found': { readonly identity: string };
  readonly 'conflict.changed-since-read': { readonly identity: string };
  /** A configured deployment is not as the form that changes it knows it. */
  readonly 'conflict.deployment-changed': { readonly name: string };
  /** Several objects of one plan are not as its drafts expect them. */
  readonly 'conflict.several-changed': { readonly count: number };
  readonly 'conflict.write-in-progress': { readonly list: string };
  readonly 'conflict.provider-name-taken': { readonly name: string };
  readonly 'conflict.provider-edge-taken': { readonly proxyFqdn: string; readonly name: string };
  readonly 'conflict.xmpp-domain-taken': { readonly domain: string; readonly partner: string };
  /** No user policy is called so. */
  readonly 'conflict.policy-unknown': { readonly policy: string };
  readonly 'conflict.default-routing': Nothing;
  readonly 'conflict.site-has-policy': { readonly site: string };
  /** So many were given the object after the review said whom its removal reaches. */
  readonly 'conflict.given-since-read': { readonly identity: string; readonly count: number };
  /** Default routing excludes every provider. */
  readonly 'conflict.providers-exist': { readonly hosting: number; readonly public: number };

  readonly 'plan.unknown': Nothing;
  readonly 'plan.expired': Nothing;
  readonly 'plan.hash-differs': Nothing;
  readonly 'plan.not-waited': Nothing;
  readonly 'plan.name-not-typed': { readonly name: string };
  readonly 'plan.nothing-to-do': Nothing;
  readonly 'plan.not-as-wanted': { readonly identity: string };
  readonly 'plan.not-undoable': Nothing;
  /** The plan changes what federation means, and that was not accepted. */
  readonly 'plan.posture-not-accepted': Nothing;
  /** Two drafts of one plan change one object. */
  readonly 'plan.object-twice': { readonly identity: string };
  readonly 'plan.other-server': { readonly reviewed: string; readonly now: string };
}

export type ErrorCode = keyof ErrorValues;

/** What may stand behind "Show details": the server's own words, never a secret. */
export interface ErrorDetails {
  readonly serverText?: string;
  readonly cmdlet?: string;
  readonly fullyQualifiedErrorId?: string;
  readonly deployment?: string;
}

/** One error: what, where, what its sentence needs, and whether trying again unchanged can help. */
export type EdgewiseError = {
  readonly [Code in ErrorCode]: {
    readonly code: Code;
    readonly layer: ErrorLayer;
    readonly values: ErrorValues[Code];
    readonly retry: boolean;
    readonly details: ErrorDetails;
    /** With conflict.changed-since-read and conflict.not-found of a planned change: the three values. */
    readonly conflict?: Conflict;
    /** With conflict.several-changed: each of them. */
    readonly conflicts?: readonly Conflict[];
  };
}[ErrorCode];

const LAYERS: readonly ErrorLayer[] = [
  'input',
  'workstation',
  'network',
  'tls',
  'http',
  'sign-in',
  'ws-management',
  'powershell',
  'cmdlet',
  'permission',
  'conflict',
  'plan',
];

const RETRY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'workstation.journal-unwritable',
  'network.refused',
  'network.unreachable',
  'network.timeout',
  'network.lost',
  'network.malformed',
  'network.broke-off',
  'network.proxy-unreachable',
  'network.proxy-timeout',
  'network.proxy-lost',
  'network.proxy-no-way',
  'http.unavailable',
  'http.gateway',
  'ws-management.shell-gone',
  'ws-management.quota',
  'ws-management.timed-out',
  'powershell.fragments-lost',
  'powershell.pool-broken',
  'conflict.write-in-progress',
]);

/** The layer of a code: the part before its first dot. */
export function layerOf(code: ErrorCode): ErrorLayer {
  const prefix = code.slice(0, code.indexOf('.'));
  const layer = LAYERS.find((candidate) => candidate === prefix);
  if (layer === undefined) throw new Error(`error code without a layer: ${code}`);
  return layer;
}

/** Far more than anybody reads; an envelope may hold millions of characters, and each error is searched, kept and drawn. */
const TEXT_LIMIT = 8_000;

/** What an error keeps of a text that a server has written, however long that is. */
export function keptText(text: string): string {
  return text.length <= TEXT_LIMIT ? text : `${text.slice(0, TEXT_LIMIT)}…`;
}

/**
 * Builds an error of the union. `values` are shown to the person: put no secret in them. Of `details.serverText` is kept what
 * keptText keeps.
 */
export function edgewiseError<Code extends ErrorCode>(
  code: Code,
  values: ErrorValues[Code],
  details: ErrorDetails = {},
): EdgewiseError {
  // The mapped union cannot be narrowed through a type parameter; the signature above keeps code and values together.
  return { code, layer: layerOf(code), values, retry: RETRY.has(code), details: keptDetails(details) } as EdgewiseError;
}

function keptDetails(details: ErrorDetails): ErrorDetails {
  const { serverText } = details;
  return serverText === undefined ? details : { ...details, serverText: keptText(serverText) };
}

/** The one exception of Edgewise: carries an error of the union up to the border, where it becomes a failed Result. */
export class Failure extends Error {
  readonly error: EdgewiseError;

  constructor(error: EdgewiseError, options?: { readonly cause?: unknown }) {
    super(`${error.code} ${JSON.stringify(error.values)}`, options);
    this.name = 'Failure';
    this.error = error;
  }
}

/** Shorthand to throw: `throw failure('network.refused', { host, port })`. */
export function failure<Code extends ErrorCode>(
  code: Code,
  values: ErrorValues[Code],
  details: ErrorDetails = {},
  cause?: unknown,
): Failure {
  return new Failure(edgewiseError(code, values, details), { cause });
}

/** Turns anything caught into an error of the union; what is not a Failure is a defect of ours and says so. */
export function errorFrom(caught: unknown): EdgewiseError {
  if (caught instanceof Failure) return caught.error;
  const reason = caught instanceof Error ? caught.message : String(caught);
  return edgewiseError('workstation.unexpected', { reason });
}
