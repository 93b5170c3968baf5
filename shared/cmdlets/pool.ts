import { cmdletDefinition, LIST_OF_TEXT, outputType, parameter, property, STRING } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { FILTER, identityToGet } from './usual-parameters.ts';

const TYPE = outputType('Microsoft.Rtc.Management.Deploy.Internal.Cluster', 'documented', [
  property('Identity', STRING, { unverified: true }),
  property('Services', LIST_OF_TEXT),
  property('Computers', LIST_OF_TEXT),
  property('Fqdn', STRING, { unverified: true }),
  property('Site', STRING, { unverified: true }),
]);

/** Pools of the topology. */
export const POOL: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsPool',
    [identityToGet('Pool FQDN.'), FILTER, parameter('Site', STRING, 'DisplayName of a site (not its identity).')],
    { parameterSets: ['Identity', 'Filter'], outputTypes: [TYPE] },
  ),
];
