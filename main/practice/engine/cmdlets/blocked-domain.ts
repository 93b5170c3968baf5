import { asText, property } from '../../../psrp/clixml/read.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { isGiven, textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { getDomains, newDomain, removeDomain, setDomain, type DomainList } from './domain-list.ts';
import { stateless, type CmdletImplementation } from './implementation.ts';

const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.BlockedDomain';

const LIST: DomainList<'blocked'> = {
  list: 'blocked',
  kind: 'BlockedDomain',
  type: TYPE,
  object: (row, version) => catalogueObject(TYPE, version, { identity: row.domain, ...row }),
  fresh: (domain) => ({ domain, comment: null }),
  changed: (row, call) => ({
    domain: row.domain,
    comment: isGiven(call, 'Comment') ? textArgument(call, 'Comment') : row.comment,
  }),
  fromObject: (row, instance) => ({ domain: row.domain, comment: asText(property(instance, 'Comment')) }),
  rows: (configuration) => configuration.blocked,
  withRows: (configuration, rows) => ({ ...configuration, blocked: [...rows] }),
};

/** The four cmdlets of the blocked list; source: their help (shared/cmdlets/blocked-domain.ts). */
export const BLOCKED_DOMAIN_CMDLETS: readonly CmdletImplementation[] = [
  catalogued(
    'Get-CsBlockedDomain',
    stateless((call, context) => getDomains(LIST, call, context)),
  ),
  catalogued(
    'New-CsBlockedDomain',
    stateless((call, context) => newDomain(LIST, call, context)),
  ),
  catalogued(
    'Set-CsBlockedDomain',
    stateless((call, context) => setDomain(LIST, call, context)),
  ),
  catalogued(
    'Remove-CsBlockedDomain',
    stateless((call, context) => removeDomain(LIST, call, context)),
  ),
];
