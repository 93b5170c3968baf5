import { enumOf, listOf, psObject, scalar, dateTime } from '../clixml/build.ts';
import { asInteger, asText, itemsOf, property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import type { InformationRecord, ProgressRecord } from '../records.ts';

/** The three streams that carry one line of text each (MS-PSRP 2.2.3.16). */
export type TextStream = 'warning' | 'verbose' | 'debug';

const RECORD_NAMES: Readonly<Record<TextStream, string>> = {
  warning: 'WarningRecord',
  verbose: 'VerboseRecord',
  debug: 'DebugRecord',
};
const STRING_LIST: readonly string[] = [
  'System.Collections.Generic.List`1[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral, ' +
    'PublicKeyToken=b77a5c561934e089]]',
  'System.Object',
];

/** A warning, verbose or debug record, without invocation info (MS-PSRP 2.2.3.16). */
export function encodeTextRecord(stream: TextStream, text: string): PsObject {
  const base = 'System.Management.Automation';
  return psObject({
    types: [`${base}.${RECORD_NAMES[stream]}`, `${base}.InformationalRecord`, 'System.Object'],
    text,
    extended: { InformationalRecord_Message: text, InformationalRecord_SerializeInvocationInfo: false },
  });
}

/** The text of a warning, verbose or debug record; of anything else its own text, for no stream is lost over its form. */
export function decodeTextRecord(value: PsValue): string {
  return asText(property(value, 'InformationalRecord_Message')) ?? asText(value) ?? '';
}

/** A progress record (MS-PSRP 2.2.2.25). */
export function encodeProgressRecord(record: ProgressRecord): PsObject {
  const typeName = 'System.Management.Automation.ProgressRecordType';
  return psObject({
    extended: {
      Activity: record.activity,
      ActivityId: record.activityId,
      StatusDescription: record.status,
      CurrentOperation: record.currentOperation === '' ? null : record.currentOperation,
      ParentActivityId: record.parentActivityId,
      PercentComplete: record.percentComplete,
      Type: record.completed ? enumOf(typeName, 'Completed', 1) : enumOf(typeName, 'Processing', 0),
      SecondsRemaining: record.secondsRemaining,
    },
  });
}

/** Reads a progress record; what is missing is empty text, or -1 as PowerShell says unknown. */
export function decodeProgressRecord(value: PsValue): ProgressRecord {
  const text = (name: string) => asText(property(value, name)) ?? '';
  const number = (name: string) => asInteger(property(value, name)) ?? -1;
  return {
    activity: text('Activity'),
    activityId: number('ActivityId'),
    parentActivityId: number('ParentActivityId'),
    status: text('StatusDescription'),
    currentOperation: text('CurrentOperation'),
    percentComplete: number('PercentComplete'),
    secondsRemaining: number('SecondsRemaining'),
    completed: asInteger(property(value, 'Type')) === 1,
  };
}

/** An information record made at `time`, without the sender's user, computer and process (MS-PSRP 2.2.2.26). */
export function encodeInformationRecord(record: InformationRecord, time: Date): PsObject {
  return psObject({
    extended: {
      MessageData: record.data,
      Source: record.source,
      TimeGenerated: dateTime(time),
      Tags: listOf(record.tags, STRING_LIST),
      User: '',
      Computer: '',
      ProcessId: scalar('U32', '0'),
      NativeThreadId: scalar('U32', '0'),
      ManagedThreadId: scalar('U32', '0'),
    },
  });
}

/** Reads an information record; the text of one from Write-Host is its MessageData's own. */
export function decodeInformationRecord(value: PsValue): InformationRecord {
  const data = property(value, 'MessageData') ?? null;
  return {
    data,
    text: asText(property(data, 'Message')) ?? asText(data) ?? '',
    source: asText(property(value, 'Source')) ?? '',
    tags: itemsOf(property(value, 'Tags')).map((tag) => asText(tag) ?? ''),
  };
}
