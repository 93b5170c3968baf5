import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import {
  xmppGateway,
  xmppPartner,
  type Configuration,
  type XmppGatewaySettings,
  type XmppPartnerRow,
} from '../store/configuration.ts';
import { FRESH_XMPP_PARTNER } from '../store/seed.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { isGiven, valueArgument } from './arguments.ts';
import { refuseBadDomain } from './domain-names.ts';
import type { CmdletImplementation } from './implementation.ts';
import { modifiedTexts } from './list-modifier.ts';
import { notFound } from './reading.ts';
import { rowCmdlets, type RowList } from './row-list.ts';
import { withGiven, withInstance } from './row-values.ts';
import { GLOBAL } from './scoped-identity.ts';

const SETTINGS = 'Microsoft.Rtc.Management.WritableConfig.Settings.XmppFederation';
const PARTNER_TYPE = `${SETTINGS}.XmppAllowedPartner`;
const GATEWAY_TYPE = `${SETTINGS}.XmppGatewaySettings`;

const PARTNERS: RowList<XmppPartnerRow> = {
  list: 'xmppPartners',
  kind: 'XmppAllowedPartner',
  type: PARTNER_TYPE,
  identity: (row) => row.domain,
  alternative: 'Domain',
  assumed: null,
  refuseName: refuseBadDomain,
  refuseTaken,
  object: (row, version) => catalogueObject(PARTNER_TYPE, version, { identity: row.domain, ...row }),
  fresh: (domain) => ({ domain, ...FRESH_XMPP_PARTNER }),
  changed: changedPartner,
  fromObject: (row, instance) => withInstance(xmppPartner, row, instance, { type: PARTNER_TYPE, fixed: ['domain'] }),
  rows: (configuration) => configuration.xmppPartners,
  withRows: (configuration, rows) => ({ ...configuration, xmppPartners: [...rows] }),
};

/** The gateway is one object: a list of one, to which nothing is added. */
const GATEWAY: RowList<XmppGatewaySettings> = {
  list: 'xmppGateway',
  kind: 'XmppGatewaySettings',
  type: GATEWAY_TYPE,
  identity: () => GLOBAL,
  assumed: GLOBAL,
  refuseName: (identity) => {
    throw notFound('XmppGatewaySettings', identity);
  },
  refuseTaken: () => undefined,
  object: (row, version) => catalogueObject(GATEWAY_TYPE, version, { identity: GLOBAL, ...row }, { text: GLOBAL }),
  fresh: (identity) => {
    throw notFound('XmppGatewaySettings', identity);
  },
  changed: (row, call) => withGiven(xmppGateway, row, call, 'Set-CsXmppGatewayConfiguration'),
  fromObject: (row, instance) => withInstance(xmppGateway, row, instance, { type: GATEWAY_TYPE, fixed: [] }),
  rows: (configuration) => [configuration.xmppGateway],
  withRows: (configuration, [settings]) => ({ ...configuration, xmppGateway: settings ?? configuration.xmppGateway }),
};

/** The cmdlets of XMPP federation; source: their help and federation-domain section 6. */
export const XMPP_CMDLETS: readonly CmdletImplementation[] = [
  ...rowCmdlets('CsXmppAllowedPartner', PARTNERS),
  ...rowCmdlets('CsXmppGatewayConfiguration', GATEWAY, ['Get', 'Set']),
];

function changedPartner(row: XmppPartnerRow, call: BoundCall): XmppPartnerRow {
  const additional = isGiven(call, 'AdditionalDomains')
    ? modifiedTexts(row.additionalDomains, valueArgument(call, 'AdditionalDomains'))
    : row.additionalDomains;
  for (const domain of additional) refuseBadDomain(domain);
  // Domain stands for Identity at New-, and is no value to change.
  const own = { domain: row.domain, additionalDomains: [...additional] };
  const changed = withGiven(xmppPartner, row, call, 'New-CsXmppAllowedPartner', own);
  refuseNegotiation(changed);
  return changed;
}

/**
 * Throws the refusal for settings by which no connection comes about: SASL without TLS (create-or-edit-xmpp: it is not
 * saved), and dialback off where TLS or SASL is too (negotiation-settings: invalid). That the cmdlet refuses them, and not
 * the control panel alone, is unverified.
 */
function refuseNegotiation({
  domain,
  tlsNegotiation,
  saslNegotiation,
  supportDialbackNegotiation,
}: XmppPartnerRow): void {
  if (tlsNegotiation === 'NotSupported' && saslNegotiation !== 'NotSupported') {
    throw new Refusal(
      'saslWithoutTls',
      'SASL negotiation needs TLS: it cannot be on while TLS is not supported.',
      domain,
    );
  }
  const secured = tlsNegotiation !== 'NotSupported' && saslNegotiation !== 'NotSupported';
  if (secured || supportDialbackNegotiation) return;
  throw new Refusal('noNegotiation', 'Either SASL or server dialback must be on.', domain);
}

function refuseTaken({ domain }: XmppPartnerRow, configuration: Configuration): void {
  const wanted = domain.toLowerCase();
  if (!configuration.xmppPartners.some((row) => row.domain.toLowerCase() === wanted)) return;
  throw new Refusal('alreadyOnList', `"${domain}" already exists in the list of XMPP partners.`, domain);
}
