import { failure, Failure, isCountedRefusal } from '../../shared/errors.ts';
import { createKerberosExchange, type KerberosMeans } from './kerberos/exchange.ts';
import { mayHaveTicket } from './kerberos/names.ts';
import { whyNoKerberos } from './kerberos/why.ts';
import type { ConnectionIdentity, SignInChoice, SignInExchange } from './sign-in.ts';

/** What the connections of one transport know of Kerberos there: why there was none, so that each does not ask again. */
export interface SignInMemory {
  noKerberos: Failure | null;
}

/**
 * Kerberos first and NTLM after it, for one sign-in. NTLM needs a user and a password: for the person signed in to this
 * workstation there is Kerberos alone, and its error is thrown. What went wrong with Kerberos is kept, and said when
 * NTLM is refused too (sign-in.kerberos-and-ntlm). Source: RFC 4559 4, MS-SPNG 3.1.5.
 */
export function createNegotiateExchange(
  choice: SignInChoice,
  identity: ConnectionIdentity,
  means: KerberosMeans,
  memory: SignInMemory,
  ntlm: SignInExchange,
): SignInExchange {
  const current = choice.user === '';
  const kerberos =
    current || mayHaveTicket(choice.spn ?? '', identity.host) ? createKerberosExchange(choice, identity, means) : null;
  let why = current ? null : memory.noKerberos;
  let now: SignInExchange | null = kerberos === null || why !== null ? ntlm : null;

  return {
    httpScheme: 'Negotiate',
    bodyWithFirstLeg: false,
    get mechanism() {
      return now === kerberos ? 'Kerberos' : 'NTLM';
    },
    async next(challenge, signal) {
      if (now !== null || kerberos === null) return await ntlm.next(challenge, signal);
      try {
        const step = await kerberos.next(challenge, signal);
        now = kerberos;
        return step;
      } catch (caught) {
        if (current || signal.aborted || !(caught instanceof Failure)) throw caught;
        // The same password by NTLM would be refused a second time, and counted.
        if (isCountedRefusal(caught.error)) throw caught;
        why = memory.noKerberos = caught;
        now = ntlm;
        return await ntlm.next(null, signal);
      }
    },
    async verify(token, signal) {
      await now?.verify?.(token, signal);
    },
    async refused(token, signal) {
      if (now === kerberos && kerberos !== null) {
        try {
          return (await kerberos.refused?.(token, signal)) ?? false;
        } catch (caught) {
          if (current || signal.aborted || !(caught instanceof Failure)) throw caught;
          why = memory.noKerberos = caught;
          now = ntlm;
          return true;
        }
      }
      if (await ntlm.refused?.(token, signal)) return true;
      // Where there can be no ticket nothing has gone wrong with Kerberos.
      if (why === null) return false;
      const values = { user: choice.user, reason: whyNoKerberos(why.error) };
      throw failure('sign-in.kerberos-and-ntlm', values, why.error.details, why);
    },
    dispose: () => kerberos?.dispose?.(),
  };
}
