import { BOOLEAN, cmdletDefinition, outputType, property, STRING } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { FILTER, identityToGet } from './usual-parameters.ts';

const TYPE = outputType('Microsoft.Rtc.Management.Xds.SipDomain', 'general-knowledge', [
  property('Identity', STRING, { unverified: true }),
  property('Name', STRING, { unverified: true }),
  property('IsDefault', BOOLEAN, { unverified: true }),
]);

/** The deployment's own SIP domains. */
export const SIP_DOMAIN: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsSipDomain', [identityToGet('SIP domain FQDN.'), FILTER], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
];
