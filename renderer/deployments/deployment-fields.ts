import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import { knowsCurrentUser } from '../../shared/models/deployment.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import { checkManagementUrl } from '../../shared/rules/management-url.ts';

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
export type CheckedField = 'name' | 'url' | 'user' | 'pem' | 'sha256' | NetworkField;
export type FieldProblems = Readonly<Record<CheckedField, MessageId | null>>;

const URL_PROBLEMS = {
  empty: 'setup.problem.url-empty',
  malformed: 'setup.problem.url-malformed',
  'not-https': 'setup.problem.url-not-https',
} as const;

/** What is wrong with each field; null = nothing. `taken` are the names of the other deployments. Main checks all again. */
export function checkFields(fields: DeploymentFields, taken: readonly string[]): FieldProblems {
  const url = checkManagementUrl(fields.url);
  return {
    name: nameProblem(fields.name, taken),
    url: url.ok ? null : URL_PROBLEMS[url.reason],
    user: !fields.currentUser && fields.user.trim() === '' ? 'setup.problem.user-empty' : null,
    pem:
      fields.trust === 'ca' && !fields.pem.includes('-----BEGIN CERTIFICATE-----') ? 'setup.problem.pem-missing' : null,
    sha256: fields.trust === 'pin' && !isFingerprint(fields.sha256) ? 'setup.problem.sha256-malformed' : null,
    ...networkProblems(fields.network),
  };
}

/** What is wrong with the network's fields, as main/deployments judges them. */
function networkProblems({
  proxy,
  clientCertificate,
}: DeploymentDraft['network']): Record<NetworkField, MessageId | null> {
  const named = proxy?.signIn === 'basic' || proxy?.signIn === 'ntlm';
  const host = proxy?.host.trim() ?? '';
  const path = clientCertificate.trim();
  return {
    proxyHost: proxy !== null && !/^\[?[\w.:-]+\]?$/.test(host) ? 'setup.problem.proxy-host' : null,
    proxyPort: proxy !== null && (proxy.port < 1 || proxy.port > 65_535) ? 'setup.problem.proxy-port' : null,
    proxyUser: named && proxy.user.trim() === '' ? 'setup.problem.proxy-user' : null,
    clientCertificate: path !== '' && !/^(\/|\\|[A-Za-z]:[\\/])/.test(path) ? 'setup.problem.path' : null,
  };
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
    case 'pem':
    case 'sha256':
      return fields[field] === '';
  }
}

/** Whether a connection can be tried with these fields: its name and marks do not matter for that. */
export function canConnect(problems: FieldProblems): boolean {
  return Object.entries(problems).every(([field, problem]) => field === 'name' || problem === null);
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

function nameProblem(name: string, taken: readonly string[]): MessageId | null {
  if (name.trim() === '') return 'setup.problem.name-empty';
  return taken.some((other) => folded(other) === folded(name)) ? 'setup.problem.name-taken' : null;
}

function isFingerprint(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text.replaceAll(/[:\s]/g, ''));
}

/** As main compares names: two that a person would take for one. */
function folded(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}
