import { parameter, STRING, SWITCH } from './define.ts';
import type { CmdletParameter } from './types.ts';

/** Identity of an object of which the deployment has one list. */
export const GLOBAL_RELATIVE_IDENTITY = 'Microsoft.Rtc.Management.Xds.XdsGlobalRelativeIdentity';
const VERIFICATION_LEVEL_TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.VerificationLevelType';

/**
 * VerificationLevelType, in the order of its numbers (0, 1, 2: implied by the Skype guide's `-VerificationLevel 2`,
 * not stated outright).
 */
export const VERIFICATION_LEVEL = {
  type: VERIFICATION_LEVEL_TYPE,
  values: ['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'],
  numbersUnverified: true,
} as const;

/** `-Identity` of a Get- cmdlet with the sets Identity and Filter. */
export function identityToGet(description: string, type: string = GLOBAL_RELATIVE_IDENTITY): CmdletParameter {
  return parameter('Identity', type, description, { sets: ['Identity'], position: 0 });
}

/** `-Filter` of a Get- cmdlet: a wildcard pattern on Identity. */
export const FILTER: CmdletParameter = parameter('Filter', STRING, 'Wildcard match on Identity.', { sets: ['Filter'] });

/** `-LocalStore` of a Get- cmdlet over replicated configuration. */
export const LOCAL_STORE: CmdletParameter = parameter(
  'LocalStore',
  SWITCH,
  'Read from the local replica instead of the Central Management store.',
  { sets: ['Identity', 'Filter'] },
);

/** `-Instance` of a Set- cmdlet; `instanceOf` names what it commits. */
export function instance(instanceOf: string): CmdletParameter {
  return parameter(
    'Instance',
    'System.Management.Automation.PSObject',
    `Object to commit instead of single values (${instanceOf}).`,
    { sets: ['Instance'], pipeline: 'by-value' },
  );
}
