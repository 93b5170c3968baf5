import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { MessageId, MessageValues } from '../../shared/i18n/index.ts';
import { knowsCurrentUser } from '../../shared/models/deployment.ts';
import { DEPLOYMENT_LIMITS } from '../../shared/models/deployment-limits.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import { hostName, splitHostAndPort } from '../../shared/rules/host-name.ts';
import { checkManagementUrl } from '../../shared/rules/management-url.ts';
import { isServicePrincipalName } from '../../shared/rules/service-principal-name.ts';

/** What stands in the form's fields: a draft whose trust keeps what was typed for each kind while another is chosen. */
export interface DeploymentFields extends Omit<DeploymentDraft, 'trust'> {
  /** Signs in as the person signed in to this computer; `user` keeps what was typed. */
  readonly currentUser: boolean;
  /** Whether that person is among the further accounts; `otherUsers` are those that are typed. */
  readonly otherCurrentUser: boolean;
  readonly trust: DeploymentDraft['trust']['kind'];
  readonly pem: string;
  readonly sha256: string;
}

/** A new deployment. An empty resource URI is the usual one. */
export const NEW_DEPLOYMENT: DeploymentDraft = {
  name: '',
  group: '',
  colour: 'blue',
  url: '',
  user: '',
  scheme: 'negotiate',
  trust: { kind: 'system' },
  ...USUAL_WAY,
  channelBinding: true,
  resourceUri: '',
  production: false,
  readOnly: false,
};

/** The fields as they stand when the form opens. */
export function fieldsOf(draft: DeploymentDraft): DeploymentFields {
  const { trust, ...rest } = draft;
  return {
    ...rest,
    // A new deployment has no address yet, and no user either.
    currentUser: draft.user === '' && draft.url !== '',
    otherUsers: draft.otherUsers.filter((each) => each !== ''),
    otherCurrentUser: draft.otherUsers.includes(''),
    trust: trust.kind,
    pem: trust.kind === 'ca' ? trust.pem : '',
    sha256: trust.kind === 'pin' ? trust.sha256 : '',
  };
}

/** The draft of the fields. */
export function draftOf(all: DeploymentFields): DeploymentDraft {
  const { trust, pem, sha256, currentUser, otherCurrentUser, ...fields } = all;
  const otherUsers = fields.otherUsers.map((each) => each.trim()).filter((each) => each !== '');
  // Main knows them by an empty name; a row that was left empty is nobody.
  if (otherCurrentUser && !currentUser && knowsCurrentUser(fields.scheme)) otherUsers.push('');
  const rest = { ...fields, otherUsers, user: currentUser ? '' : fields.user };
  switch (trust) {
    case 'system':
      return { ...rest, trust: { kind: 'system' } };
    case 'ca':
      return { ...rest, trust: { kind: 'ca', pem } };
    case 'pin':
      return { ...rest, trust: { kind: 'pin', sha256 } };
  }
}

/** Fields that can be wrong. */
export const NETWORK_FIELDS = ['proxyHost', 'proxyPort', 'proxyUser', 'clientCertificate'] as const;
export type NetworkField = (typeof NETWORK_FIELDS)[number];
export const CHECKED_FIELDS = [
  'name',
  'group',
  'url',
  'user',
  'otherUsers',
  'pem',
  'sha256',
  'spn',
  'resourceUri',
  ...NETWORK_FIELDS,
] as const;
export type CheckedField = (typeof CHECKED_FIELDS)[number];
/** What is wrong, as useText takes it. */
export type FieldProblem = readonly [id: MessageId, values?: MessageValues];
export type FieldProblems = Readonly<Record<CheckedField, FieldProblem | null>>;

/** What is wrong with each field; null = nothing. `taken` are the names of the other deployments. Main checks all again. */
export function checkFields(fields: DeploymentFields, taken: readonly string[]): FieldProblems {
  const { group, user, otherUsers, currentUser, trust, pem, sha256, resourceUri } = fields;
  return {
    name: nameProblem(fields.name, taken),
    group: tooLong(group, 'group'),
    url: urlProblem(fields.url),
    user: currentUser ? null : user.trim() === '' ? ['setup.problem.user-empty'] : tooLong(user, 'user'),
    otherUsers: otherUsers.map((each) => tooLong(each, 'user')).find((each) => each !== null) ?? null,
    pem: trust === 'ca' ? pemProblem(pem) : null,
    sha256: trust === 'pin' && !isFingerprint(sha256) ? ['setup.problem.sha256-malformed'] : null,
    spn: spnProblem(fields.spn.trim()),
    resourceUri: tooLong(resourceUri, 'resourceUri'),
    ...networkProblems(fields.network),
  };
}

/** That a value is longer than is taken, or null. */
export function tooLong(value: string, what: keyof typeof DEPLOYMENT_LIMITS): FieldProblem | null {
  const limit = DEPLOYMENT_LIMITS[what];
  return value.length > limit ? ['setup.problem.too-long', { limit }] : null;
}

function urlProblem(typed: string): FieldProblem | null {
  const url = checkManagementUrl(typed);
  return url.ok ? tooLong(typed, 'url') : [`setup.problem.url-${url.reason}`];
}

function pemProblem(pem: string): FieldProblem | null {
  return pem.includes('-----BEGIN CERTIFICATE-----') ? tooLong(pem, 'pem') : ['setup.problem.pem-missing'];
}

function spnProblem(spn: string): FieldProblem | null {
  return spn === '' || isServicePrincipalName(spn) ? tooLong(spn, 'spn') : ['setup.problem.spn'];
}

/** What is wrong with the network's fields, as main/deployments judges them. */
function networkProblems({
  proxy,
  clientCertificate,
}: DeploymentDraft['network']): Record<NetworkField, FieldProblem | null> {
  const path = clientCertificate.trim();
  const isPath = path === '' || /^(\/|\\|[A-Za-z]:[\\/])/.test(path);
  return {
    ...proxyProblems(proxy),
    clientCertificate: isPath ? tooLong(clientCertificate, 'clientCertificate') : ['setup.problem.path'],
  };
}

function proxyProblems(
  proxy: DeploymentDraft['network']['proxy'],
): Record<Exclude<NetworkField, 'clientCertificate'>, FieldProblem | null> {
  if (proxy === null) return { proxyHost: null, proxyPort: null, proxyUser: null };
  const { host, port, signIn, user } = proxy;
  const named = signIn === 'basic' || signIn === 'ntlm';
  return {
    proxyHost: hostName(host.trim()) === null ? ['setup.problem.proxy-host'] : tooLong(host, 'proxyHost'),
    proxyPort: port < 1 || port > 65_535 ? ['setup.problem.proxy-port'] : null,
    proxyUser: named && user.trim() === '' ? ['setup.problem.proxy-user'] : tooLong(user, 'proxyUser'),
  };
}

/** The fields with a proxy's address that was pasted with its port in two fields; the same ones where there is none. */
export function withProxySplit(fields: DeploymentFields): DeploymentFields {
  const { proxy } = fields.network;
  const split = proxy === null ? null : splitHostAndPort(proxy.host);
  if (proxy === null || split === null) return fields;
  const apart = { ...proxy, host: split.host, port: split.port ?? proxy.port };
  return { ...fields, network: { ...fields.network, proxy: apart } };
}

/** Whether nothing was typed into a field: nobody who only passes it is told that it is wrong. */
export function isEmptyField(fields: DeploymentFields, field: CheckedField): boolean {
  switch (field) {
    case 'proxyHost':
      return fields.network.proxy?.host === '';
    case 'proxyUser':
      return fields.network.proxy?.user === '';
    case 'proxyPort':
      return false;
    case 'clientCertificate':
      return fields.network.clientCertificate === '';
    case 'name':
    case 'url':
    case 'user':
    case 'group':
    case 'pem':
    case 'sha256':
    case 'spn':
    case 'resourceUri':
      return fields[field] === '';
    case 'otherUsers':
      return fields.otherUsers.every((each) => each === '');
  }
}

/** Whether a connection can be tried with these fields: its name, group and marks do not matter for that. */
export function canConnect(problems: FieldProblems): boolean {
  return Object.entries(problems).every(
    ([field, problem]) => field === 'name' || field === 'group' || problem === null,
  );
}

/**
 * Whether the password kept for `before` is another one's than that of `now`: it is bound to address, user, sign-in and
 * trust, as main/credentials does it. Not to the network: a proxy sees TLS only, a client certificate is no password, and
 * a redirection never takes one where it was not meant to go.
 */
export function unbindsPassword(before: DeploymentDraft, now: DeploymentFields): boolean {
  return (
    originOf(before.url) !== originOf(now.url) ||
    before.user !== draftOf(now).user.trim() ||
    before.scheme !== now.scheme ||
    trustKey(before.trust) !== trustKey(draftOf(now).trust)
  );
}

/** How a draft trusts, as one text: the same for authorities in another order, and for a fingerprint however it is printed. */
export function trustKey(trust: DeploymentDraft['trust']): string {
  switch (trust.kind) {
    case 'system':
      return 'system';
    case 'pin':
      return `pin ${trust.sha256.replaceAll(/[:\s]/g, '').toLowerCase()}`;
    case 'ca': {
      const blocks = trust.pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
      return `ca ${[...new Set(blocks.map((block) => block.replaceAll(/\s/g, '')))].sort().join()}`;
    }
  }
}

/** Scheme, host and port; the text itself where it is no address. */
function originOf(typed: string): string {
  const check = checkManagementUrl(typed);
  return check.ok ? new URL(check.url).origin : typed;
}

function nameProblem(name: string, taken: readonly string[]): FieldProblem | null {
  if (name.trim() === '') return ['setup.problem.name-empty'];
  return taken.some((other) => folded(other) === folded(name)) ? ['setup.problem.name-taken'] : tooLong(name, 'name');
}

function isFingerprint(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text.replaceAll(/[:\s]/g, ''));
}

/** As main compares names: two that a person would take for one. */
function folded(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}
