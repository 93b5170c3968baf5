import { failure, type Failure } from '../../../shared/errors.ts';
import { dictionaryOf, psObject, version } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import { asInteger, asText, dictionaryEntry, property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import type { HostFacts } from '../host/host.ts';
import type { ErrorRecord } from '../records.ts';
import { defaultThreadOptions, unknownApartmentState } from './enums.ts';
import { decodeErrorRecord, encodeErrorRecord, type ErrorRecordParts } from './error-record.ts';
import { hostInfo, isHostNull, nullHostInfo } from './host-info.ts';

/** SESSION_CAPABILITY (MS-PSRP 2.2.2.1): versions as text, such as 2.3. */
export interface SessionCapability {
  readonly protocolVersion: string;
  readonly psVersion: string;
  readonly serializationVersion: string;
}

/** What INIT_RUNSPACEPOOL asks for (MS-PSRP 2.2.2.2). */
export interface PoolRequest {
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
  readonly hostIsNull: boolean;
}

/** A pool's state on the wire (MS-PSRP 2.2.3.4); only these are sent: 6 and up are numbered differently by PowerShell and by MS-PSRP. */
export type PoolState = 'before-open' | 'opening' | 'opened' | 'closed' | 'closing' | 'broken';

const POOL_STATES: readonly PoolState[] = ['before-open', 'opening', 'opened', 'closed', 'closing', 'broken'];
const PRIMITIVE_DICTIONARY: readonly string[] = [
  'System.Management.Automation.PSPrimitiveDictionary',
  'System.Collections.Hashtable',
  'System.Object',
];

/** Writes the data of SESSION_CAPABILITY. */
export function encodeSessionCapability(capability: SessionCapability): string {
  return encodeClixml(
    psObject({
      extended: {
        protocolversion: version(capability.protocolVersion),
        PSVersion: version(capability.psVersion),
        SerializationVersion: version(capability.serializationVersion),
      },
    }),
  );
}

/** Reads the data of SESSION_CAPABILITY. Throws powershell.message-malformed when a version is missing. */
export function decodeSessionCapability(data: string): SessionCapability {
  const value = decodeClixml(data);
  const read = (name: string) => {
    const text = asText(property(value, name));
    if (text === null) throw malformed(`SESSION_CAPABILITY without ${name}`);
    return text;
  };
  return {
    protocolVersion: read('protocolversion'),
    psVersion: read('PSVersion'),
    serializationVersion: read('SerializationVersion'),
  };
}

/** Writes the data of INIT_RUNSPACEPOOL; `host` null = of a client without a screen (MS-PSRP 2.2.2.2, 2.2.3.14). */
export function encodeInitRunspacePool(minRunspaces: number, maxRunspaces: number, host: HostFacts | null): string {
  return encodeClixml(
    psObject({
      extended: {
        MinRunspaces: minRunspaces,
        MaxRunspaces: maxRunspaces,
        PSThreadOptions: defaultThreadOptions(),
        ApartmentState: unknownApartmentState(),
        HostInfo: host === null ? nullHostInfo() : hostInfo(host),
        ApplicationArguments: null,
      },
    }),
  );
}

/** Reads the data of INIT_RUNSPACEPOOL. Throws powershell.message-malformed when a count is missing. */
export function decodeInitRunspacePool(data: string): PoolRequest {
  const value = decodeClixml(data);
  const minRunspaces = asInteger(property(value, 'MinRunspaces'));
  const maxRunspaces = asInteger(property(value, 'MaxRunspaces'));
  if (minRunspaces === null || maxRunspaces === null) throw malformed('INIT_RUNSPACEPOOL without its counts');
  return { minRunspaces, maxRunspaces, hostIsNull: isHostNull(property(value, 'HostInfo')) };
}

/**
 * Writes the data of APPLICATION_PRIVATE_DATA (MS-PSRP 2.2.2.13): a PSVersionTable of the given entries, and nothing else.
 */
export function encodeApplicationPrivateData(versionTable: readonly (readonly [string, PsValue])[]): string {
  const table = dictionaryOf(versionTable, PRIMITIVE_DICTIONARY);
  const data = dictionaryOf([['PSVersionTable', table]], PRIMITIVE_DICTIONARY);
  return encodeClixml(psObject({ extended: { ApplicationPrivateData: data } }));
}

/** Reads the data of APPLICATION_PRIVATE_DATA: the dictionary, and PowerShell's version where the server says it. */
export function decodeApplicationPrivateData(data: string): {
  readonly value: PsValue;
  readonly powerShellVersion: string | null;
} {
  const value = property(decodeClixml(data), 'ApplicationPrivateData') ?? null;
  const table = dictionaryEntry(value, 'PSVersionTable');
  return { value, powerShellVersion: asText(dictionaryEntry(table, 'PSVersion')) };
}

/** Writes the data of RUNSPACEPOOL_STATE (MS-PSRP 2.2.2.9), with the error of a pool that broke. */
export function encodePoolState(state: PoolState, reason: ErrorRecordParts | null = null): string {
  const error: Readonly<Record<string, PsObject>> =
    reason === null ? {} : { ExceptionAsErrorRecord: encodeErrorRecord(reason) };
  return encodeClixml(psObject({ extended: { RunspaceState: POOL_STATES.indexOf(state), ...error } }));
}

/** Reads the data of RUNSPACEPOOL_STATE; the state is null where its number is none of `PoolState`. */
export function decodePoolState(data: string): {
  readonly state: PoolState | null;
  readonly reason: ErrorRecord | null;
} {
  const value = decodeClixml(data);
  const number = asInteger(property(value, 'RunspaceState'));
  if (number === null) throw malformed('RUNSPACEPOOL_STATE without a state');
  const reason = property(value, 'ExceptionAsErrorRecord');
  return {
    state: POOL_STATES[number] ?? null,
    reason: reason === undefined || reason === null ? null : decodeErrorRecord(reason),
  };
}

function malformed(reason: string): Failure {
  return failure('powershell.message-malformed', { reason });
}
