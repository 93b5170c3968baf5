import { failure, type ErrorDetails, type Failure } from '../../shared/errors.ts';
import { property, type ErrorRecord } from '../psrp/index.ts';

/**
 * The Failure an error record stands for. Named are the errors of PowerShell's own engine, whose ids are in its source
 * (CommandNotFoundException, NamedParameterNotFound, ScriptsNotAllowed), and the Management Store's refusal of a second
 * writer; every other record is cmdlet.error with the server's own words, id and category.
 */
export function cmdletFailure(cmdlet: string, record: ErrorRecord): Failure {
  const details: ErrorDetails = {
    serverText: record.message,
    cmdlet,
    fullyQualifiedErrorId: record.fullyQualifiedErrorId,
  };
  // The id of an engine error is "<id>" or "<id>,<class>".
  const id = record.fullyQualifiedErrorId.split(',')[0] ?? '';
  // A role without the cmdlet has a session in which it does not exist (Get-CsAdminRole's help).
  if (id === 'CommandNotFoundException') return failure('permission.cmdlet-absent', { cmdlet }, details);
  if (id === 'NamedParameterNotFound') {
    return failure('cmdlet.parameter-unknown', { cmdlet, parameter: parameterOf(record) }, details);
  }
  if (id === 'ScriptsNotAllowed') return failure('cmdlet.scripts-refused', {}, details);
  return failure('cmdlet.error', { cmdlet, category: record.category, message: record.message }, details);
}

/** ParameterBindingException.ParameterName; a message would have it in the server's language only. */
function parameterOf(record: ErrorRecord): string {
  const name = property(property(record.raw, 'Exception'), 'ParameterName');
  return typeof name === 'string' && name !== '' ? name : record.targetName;
}
