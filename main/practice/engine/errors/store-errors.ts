import type { PsValue } from '../../../psrp/clixml/values.ts';
import type { ErrorRecord } from '../../../psrp/records.ts';
import { errorRecord } from './error-record.ts';

/**
 * What the Lync cmdlets themselves refuse. That they refuse it is documented (`source`); how the record looks is not:
 * no document and no stored transcript gives the id of any of these errors. Ids are ours, categories are chosen by the
 * meaning of ErrorCategory's members, and every entry is marked unverified. Clients must not build on them.
 */
export const STORE_ERRORS = {
  alreadyOnList: {
    id: 'ItemAlreadyExists',
    category: 'ResourceExists',
    source:
      'New-CsAllowedDomain help: fails if the domain is already on the list; New-CsExternalAccessPolicy help likewise',
    unverified: true,
  },
  onOtherList: {
    id: 'ItemOnOtherList',
    category: 'ResourceExists',
    source: 'New-CsAllowedDomain help: the command fails if the domain is on the blocked list, and the other way round',
    unverified: true,
  },
  globalScope: {
    id: 'GlobalScopeNotAllowed',
    category: 'InvalidArgument',
    source: 'New-CsExternalAccessPolicy and New-CsMediaConfiguration help: not at the global scope',
    unverified: true,
  },
  unknownSite: {
    id: 'SiteNotFound',
    category: 'ObjectNotFound',
    source: 'New-CsExternalAccessPolicy help: site:<name> is a site of the topology',
    unverified: true,
  },
  proxyInUse: {
    id: 'ProxyFqdnInUse',
    category: 'ResourceExists',
    source: 'New-CsPublicProvider help: ProxyFqdn is unique across public and hosting providers',
    unverified: true,
  },
  defaultRouteInUse: {
    id: 'DefaultRouteInUse',
    category: 'InvalidOperation',
    source: 'Get-CsHostingProvider help: with a default route there are no providers',
    unverified: true,
  },
  notAllowedDomain: {
    id: 'DomainNotAllowed',
    category: 'InvalidArgument',
    source: 'Test-CsFederatedPartner help: Domain must be on the allowed list',
    unverified: true,
  },
  notFound: {
    id: 'ItemNotFound',
    category: 'ObjectNotFound',
    source: 'Set-CsAllowedDomain help: modifies an existing domain',
    unverified: true,
  },
  tooLong: {
    id: 'DomainTooLong',
    category: 'InvalidArgument',
    source: 'configure-support-for-allowed-external-domains: at most 256 characters',
    unverified: true,
  },
  malformed: {
    id: 'DomainMalformed',
    category: 'InvalidArgument',
    source: 'New-CsAllowedDomain help: Identity is an FQDN',
    unverified: true,
  },
  routingSwitchMissing: {
    id: 'RoutingMethodRequired',
    category: 'InvalidArgument',
    source: 'enable-or-disable-discovery: partner discovery is changed together with -UseDnsSrvRouting',
    unverified: true,
  },
  defaultRouteMissing: {
    id: 'DefaultRouteFqdnRequired',
    category: 'InvalidArgument',
    source: 'Set-CsAccessEdgeConfiguration help: -UseDefaultRouting needs -DefaultRouteFqdn',
    unverified: true,
  },
  providersExist: {
    id: 'ProvidersExist',
    category: 'InvalidOperation',
    source: 'Set-CsAccessEdgeConfiguration help: every provider must be deleted before a default route is assigned',
    unverified: true,
  },
  ambiguousUser: {
    id: 'AmbiguousUser',
    category: 'InvalidArgument',
    source: 'Grant-CsExternalAccessPolicy help: Identity means one user; a display name may be several users’',
    unverified: true,
  },
  filterUnusable: {
    id: 'FilterUnusable',
    category: 'InvalidArgument',
    source: 'Get-CsUser help: -Filter takes conditions as Where-Object does',
    unverified: true,
  },
  ldapFilter: {
    id: 'LdapFilterNotSupported',
    category: 'NotImplemented',
    source: 'practice deployment: it has no directory service behind it',
    unverified: true,
  },
  resultSize: {
    id: 'ResultSizeInvalid',
    category: 'InvalidArgument',
    source: 'Get-CsUser help: ResultSize is 0 to 2147483647 or Unlimited',
    unverified: true,
  },
  policyNotGrantable: {
    id: 'PolicyNotFound',
    category: 'ObjectNotFound',
    source: 'Grant-CsExternalAccessPolicy help: PolicyName is a policy at the per-user scope',
    unverified: true,
  },
  saslWithoutTls: {
    id: 'SaslNeedsTls',
    category: 'InvalidArgument',
    source: 'create-or-edit-xmpp-partner-configuration: SASL with TLS not supported is not saved',
    unverified: true,
  },
  noNegotiation: {
    id: 'NoNegotiation',
    category: 'InvalidArgument',
    source: 'XMPP negotiation settings: without dialback, TLS and SASL must be on',
    unverified: true,
  },
  listModifier: {
    id: 'ListModifierInvalid',
    category: 'InvalidArgument',
    source: 'Set-CsXmppAllowedPartner help: AdditionalDomains takes @{Add=…}, @{Remove=…} or @{Replace=…}',
    unverified: true,
  },
  unknownService: {
    id: 'ServiceNotFound',
    category: 'ObjectNotFound',
    source: 'New-CsMediaConfiguration help: a service of the topology can have settings of its own',
    unverified: true,
  },
  instanceUnusable: {
    id: 'InstanceUnusable',
    category: 'InvalidArgument',
    source: 'Set-CsAllowedDomain help: -Instance takes an object of the cmdlet’s own type',
    unverified: true,
  },
  /** The practice deployment's own: one writer per list; the real store's behaviour is not documented. */
  writeInProgress: {
    id: 'WriteInProgress',
    category: 'ResourceBusy',
    source: 'practice deployment: concurrent writes to one list are refused (issue 2)',
    unverified: true,
  },
  /** The practice deployment's own as well: its state is a file. */
  stateNotKept: {
    id: 'StateNotKept',
    category: 'WriteError',
    source: 'practice deployment: it keeps its state in a file (design), which may be on a full or read-only disk',
    unverified: true,
  },
} as const;

export type StoreErrorName = keyof typeof STORE_ERRORS;

/** A refusal before it knows which cmdlet it is of. */
export class Refusal extends Error {
  readonly refused: StoreErrorName;
  readonly target: PsValue;

  constructor(refused: StoreErrorName, message: string, target: PsValue) {
    super(message);
    this.name = 'Refusal';
    this.refused = refused;
    this.target = target;
  }
}

/** The error record of a refusal by a cmdlet. */
export function refusalRecord(refusal: Refusal, command: string, implementingType: string): ErrorRecord {
  const { id, category } = STORE_ERRORS[refusal.refused];
  return errorRecord({
    message: refusal.message,
    id: `${id},${implementingType}`,
    category,
    exception: 'System.InvalidOperationException',
    activity: command,
    target: refusal.target,
  });
}
