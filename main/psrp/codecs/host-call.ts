import { failure } from '../../../shared/errors.ts';
import { enumOf, listOf, psObject } from '../clixml/build.ts';
import { asInteger, itemsOf, property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import { hostMethodName } from '../host/methods.ts';
import { encodeErrorRecord } from './error-record.ts';

/** A method of the client's host that the server calls (MS-PSRP 2.2.2.15, 2.2.2.27). */
export interface HostCall {
  /** -100 for a method without a result, which wants no answer. */
  readonly callId: bigint;
  /** RemoteHostMethodId, such as 26 for PromptForChoice (MS-PSRP 2.2.3.17). */
  readonly method: number;
  readonly parameters: readonly PsValue[];
}

const VOID_CALL = -100n;
const METHOD_TYPE = 'System.Management.Automation.Remoting.RemoteHostMethodId';

/** What the null host says to a server that asks it all the same. */
export const NO_USER_INTERFACE = 'The host of this session has no user interface.';

/** Whether the server waits for an answer to this call. */
export function wantsAnswer(call: HostCall): boolean {
  return call.callId !== VOID_CALL;
}

/** A host call, for RUNSPACEPOOL_HOST_CALL and PIPELINE_HOST_CALL. */
export function encodeHostCall(call: HostCall): PsObject {
  const mp = listOf(call.parameters, ['System.Collections.ArrayList', 'System.Object']);
  return psObject({ extended: { ci: call.callId, mi: methodOf(call), mp } });
}

/** Reads a host call. Throws powershell.message-malformed without its id or method. */
export function decodeHostCall(value: PsValue): HostCall {
  const callId = property(value, 'ci');
  const method = asInteger(property(value, 'mi'));
  if (typeof callId !== 'bigint' || method === null) {
    throw failure('powershell.message-malformed', { reason: 'a host call without its id or method' });
  }
  return { callId, method, parameters: itemsOf(property(value, 'mp')) };
}

/** The answer to a host call: what its method returns, null for one without a result (MS-PSRP 2.2.2.16, 2.2.2.28). */
export function encodeHostResult(call: HostCall, result: PsValue): PsObject {
  return psObject({ extended: { mr: result, ci: call.callId, mi: methodOf(call) } });
}

/** The answer to a host call that nobody can serve: an error, which the server's cmdlet sees at once (MS-PSRP 2.2.2.16, 2.2.2.28). */
export function encodeHostRefusal(call: HostCall, message: string): PsObject {
  const error = encodeErrorRecord({
    message,
    fullyQualifiedErrorId: 'HostFunctionNotImplemented',
    category: 'NotImplemented',
    activity: '',
    reason: 'HostException',
    targetName: '',
    targetType: '',
    recommendedAction: '',
    exceptionTypes: [
      'System.Management.Automation.Host.HostException',
      'System.Management.Automation.RuntimeException',
      'System.SystemException',
      'System.Exception',
      'System.Object',
    ],
  });
  return psObject({ extended: { ci: call.callId, mi: methodOf(call), me: error } });
}

/** Reads the answer to a host call: a value, or the error it was refused with (null where there is none). */
export function decodeHostResponse(value: PsValue): {
  readonly callId: bigint;
  readonly result: PsValue;
  readonly error: PsValue;
} {
  const callId = property(value, 'ci');
  if (typeof callId !== 'bigint') {
    throw failure('powershell.message-malformed', { reason: 'a host response without its id' });
  }
  return { callId, result: property(value, 'mr') ?? null, error: property(value, 'me') ?? null };
}

function methodOf({ method }: HostCall): PsObject {
  return enumOf(METHOD_TYPE, hostMethodName(method), method);
}
