import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { failure } from '../../shared/errors.ts';
import { createBasicExchange } from './basic.ts';
import { createNtlmExchange } from './ntlm/client.ts';
import type { ConnectionIdentity, SignInChoice, SignInExchange } from './sign-in.ts';

/**
 * One sign-in for one connection, by the chosen scheme. `identity` is what the connection was found to be: the host
 * asked for and the certificate it showed. The exchange's `next` throws sign-in.challenge-malformed.
 */
export function createSignIn(choice: SignInChoice, identity: ConnectionIdentity): SignInExchange {
  switch (choice.scheme) {
    case 'basic':
      return createBasicExchange(choice);
    case 'kerberos':
      throw failure('sign-in.not-offered', { wanted: 'Kerberos', offered: '' });
    case 'ntlm':
    case 'negotiate':
      return createNtlmExchange(choice, identity, {
        random: randomBytes,
        now: Date.now,
        workstation: workstationName(),
      });
  }
}

/** A NetBIOS-like name of this machine for the server's log: first label, 15 letters (MS-NLMP 3.1.1.1, Workstation). */
function workstationName(): string {
  const [label = ''] = hostname().split('.');
  return label.toUpperCase().slice(0, 15);
}
