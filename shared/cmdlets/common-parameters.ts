import { parameter, STRING, SWITCH } from './define.ts';
import type { CmdletParameter } from './types.ts';

const ACTION_PREFERENCE = 'System.Management.Automation.ActionPreference';
/** Names of System.Management.Automation.ActionPreference, in the order of their numbers. */
const ACTIONS: readonly string[] = ['SilentlyContinue', 'Stop', 'Continue', 'Inquire', 'Ignore', 'Suspend'];

/**
 * The parameters PowerShell adds to every cmdlet (about_CommonParameters; types and aliases from
 * System.Management.Automation.Internal.CommonParameters).
 */
export const COMMON_PARAMETERS: readonly CmdletParameter[] = [
  parameter('Verbose', SWITCH, 'Write the verbose stream.', { aliases: ['vb'] }),
  parameter('Debug', SWITCH, 'Write the debug stream.', { aliases: ['db'] }),
  parameter('ErrorAction', ACTION_PREFERENCE, 'What to do on an error that does not end the command.', {
    aliases: ['ea'],
    values: ACTIONS,
  }),
  parameter('WarningAction', ACTION_PREFERENCE, 'What to do on a warning.', { aliases: ['wa'], values: ACTIONS }),
  parameter('InformationAction', ACTION_PREFERENCE, 'What to do on an information record.', {
    aliases: ['infa'],
    values: ACTIONS,
  }),
  parameter('ErrorVariable', STRING, 'Variable that receives the errors.', { aliases: ['ev'] }),
  parameter('WarningVariable', STRING, 'Variable that receives the warnings.', { aliases: ['wv'] }),
  parameter('InformationVariable', STRING, 'Variable that receives the information records.', { aliases: ['iv'] }),
  parameter('OutVariable', STRING, 'Variable that receives the output.', { aliases: ['ov'] }),
  parameter('OutBuffer', 'System.Int32', 'Objects kept back before the next command gets them.', {
    aliases: ['ob'],
    range: { min: 0, max: 2147483647 },
  }),
  parameter('PipelineVariable', STRING, 'Variable that receives the current object.', { aliases: ['pv'] }),
];

/** `-WhatIf`, on every cmdlet that supports it (help of each). */
export const WHAT_IF: CmdletParameter = parameter('WhatIf', SWITCH, 'Show the effect without executing.', {
  aliases: ['wi'],
});

/** `-Confirm`, on every cmdlet that supports `-WhatIf` (help of each). */
export const CONFIRM: CmdletParameter = parameter('Confirm', SWITCH, 'Ask before executing.', { aliases: ['cf'] });

/** `-Force` of the writing Cs cmdlets. */
export const FORCE: CmdletParameter = parameter('Force', SWITCH, 'Suppress prompts and non-fatal error messages.');
