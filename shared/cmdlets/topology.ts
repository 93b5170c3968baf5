import { cmdletDefinition, LIST_OF_TEXT, outputType, parameter, property, STRING, SWITCH } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { FILTER, identityToGet, LOCAL_STORE } from './usual-parameters.ts';

/** No output is documented: the lists are those scripts read from it. */
const TOPOLOGY_TYPE = outputType('Microsoft.Rtc.Management.Deploy.Internal.DefaultTopology', 'general-knowledge', [
  property('Sites', LIST_OF_TEXT, { unverified: true }),
  property('Clusters', LIST_OF_TEXT, { unverified: true }),
  property('Machines', LIST_OF_TEXT, { unverified: true }),
  property('Services', LIST_OF_TEXT, { unverified: true }),
]);

const COMPUTER_TYPE = outputType('Microsoft.Rtc.Management.Deploy.Internal.Machine', 'general-knowledge', [
  property('Identity', STRING, { unverified: true }),
  property('Pool', STRING, { unverified: true }),
  property('Fqdn', STRING, { unverified: true }),
]);

const BOTH_SETS = ['Identity', 'Filter'];

/** The topology as a whole, and its computers. */
export const TOPOLOGY: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsTopology',
    [parameter('AsXml', SWITCH, 'Return the topology document.'), { ...LOCAL_STORE, sets: [] }],
    { outputTypes: [TOPOLOGY_TYPE] },
  ),
  cmdletDefinition(
    'Get-CsComputer',
    [
      identityToGet('Computer FQDN.'),
      FILTER,
      parameter('Local', SWITCH, 'Only the computer that answers.', { sets: BOTH_SETS }),
      parameter('Pool', STRING, 'Only computers of this pool, by its FQDN.', { sets: BOTH_SETS }),
    ],
    { parameterSets: BOTH_SETS, outputTypes: [COMPUTER_TYPE] },
  ),
];
