import { psObject } from '../../../psrp/clixml/build.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { encodeErrorRecord, type ErrorRecordParts } from '../../../psrp/codecs/error-record.ts';
import type { ErrorRecord } from '../../../psrp/records.ts';
import { netType, printed } from '../values/printed.ts';

/** Each exception used here, and the one it derives from. */
const PARENTS: Readonly<Record<string, string>> = {
  'System.Management.Automation.ParameterBindingValidationException':
    'System.Management.Automation.ParameterBindingException',
  'System.Management.Automation.ParameterBindingException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.CommandNotFoundException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.WildcardPatternException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.ParseException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.PipelineStoppedException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.Host.HostException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.RuntimeException': 'System.SystemException',
  'System.Management.Automation.PSArgumentException': 'System.ArgumentException',
  'System.InvalidOperationException': 'System.SystemException',
  'System.ArgumentException': 'System.SystemException',
  'System.SystemException': 'System.Exception',
  'System.Exception': 'System.Object',
};

/** What an error record is made from. */
export interface RecordParts {
  readonly message: string;
  /** FullyQualifiedErrorId, with the class after the comma where there is one. */
  readonly id: string;
  /** ErrorCategory by name. */
  readonly category: string;
  /** Full .NET type name of the exception. */
  readonly exception: string;
  /** Name of the command, or empty. */
  readonly activity?: string;
  /** TargetObject; its name and type go into the record. */
  readonly target?: PsValue;
  /** Type name of the target where it is not the value's own. */
  readonly targetType?: string;
  /** Properties of this kind of exception, beside those every exception has. */
  readonly exceptionMembers?: Readonly<Record<string, PsValue>>;
}

/** Builds an error record as PowerShell's ErrorCategoryInfo fills it in (MS-PSRP 2.2.3.15). */
export function errorRecord(parts: RecordParts): ErrorRecord {
  const target = parts.target ?? null;
  const record: ErrorRecordParts = {
    message: parts.message,
    fullyQualifiedErrorId: parts.id,
    category: parts.category,
    activity: parts.activity ?? '',
    reason: shortName(parts.exception),
    targetName: printed(target) ?? '',
    targetType: parts.targetType ?? shortName(netType(target)),
    recommendedAction: '',
    exceptionTypes: ancestry(parts.exception),
  };
  const exception = psObject({ adapted: parts.exceptionMembers ?? {} });
  return { ...record, raw: encodeErrorRecord({ ...record, raw: psObject({ extended: { Exception: exception } }) }) };
}

/** The same record about another target. */
export function withTarget(record: ErrorRecord, targetName: string, targetType: string): ErrorRecord {
  const about = { ...record, targetName, targetType };
  return { ...about, raw: encodeErrorRecord(about) };
}

function ancestry(exception: string): readonly string[] {
  const types = [exception];
  for (let parent = PARENTS[exception]; parent !== undefined; parent = PARENTS[parent]) types.push(parent);
  return types;
}

function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
