import { createRequire } from 'node:module';
import type { KerberosClient } from 'kerberos';
import { isOrder, type AuthenticatorAnswer, type AuthenticatorOrder } from './messages.ts';

/** The part of Electron's `process.parentPort` that is used. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

let client: KerberosClient | null = null;

listen();

/** Answers over Node's IPC channel or Electron's port, and ends with whoever started it. */
function listen(): void {
  if (process.send !== undefined) {
    process.on('message', (message) => void hear(message, (answer) => void process.send?.(answer)));
    process.on('disconnect', () => process.exit(0));
    return;
  }
  // Electron's type says it is always there; outside a utility process it is not.
  const { parentPort } = process as { readonly parentPort?: ParentPort | null };
  parentPort?.on('message', ({ data }) => void hear(data, (answer) => parentPort.postMessage(answer)));
}

async function hear(message: unknown, answer: (answer: AuthenticatorAnswer) => void): Promise<void> {
  if (isOrder(message)) answer(await carryOut(message));
}

async function carryOut(order: AuthenticatorOrder): Promise<AuthenticatorAnswer> {
  try {
    if (order.kind === 'load') {
      await import('kerberos');
      return { kind: 'token', token: '', complete: false };
    }
    if (order.kind === 'begin') client = await begin(order);
    if (client === null) return { kind: 'failed', what: 'kerberos', text: 'a step before the beginning' };
    const token = await client.step(order.kind === 'begin' ? '' : order.token);
    return { kind: 'token', token: token ?? '', complete: client.contextComplete };
  } catch (caught) {
    const reason = client === null ? loadingReason(caught) : caught;
    const text = reason instanceof Error ? reason.message : String(reason);
    return { kind: 'failed', what: client === null ? whatFailed(reason, text) : 'kerberos', text };
  }
}

/** The mechanism is Kerberos itself: under SPNEGO the system might choose NTLM, which was not asked for. */
async function begin({ service, account }: Extract<AuthenticatorOrder, { kind: 'begin' }>): Promise<KerberosClient> {
  const kerberos = await import('kerberos');
  const { GSS_C_MUTUAL_FLAG, GSS_C_REPLAY_FLAG, GSS_C_SEQUENCE_FLAG, GSS_C_INTEG_FLAG } = kerberos;
  const flags = GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_INTEG_FLAG;
  return await kerberos.initializeClient(service, { mechOID: kerberos.GSS_MECH_OID_KRB5, flags, ...account });
}

/** Of a compiled part that cannot be loaded the package tells only that there is no second one: asked again for its reason. */
function loadingReason(caught: unknown): unknown {
  if (codeOf(caught) !== 'MODULE_NOT_FOUND') return caught;
  try {
    createRequire(import.meta.url)('kerberos/build/Release/kerberos.node');
    return caught;
  } catch (reason) {
    return reason;
  }
}

/** The package or its compiled part, or the system's Kerberos library, which that opens (Linux). */
function whatFailed(caught: unknown, text: string): 'package' | 'library' | 'kerberos' {
  if (/^Opening library/.test(text)) return 'library';
  return ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(codeOf(caught))
    ? 'package'
    : 'kerberos';
}

function codeOf(caught: unknown): string {
  return caught instanceof Error && 'code' in caught ? String(caught.code) : '';
}
