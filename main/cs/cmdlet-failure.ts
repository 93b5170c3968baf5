import { failure, keptText, type ErrorDetails, type Failure } from '../../shared/errors.ts';
import { property, type CommandArgument, type ErrorRecord } from '../psrp/index.ts';

/**
 * The Failure an error record stands for. Named are the errors of PowerShell's own engine, whose ids are in its source
 * (CommandNotFoundException, NamedParameterNotFound, ScriptsNotAllowed), and whatever says by its category that the
 * list is busy; every other record is cmdlet.error with the server's own words, id and category.
 */
export function cmdletFailure(cmdlet: string, sent: readonly CommandArgument[], record: ErrorRecord): Failure {
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
    return failure('cmdlet.parameter-unknown', { cmdlet, parameter: parameterOf(record, sent) }, details);
  }
  if (id === 'ScriptsNotAllowed') return failure('cmdlet.scripts-refused', {}, details);
  if (record.category === 'ResourceBusy') {
    return failure('conflict.write-in-progress', { list: cmdlet.slice(cmdlet.indexOf('-') + 1) }, details);
  }
  return failure('cmdlet.error', { cmdlet, category: record.category, message: keptText(record.message) }, details);
}

/** ParameterBindingException.ParameterName; where it did not come along, the parameter we sent that the message names. */
function parameterOf(record: ErrorRecord, sent: readonly CommandArgument[]): string {
  const name = property(property(record.raw, 'Exception'), 'ParameterName');
  if (typeof name === 'string' && name !== '') return name;
  // The longest first: one name may be the beginning of another. The message is in the server's language, the name is not.
  const names = sent.flatMap((argument) => argument.name ?? []).sort((a, b) => b.length - a.length);
  return names.find((each) => record.message.includes(each)) ?? record.targetName;
}
