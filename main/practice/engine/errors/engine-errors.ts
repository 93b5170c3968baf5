import type { ErrorRecord } from '../../../psrp/records.ts';
import { errorRecord } from './error-record.ts';

/**
 * The errors of PowerShell's own engine outside parameter binding. Ids, categories and exception types were seen with
 * System.Management.Automation 7.6 in a NoLanguage runspace with a null host; texts are Windows PowerShell's.
 */

/** No such command, or none this role may see (ids: CommandNotFoundException). */
export function commandNotFound(name: string): ErrorRecord {
  return errorRecord({
    message:
      `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. ` +
      'Check the spelling of the name, or if a path was included, verify that the path is correct and try again.',
    id: 'CommandNotFoundException',
    category: 'ObjectNotFound',
    exception: 'System.Management.Automation.CommandNotFoundException',
    exceptionMembers: { CommandName: name },
    target: name,
  });
}

/** A script in a runspace that takes none. */
export function scriptsNotAllowed(script: string): ErrorRecord {
  return errorRecord({
    message: 'The syntax is not supported by this runspace. This can occur if the runspace is in no-language mode.',
    id: 'ScriptsNotAllowed',
    category: 'ParserError',
    exception: 'System.Management.Automation.ParseException',
    target: script,
  });
}

/** -OutVariable, -ErrorVariable and the like name a variable, and a NoLanguage runspace has none. */
export function variableNotAllowed(): ErrorRecord {
  return errorRecord({
    message:
      'A variable that cannot be referenced in restricted language mode or a Data section is being referenced. ' +
      'Variables that can be referenced include the following: $PSCulture, $PSUICulture, $true, $false, and $null.',
    id: 'VariableReferenceNotSupportedInDataSection',
    category: 'InvalidOperation',
    exception: 'System.Management.Automation.RuntimeException',
  });
}

/** A question to the person where the host is null: -Confirm, -ErrorAction Inquire. `question` is what would be asked. */
export function promptFailed(command: string, implementingType: string, question: string): ErrorRecord {
  return errorRecord({
    message:
      'A command that prompts the user failed because the host program or the command type does not support user ' +
      'interaction. The host was attempting to request confirmation with the following message: ' +
      question,
    id: `HostFunctionNotImplemented,${implementingType}`,
    category: 'NotImplemented',
    exception: 'System.Management.Automation.Host.HostException',
    activity: command,
  });
}

/** A wildcard pattern with a bracket that is not closed (WildcardPatternParser.NewWildcardPatternException). */
export function wildcardInvalid(command: string, implementingType: string, pattern: string): ErrorRecord {
  return errorRecord({
    message: `The specified wildcard character pattern is not valid: ${pattern}`,
    id: `WildcardPattern_Invalid,${implementingType}`,
    category: 'InvalidArgument',
    exception: 'System.Management.Automation.WildcardPatternException',
    activity: command,
  });
}

/** The record a stopped pipeline ends with. */
export function pipelineStopped(): ErrorRecord {
  return errorRecord({
    message: 'The pipeline has been stopped.',
    id: 'PipelineStopped',
    category: 'OperationStopped',
    exception: 'System.Management.Automation.PipelineStoppedException',
  });
}
