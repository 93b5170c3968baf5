import { cmdletDefinition, outputType, STRING } from './define.ts';
import type { CmdletDefinition } from './types.ts';

/** The version of the server that answers (federation-domain section 10). */
export const SERVER_VERSION: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsServerVersion', [], {
    outputTypes: [outputType(STRING, 'documented', [])],
    note: 'No parameters; returns a String for the machine it runs on, which over remote PowerShell is the server answering.',
  }),
];
