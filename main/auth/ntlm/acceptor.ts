import { randomBytes, timingSafeEqual } from 'node:crypto';
import { ntlmChannelBindings } from '../channel-binding.ts';
import { AV, AV_FLAG_MIC, avFlags, decodeAvPairs, encodeAvPairs, type AvPairs } from './av-pairs.ts';
import { FLAG, hasFlag } from './flags.ts';
import {
  decodeAuthenticate,
  decodeNegotiate,
  encodeChallenge,
  readMic,
  withMic,
  type AuthenticateMessage,
} from './messages.ts';
import { fileTime, messageIntegrityCode, ntlmV2Response, ntowfv2 } from './ntlmv2.ts';
import { rc4 } from './rc4.ts';
import type { NtlmSession } from './signature.ts';

/** How a server names itself in its challenge. Source: MS-NLMP 2.2.2.1. */
export interface NtlmTarget {
  readonly domain: string;
  readonly computer: string;
  readonly dnsDomain: string;
  readonly dnsComputer: string;
}

export interface NtlmAcceptorOptions {
  readonly accounts: (user: string, domain: string) => { readonly password: string } | null;
  readonly certificateDer: Uint8Array;
  readonly strict: boolean;
  readonly target: NtlmTarget;
}

export type NtlmAnswer =
  | { readonly kind: 'challenge'; readonly token: Uint8Array }
  | { readonly kind: 'accepted'; readonly user: string; readonly domain: string; readonly session: NtlmSession }
  | { readonly kind: 'refused'; readonly reason: string };

/** One connection's server half: takes an NTLMSSP token, gives the answer to it. */
export interface NtlmAcceptor {
  accept(token: Uint8Array): NtlmAnswer;
}

/** The two messages that a MIC covers besides the last one. */
interface Pending {
  readonly negotiate: Uint8Array;
  readonly challenge: Uint8Array;
  readonly serverChallenge: Uint8Array;
}

/** What the server agrees to when the client asks. On HTTPS nothing is sealed, but gss-ntlmssp insists on the flag. */
const SERVER_FLAGS =
  FLAG.requestTarget |
  FLAG.sign |
  FLAG.seal |
  FLAG.ntlm |
  FLAG.alwaysSign |
  FLAG.extendedSessionSecurity |
  FLAG.version |
  FLAG.key128 |
  FLAG.keyExchange |
  FLAG.key56;

/** NTProofStr, then at least the fixed part of the blob and an end mark (MS-NLMP 2.2.2.8). */
const SHORTEST_NTLMV2 = 16 + 28 + 4;
const PROOF_LENGTH = 16;
const BLOB_PAIRS_OFFSET = 28;
const NO_BINDINGS = Buffer.alloc(16);

/**
 * Server half of NTLMv2 for one connection, raw NTLMSSP tokens in and out. Takes the short NEGOTIATE and the
 * AUTHENTICATE without Version that curl sends. NTLMv1 and LM answers are refused. An unknown account gets the same
 * answer as a wrong password, for about the same work. Source: MS-NLMP 3.2.5.1.
 */
export function createNtlmAcceptor(options: NtlmAcceptorOptions): NtlmAcceptor {
  let pending: Pending | null = null;
  return {
    accept(token) {
      const negotiate = decodeNegotiate(token);
      if (negotiate !== null) {
        pending = challengeFor(token, negotiate.flags, options.target);
        return pending === null
          ? refused('the client offers neither Unicode nor OEM text')
          : { kind: 'challenge', token: pending.challenge };
      }
      const challenged = pending;
      // A challenge is answered once: a second guess needs a new one.
      pending = null;
      const message = decodeAuthenticate(token);
      if (message === null) return refused('not an NTLM message');
      if (challenged === null) return refused('an answer without a challenge');
      return judge(token, message, challenged, options);
    },
  };
}

function challengeFor(negotiate: Uint8Array, asked: number, target: NtlmTarget): Pending | null {
  const text = hasFlag(asked, FLAG.unicode) ? FLAG.unicode : asked & FLAG.oem;
  if (text === 0) return null;
  const named = hasFlag(asked, FLAG.requestTarget) ? FLAG.targetTypeDomain : 0;
  const serverChallenge = randomBytes(8);
  const unicode = (value: string): Uint8Array => Buffer.from(value, 'utf16le');
  const challenge = encodeChallenge({
    flags: ((asked & SERVER_FLAGS) | text | named | FLAG.targetInfo | FLAG.version) >>> 0,
    serverChallenge,
    targetName: named === 0 ? '' : target.domain,
    targetInfo: encodeAvPairs(
      new Map([
        [AV.netbiosDomain, unicode(target.domain)],
        [AV.netbiosComputer, unicode(target.computer)],
        [AV.dnsDomain, unicode(target.dnsDomain)],
        [AV.dnsComputer, unicode(target.dnsComputer)],
        [AV.timestamp, fileTime(Date.now())],
      ]),
    ),
  });
  return { negotiate, challenge, serverChallenge };
}

function judge(
  token: Uint8Array,
  message: AuthenticateMessage,
  pending: Pending,
  options: NtlmAcceptorOptions,
): NtlmAnswer {
  if (message.ntResponse.length < SHORTEST_NTLMV2) return refused('not an NTLMv2 answer');
  const blob = message.ntResponse.subarray(PROOF_LENGTH);
  const pairs = decodeAvPairs(blob.subarray(BLOB_PAIRS_OFFSET));
  if (pairs === null) return refused('the NTLMv2 blob is malformed');

  const account = options.accounts(message.user, message.domain);
  const key = ntowfv2(account?.password ?? randomBytes(16).toString('hex'), message.user, message.domain);
  const expected = ntlmV2Response(key, pending.serverChallenge, blob);
  const proven = timingSafeEqual(
    expected.response.subarray(0, PROOF_LENGTH),
    message.ntResponse.subarray(0, PROOF_LENGTH),
  );
  const session = {
    exportedKey: exportedKeyOf(message, expected.sessionBaseKey),
    flags: message.flags,
    mic: (avFlags(pairs) & AV_FLAG_MIC) !== 0,
  };
  const intact = micHolds(token, pending, session, options.strict);
  const bound = bindingHolds(pairs, options);
  if (!proven || account === null) return refused('wrong user or password');
  if (!intact) return refused('the message integrity code is wrong or missing');
  if (!bound) return refused('the channel binding is wrong or missing');
  return { kind: 'accepted', user: message.user, domain: message.domain, session };
}

function exportedKeyOf(message: AuthenticateMessage, sessionBaseKey: Uint8Array): Uint8Array {
  const exchanged = hasFlag(message.flags, FLAG.keyExchange) && message.encryptedSessionKey.length === 16;
  return exchanged ? rc4(sessionBaseKey, message.encryptedSessionKey) : sessionBaseKey;
}

/** MsvAvFlags, which the proof covers, decides whether there must be a MIC; nothing in the clear can take it away. */
function micHolds(token: Uint8Array, pending: Pending, session: NtlmSession, strict: boolean): boolean {
  if (!session.mic) return !strict;
  const mic = readMic(token);
  if (mic === null) return false;
  const covered = withMic(token, new Uint8Array(16));
  return timingSafeEqual(mic, messageIntegrityCode(session.exportedKey, pending.negotiate, pending.challenge, covered));
}

/** Absent, or sixteen zeros, is "no binding given" (MS-NLMP 3.2.5.1.2); a given one must be this connection's. */
function bindingHolds(pairs: AvPairs, options: NtlmAcceptorOptions): boolean {
  const given = pairs.get(AV.channelBindings);
  if (given === undefined || NO_BINDINGS.equals(given)) return !options.strict;
  const expected = ntlmChannelBindings(options.certificateDer);
  return expected !== null && given.length === expected.length && timingSafeEqual(given, expected);
}

function refused(reason: string): NtlmAnswer {
  return { kind: 'refused', reason };
}
