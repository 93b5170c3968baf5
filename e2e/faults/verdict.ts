import type { ErrorCode, Failure } from '../../shared/errors.ts';
import type { Fault } from './fault.ts';
import type { Strike } from './tally.ts';

/** While a session is opened nothing is in doubt, and the same has a name of its own. */
const LOST: readonly ErrorCode[] = ['network.lost', 'network.broke-off'];

/** How an act may end that could not be carried out, by what struck it; success is for the act itself to prove. */
const CODES: Readonly<Record<Fault, readonly ErrorCode[]>> = {
  latency: [],
  slices: [],
  blackhole: ['network.timeout'],
  stall: ['network.timeout'],
  reset: LOST,
  cut: LOST,
  garbage: LOST,
  noise: ['ws-management.fault', 'ws-management.reply-malformed'],
  duplicate: ['ws-management.reply-malformed'],
};
const BROKEN_OFF: ReadonlySet<Fault> = new Set<Fault>(['reset', 'cut', 'garbage']);

/** What is wrong with how an act ended (null = it succeeded), or null. */
export function verdictOn(outcome: Failure | null, strike: Strike): string | null {
  if (outcome === null || allowed(strike).includes(outcome.error.code)) return null;
  return `it ended in ${outcome.error.code}`;
}

function allowed({ fault, message, direction }: Strike): readonly ErrorCode[] {
  // Bytes that are no HTTP are said to be that; where the server got them, it hangs up.
  const unreadable = fault === 'garbage' && direction === 'reply';
  const codes: readonly ErrorCode[] = unreadable ? ['network.malformed'] : CODES[fault];
  if (codes.length === 0) return codes;
  switch (message) {
    case 'hello':
      // Bytes that no record of TLS begins with are said to be that; where the server got them, it hangs up.
      if (fault === 'garbage' && direction === 'reply') return ['tls.not-tls'];
      return BROKEN_OFF.has(fault) ? ['tls.handshake'] : codes;
    case 'sign-in':
      // A token that is not the one sent, or a second challenge, is answered by a server as a wrong password is.
      return fault === 'noise' || fault === 'duplicate' ? ['sign-in.refused'] : codes;
    case 'receive':
    case 'stop':
    case 'terminate':
      // What was on the connection is gone, and that is what counts, not how.
      return [...codes, 'powershell.fragments-lost'];
    case 'create':
    case 'command':
    case 'send':
    case 'delete':
    case 'get':
      return codes;
  }
}
