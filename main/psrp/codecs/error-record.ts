import { psObject } from '../clixml/build.ts';
import { asInteger, asText, isPsObject, property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import type { ErrorRecord } from '../records.ts';
import { errorCategoryName, errorCategoryNumber } from './error-category.ts';

/** What a sender says of an error; of `raw` only what the exception has of its own is sent. */
export type ErrorRecordParts = Omit<ErrorRecord, 'raw'> & { readonly raw?: PsValue };

const RECORD_TYPES: readonly string[] = ['System.Management.Automation.ErrorRecord', 'System.Object'];
const DATA_TYPES: readonly string[] = ['System.Collections.ListDictionaryInternal', 'System.Object'];
/** COR_E_EXCEPTION, what .NET gives an exception that has no number of its own. */
const HRESULT = -2_146_233_088;

/**
 * An error record as PowerShell serialises it (MS-PSRP 2.2.3.15), for ERROR_RECORD, the reason of a state and the answer
 * to a host call. The message is the exception's; ErrorDetails are sent only when there is a recommended action.
 * The adapted members the exception of `raw` has beside those of every exception go along: a binding error is told by its
 * ParameterName and ErrorId, a missing command by its CommandName (System.Management.Automation's exceptions).
 */
export function encodeErrorRecord(record: ErrorRecordParts): PsObject {
  const [exceptionType = 'System.Exception'] = record.exceptionTypes;
  const common: Readonly<Record<string, PsValue>> = {
    Message: record.message,
    Data: psObject({ types: DATA_TYPES, dictionary: [] }),
    InnerException: null,
    TargetSite: null,
    StackTrace: null,
    HelpLink: null,
    Source: null,
    HResult: HRESULT,
  };
  const exception = psObject({
    types: record.exceptionTypes.length > 0 ? record.exceptionTypes : ['System.Exception', 'System.Object'],
    text: `${exceptionType}: ${record.message}`,
    adapted: new Map([...Object.entries(common), ...ownMembers(record.raw, common)]),
  });
  const details: Readonly<Record<string, PsValue>> =
    record.recommendedAction === ''
      ? {}
      : { ErrorDetails_Message: record.message, ErrorDetails_RecommendedAction: record.recommendedAction };
  return psObject({
    types: RECORD_TYPES,
    text: record.message,
    extended: {
      Exception: exception,
      TargetObject: record.targetName === '' ? null : record.targetName,
      FullyQualifiedErrorId: record.fullyQualifiedErrorId,
      InvocationInfo: null,
      ErrorCategory_Category: errorCategoryNumber(record.category),
      ErrorCategory_Activity: record.activity,
      ErrorCategory_Reason: record.reason,
      ErrorCategory_TargetName: record.targetName,
      ErrorCategory_TargetType: record.targetType,
      ErrorCategory_Message: categoryMessage(record),
      ...details,
      SerializeExtendedInfo: false,
    },
  });
}

/**
 * Reads an error record (MS-PSRP 2.2.3.15). Never throws: whatever a server sends as an error is an error, a bare string
 * too, and what is missing is empty text.
 */
export function decodeErrorRecord(value: PsValue): ErrorRecord {
  const exception = property(value, 'Exception');
  const text = (name: string) => asText(property(value, name)) ?? '';
  const reason = text('ErrorCategory_Reason');
  return {
    message:
      nonEmpty(text('ErrorDetails_Message')) ??
      nonEmpty(asText(property(exception, 'Message'))) ??
      nonEmpty(asText(value)) ??
      reason,
    fullyQualifiedErrorId: text('FullyQualifiedErrorId'),
    category: errorCategoryName(asInteger(property(value, 'ErrorCategory_Category')) ?? 0),
    activity: text('ErrorCategory_Activity'),
    reason,
    targetName: text('ErrorCategory_TargetName'),
    targetType: text('ErrorCategory_TargetType'),
    recommendedAction: text('ErrorDetails_RecommendedAction'),
    exceptionTypes: isPsObject(exception) ? exception.types : [],
    raw: value,
  };
}

/** The adapted members of a record's exception whose names are not among the common ones, whatever their case. */
function ownMembers(
  raw: PsValue | undefined,
  common: Readonly<Record<string, PsValue>>,
): readonly (readonly [name: string, value: PsValue])[] {
  const exception = property(raw, 'Exception');
  if (!isPsObject(exception)) return [];
  const names = new Set(Object.keys(common).map((name) => name.toLowerCase()));
  return [...exception.adapted].filter(([name]) => !names.has(name.toLowerCase()));
}

/** The line ErrorCategoryInfo.GetMessage makes: `ObjectNotFound: (fabrikam.com:String) [Get-CsAllowedDomain], ReasonException`. */
function categoryMessage(record: ErrorRecordParts): string {
  const target = `${record.targetName}:${record.targetType}`;
  return `${record.category}: (${target}) [${record.activity}], ${record.reason}`;
}

function nonEmpty(text: string | null): string | undefined {
  return text === null || text === '' ? undefined : text;
}
