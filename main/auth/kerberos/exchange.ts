import { failure, Failure } from '../../../shared/errors.ts';
import { accountName, namedUser } from '../account-name.ts';
import { isNtlmMessage } from '../ntlm/messages.ts';
import type { ConnectionIdentity, SignInChoice, SignInExchange } from '../sign-in.ts';
import { decodeSpnego, encodeSpnegoInit, framedMechanism, KERBEROS_LIST, KERBEROS_OID } from '../spnego.ts';
import type { AuthenticatorProcess, StartAuthenticator } from './authenticator.ts';
import { ticketByPassword, type OwnTicket } from './kinit.ts';
import type { AuthenticatorOrder } from './messages.ts';
import { principalOf, serviceName, spnOf } from './names.ts';
import { kerberosFailure, type Asked } from './problems.ts';

/** What Kerberos needs of the host program. */
export interface KerberosMeans {
  readonly start: StartAuthenticator;
  /** Milliseconds for a ticket server to answer; MIT's library alone would wait 27 s for a dead one. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 10_000;

/**
 * Client half of Kerberos over HTTP, in SPNEGO dress: one leg with the body, whose reply must prove the server. With an
 * empty user it is the person signed in to this workstation, else a ticket is got by the password. There are no channel
 * bindings: the library has none. `next` throws sign-in.kerberos-missing, kerberos-library, kinit-missing, kdc-silent,
 * spn-malformed, not-kerberos, those of kerberosFailure, and workstation.temporary-folder.
 * Source: RFC 4559 4, RFC 4178 4.2, RFC 4121.
 */
export function createKerberosExchange(
  choice: SignInChoice,
  identity: ConnectionIdentity,
  means: KerberosMeans,
): SignInExchange {
  const { host } = identity;
  const spn = spnOf(choice.spn ?? '', host);
  const principal = choice.user === '' ? namedUser('') : principalOf(choice.user, host);
  const asked: Asked = { spn, principal, host };
  let process_: AuthenticatorProcess | null = null;
  let ticket: OwnTicket | null = null;
  let ended = false;

  async function begin(within: AbortSignal): Promise<string> {
    const service = serviceName(spn, process.platform);
    const windows = process.platform === 'win32';
    if (choice.user !== '' && !windows) {
      const { domain, user } = accountName(choice.user);
      const enterprise = domain === '' && user.includes('@') ? user : '';
      // Without its package nothing comes of a ticket, and what is in the way of one is not what is to be told.
      const load = async (cache: string): Promise<void> => {
        within.throwIfAborted();
        process_ = means.start({ LC_ALL: 'C', KRB5CCNAME: cache });
        await ask({ kind: 'load' });
      };
      ticket = await ticketByPassword(choice.password, asked, enterprise, within, load);
      if (ended) await ticket.dispose();
    }
    within.throwIfAborted();
    const account = choice.user === '' || !windows ? null : { ...accountName(choice.user), password: choice.password };
    process_ ??= means.start({ LC_ALL: 'C' });
    return (await ask({ kind: 'begin', service, account })).token;
  }

  async function ask(order: AuthenticatorOrder): Promise<{ readonly token: string; readonly complete: boolean }> {
    if (process_ === null) throw failure('sign-in.kerberos-failed', { spn });
    const answer = await process_.ask(order).catch((caught: unknown) => {
      throw failure('sign-in.kerberos-failed', { spn }, { serverText: String(caught) }, caught);
    });
    if (answer.kind === 'token') return answer;
    if (answer.what === 'package') throw failure('sign-in.kerberos-missing', {}, { serverText: answer.text });
    if (answer.what === 'library') throw failure('sign-in.kerberos-library', {}, { serverText: answer.text });
    throw kerberosFailure(answer.text, asked);
  }

  /** Runs `work` until its end, our deadline, or the request's; what still runs is ended then. */
  async function limited<T>(signal: AbortSignal, work: (within: AbortSignal) => Promise<T>): Promise<T> {
    const deadlineMs = means.deadlineMs ?? DEADLINE_MS;
    const late = new AbortController();
    const stopped = Promise.withResolvers<never>();
    const stop = (): void => late.abort(signal.reason);
    const timer = setTimeout(() => {
      late.abort(
        failure('sign-in.kdc-silent', { user: principal, seconds: Math.max(1, Math.round(deadlineMs / 1000)) }),
      );
    }, deadlineMs);
    signal.addEventListener('abort', stop, { once: true });
    late.signal.addEventListener('abort', () => {
      dispose();
      // An abort's reason is the request's Failure, or ours.
      stopped.reject(late.signal.reason as Error);
    });
    if (signal.aborted) stop();
    try {
      return await Promise.race([work(late.signal), stopped.promise]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  function dispose(): void {
    ended = true;
    process_?.end();
    // The folder is deleted behind the sign-in: nobody waits for it, and a failure leaves a ticket that ends by itself.
    void ticket?.dispose().catch(() => undefined);
  }

  return {
    httpScheme: 'Negotiate',
    title: 'Kerberos',
    mechanism: 'Kerberos',
    bodyWithFirstLeg: true,
    async next(_challenge, signal) {
      const token = Buffer.from(await limited(signal, begin), 'base64');
      if (!isKerberos(token)) throw failure('sign-in.not-kerberos', { spn });
      const dressed = Buffer.from(encodeSpnegoInit(KERBEROS_LIST, token));
      return { authorization: `Negotiate ${dressed.toString('base64')}`, last: true };
    },
    async verify(token, signal) {
      const unproven = (text: string): Failure =>
        failure('sign-in.server-unproven', { host, scheme: 'Kerberos' }, text === '' ? {} : { serverText: text });
      const proof = undressed(token);
      if (proof === null) throw unproven('');
      try {
        const { complete } = await limited(signal, () => ask({ kind: 'step', token: proof }));
        if (!complete) throw unproven('');
      } catch (caught) {
        if (signal.aborted || !(caught instanceof Failure)) throw caught;
        throw unproven(caught.error.details.serverText ?? '');
      }
    },
    async refused(token, signal) {
      const reason = undressed(token);
      if (reason === null) throw failure('sign-in.ticket-refused', { spn, host });
      // A server that says why sends Kerberos' own error message; the library reads it.
      try {
        await limited(signal, () => ask({ kind: 'step', token: reason }));
      } catch (caught) {
        if (signal.aborted || !(caught instanceof Failure) || caught.error.code === 'sign-in.clock-skew') throw caught;
        throw failure('sign-in.ticket-refused', { spn, host }, caught.error.details, caught);
      }
      throw failure('sign-in.ticket-refused', { spn, host });
    },
    dispose,
  };
}

/** The mechanism's own token in a server's, base64; null when there is none. */
function undressed(token: string | null): string | null {
  if (token === null) return null;
  const bytes = Buffer.from(token, 'base64');
  const inner = decodeSpnego(bytes)?.token;
  if (inner) return Buffer.from(inner).toString('base64');
  return framedMechanism(bytes) === KERBEROS_OID ? token : null;
}

/** Windows' Kerberos frames its token as GSS-API does. */
function isKerberos(token: Uint8Array): boolean {
  return !isNtlmMessage(token, 1) && framedMechanism(token) === KERBEROS_OID;
}
