import { cmdletParameter, VERIFICATION_LEVEL } from '../../../../shared/cmdlets/index.ts';
import { asText, property } from '../../../psrp/clixml/read.ts';
import type { PsObject } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import type { AllowedRow } from '../store/configuration.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { booleanArgument, isGiven, textArgument } from './arguments.ts';
import { refuseBadDomain, refuseListed } from './domain-names.ts';
import type { CmdletImplementation } from './implementation.ts';
import { rowCmdlets, type RowList } from './row-list.ts';

const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain';

const LIST: RowList<AllowedRow> = {
  list: 'allowed',
  kind: 'AllowedDomain',
  type: TYPE,
  identity: (row) => row.domain,
  alternative: 'Domain',
  assumed: null,
  refuseName: refuseBadDomain,
  refuseTaken: (row, configuration) => refuseListed(row.domain, configuration, 'allowed'),
  object: (row, version) => catalogueObject(TYPE, version, { identity: row.domain, ...row }),
  fresh: (domain) => ({
    domain,
    proxyFqdn: null,
    comment: null,
    markForMonitoring: cmdletParameter('New-CsAllowedDomain', 'MarkForMonitoring')?.defaultValue === true,
    verificationLevel: 'UseSourceVerification',
  }),
  changed,
  fromObject,
  rows: (configuration) => configuration.allowed,
  withRows: (configuration, rows) => ({ ...configuration, allowed: [...rows] }),
};

/** The four cmdlets of the allowed list; source: their help (shared/cmdlets/allowed-domain.ts). */
export const ALLOWED_DOMAIN_CMDLETS: readonly CmdletImplementation[] = rowCmdlets('CsAllowedDomain', LIST);

function changed(row: AllowedRow, call: BoundCall): AllowedRow {
  return {
    domain: row.domain,
    proxyFqdn: isGiven(call, 'ProxyFqdn') ? textArgument(call, 'ProxyFqdn') : row.proxyFqdn,
    comment: isGiven(call, 'Comment') ? textArgument(call, 'Comment') : row.comment,
    markForMonitoring: booleanArgument(call, 'MarkForMonitoring') ?? row.markForMonitoring,
    verificationLevel: levelNamed(textArgument(call, 'VerificationLevel')) ?? row.verificationLevel,
  };
}

function fromObject(row: AllowedRow, instance: PsObject): AllowedRow {
  const mark = property(instance, 'MarkForMonitoring');
  const level = asText(property(instance, 'VerificationLevel'));
  if (level !== null && levelNamed(level) === undefined) {
    throw new Refusal('instanceUnusable', `"${level}" is not a value of VerificationLevel.`, row.domain);
  }
  return {
    domain: row.domain,
    proxyFqdn: asText(property(instance, 'ProxyFqdn')),
    comment: asText(property(instance, 'Comment')),
    markForMonitoring: mark === undefined ? row.markForMonitoring : asText(mark)?.toLowerCase() === 'true',
    verificationLevel: levelNamed(level) ?? row.verificationLevel,
  };
}

function levelNamed(name: string | null): AllowedRow['verificationLevel'] | undefined {
  return VERIFICATION_LEVEL.values.find((level) => level.toLowerCase() === name?.toLowerCase());
}
