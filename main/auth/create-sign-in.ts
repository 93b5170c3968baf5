import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { failure } from '../../shared/errors.ts';
import { createBasicExchange } from './basic.ts';
import { createKerberosExchange, type KerberosMeans } from './kerberos/exchange.ts';
import { createNegotiateExchange, type SignInMemory } from './negotiate.ts';
import { createNtlmExchange } from './ntlm/exchange.ts';
import type { ConnectionIdentity, ImmediateExchange, SignInChoice, SignInExchange } from './sign-in.ts';

/**
 * One sign-in for one connection, by the chosen scheme. `identity` is what the connection was found to be: the host
 * asked for and the certificate it showed. `memory` is shared by the connections of one transport. Without `kerberos`
 * Negotiate is NTLM alone. Throws sign-in.kerberos-missing, input.user-colon, input.user-too-long.
 */
export function createSignIn(
  choice: SignInChoice,
  identity: ConnectionIdentity,
  kerberos: KerberosMeans | null,
  memory: SignInMemory,
): SignInExchange {
  switch (choice.scheme) {
    case 'basic':
      return createBasicExchange(choice);
    case 'ntlm':
      return ntlm(choice, identity);
    case 'kerberos':
      if (kerberos === null) throw failure('sign-in.kerberos-missing', {});
      return createKerberosExchange(choice, identity, kerberos);
    case 'negotiate':
      if (kerberos === null) return ntlm(choice, identity);
      return createNegotiateExchange(choice, identity, kerberos, memory, ntlm(choice, identity));
  }
}

function ntlm(choice: SignInChoice, identity: ConnectionIdentity): ImmediateExchange {
  return createNtlmExchange(choice, identity, {
    random: randomBytes,
    now: Date.now,
    workstation: workstationName(),
  });
}

/** A NetBIOS-like name of this machine for the server's log: first label, 15 letters (MS-NLMP 3.1.1.1, Workstation). */
function workstationName(): string {
  const [label = ''] = hostname().split('.');
  return label.toUpperCase().slice(0, 15);
}
