import { asText, property } from '../../../psrp/clixml/read.ts';
import type { BlockedRow } from '../store/configuration.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { isGiven, textArgument } from './arguments.ts';
import { refuseBadDomain, refuseListed } from './domain-names.ts';
import type { CmdletImplementation } from './implementation.ts';
import { rowCmdlets, type RowList } from './row-list.ts';

const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.BlockedDomain';

const LIST: RowList<BlockedRow> = {
  list: 'blocked',
  kind: 'BlockedDomain',
  type: TYPE,
  identity: (row) => row.domain,
  alternative: 'Domain',
  assumed: null,
  refuseName: refuseBadDomain,
  refuseTaken: (row, configuration) => refuseListed(row.domain, configuration, 'blocked'),
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
export const BLOCKED_DOMAIN_CMDLETS: readonly CmdletImplementation[] = rowCmdlets('CsBlockedDomain', LIST);
