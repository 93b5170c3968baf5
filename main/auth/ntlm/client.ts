import { randomBytes } from 'node:crypto';
import { failure, type Failure } from '../../../shared/errors.ts';
import { accountName } from '../account-name.ts';
import { ntlmChannelBindings } from '../channel-binding.ts';
import type { ConnectionIdentity, ImmediateExchange, SignInChoice } from '../sign-in.ts';
import { AV, AV_FLAG_MIC, avFlags, encodeAvPairs, type AvPairs } from './av-pairs.ts';
import { CLIENT_FLAGS, FLAG, hasFlag } from './flags.ts';
import {
  decodeChallenge,
  encodeAuthenticate,
  encodeNegotiate,
  isNtlmMessage,
  withMic,
  type ChallengeMessage,
} from './messages.ts';
import { fileTime, lmV2Response, messageIntegrityCode, ntlmV2Blob, ntlmV2Response, ntowfv2 } from './ntlmv2.ts';
import { rc4 } from './rc4.ts';
import { unwrapSpnego, wrapSpnegoResponse } from '../spnego.ts';

/** What an exchange takes from outside, so that tests can hold it still. */
export interface NtlmSurroundings {
  /** Cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** Unix time in milliseconds; used only when the server gives no time of its own. */
  readonly now: () => number;
  /** Sent for the server's security log; may be empty. */
  readonly workstation: string;
}

const MAX_CHALLENGE_BASE64 = 64 * 1024;

/**
 * Client half of NTLMv2 over HTTP: NEGOTIATE, then AUTHENTICATE with MIC, channel binding, service name and key
 * exchange. Tokens are raw NTLMSSP under either scheme; a challenge in SPNEGO dress is answered in the same dress.
 * Throws sign-in.challenge-malformed when the server's challenge cannot be used. Source: MS-NLMP 3.1.5, MS-NTHT 3.1.
 */
export function createNtlmExchange(
  choice: SignInChoice,
  identity: ConnectionIdentity,
  surroundings: NtlmSurroundings = { random: randomBytes, now: Date.now, workstation: '' },
): ImmediateExchange {
  const httpScheme = choice.scheme === 'ntlm' ? 'NTLM' : 'Negotiate';
  const negotiate = encodeNegotiate(CLIENT_FLAGS);
  let started = false;
  return {
    httpScheme,
    mechanism: 'NTLM',
    bodyWithFirstLeg: false,
    next(challenge) {
      if (!started) {
        started = true;
        return { authorization: `${httpScheme} ${base64(negotiate)}`, last: false };
      }
      const { token, dressed } = challengeToken(challenge, httpScheme);
      const message = decodeChallenge(token);
      if (message === null) throw malformed(httpScheme, 'the NTLM challenge is cut or inconsistent');
      if (!hasFlag(message.flags, FLAG.unicode)) throw malformed(httpScheme, 'the server does not take Unicode');
      const answer = authenticate({ choice, identity, surroundings, negotiate, token, message });
      return { authorization: `${httpScheme} ${base64(dressed ? wrapSpnegoResponse(answer) : answer)}`, last: true };
    },
  };
}

function authenticate(input: {
  readonly choice: SignInChoice;
  readonly identity: ConnectionIdentity;
  readonly surroundings: NtlmSurroundings;
  readonly negotiate: Uint8Array;
  readonly token: Uint8Array;
  readonly message: ChallengeMessage;
}): Uint8Array {
  const { choice, surroundings, message } = input;
  const { domain, user } = accountName(choice.user);
  const serverTime = message.targetInfo.get(AV.timestamp);
  const timed = serverTime?.length === 8;
  const timestamp = timed ? serverTime : fileTime(surroundings.now());
  const clientChallenge = surroundings.random(8);
  const pairs = answerPairs(message.targetInfo, timed, choice, input.identity);

  const key = ntowfv2(choice.password, user, domain);
  const blob = ntlmV2Blob(timestamp, clientChallenge, encodeAvPairs(pairs));
  const { response, sessionBaseKey } = ntlmV2Response(key, message.serverChallenge, blob);
  const keyExchange = hasFlag(message.flags, FLAG.keyExchange);
  const exportedKey = keyExchange ? surroundings.random(16) : sessionBaseKey;

  const unsealed = encodeAuthenticate({
    flags: (message.flags & CLIENT_FLAGS) >>> 0,
    domain,
    user,
    workstation: surroundings.workstation,
    // MS-NLMP 3.1.5.1.2: 24 zero bytes when the server gave a time, for LMv2 is the weaker answer.
    lmResponse: timed ? new Uint8Array(24) : lmV2Response(key, message.serverChallenge, clientChallenge),
    ntResponse: response,
    encryptedSessionKey: keyExchange ? rc4(sessionBaseKey, exportedKey) : new Uint8Array(0),
  });
  if (!timed) return unsealed;
  return withMic(unsealed, messageIntegrityCode(exportedKey, input.negotiate, input.token, unsealed));
}

/** The server's pairs as they came, with what the client vouches for added. Source: MS-NLMP 3.1.5.1.2. */
function answerPairs(
  targetInfo: AvPairs,
  withMicFlag: boolean,
  choice: SignInChoice,
  identity: ConnectionIdentity,
): AvPairs {
  const pairs = new Map(targetInfo);
  if (withMicFlag) {
    const flags = Buffer.alloc(4);
    flags.writeUInt32LE((avFlags(targetInfo) | AV_FLAG_MIC) >>> 0);
    pairs.set(AV.flags, flags);
  }
  const bindings = choice.channelBinding === false ? null : ntlmChannelBindings(identity.certificateDer);
  // Sixteen zeros say "this client knows channel bindings and gives none" (MS-NLMP 3.1.5.1.2).
  pairs.set(AV.channelBindings, bindings ?? new Uint8Array(16));
  pairs.set(AV.targetName, Buffer.from(`HTTP/${identity.host}`, 'utf16le'));
  return pairs;
}

function challengeToken(challenge: string | null, scheme: string): { token: Uint8Array; dressed: boolean } {
  if (challenge === null || challenge === '') throw malformed(scheme, 'the server sent no challenge');
  if (challenge.length > MAX_CHALLENGE_BASE64) throw malformed(scheme, 'the challenge is too long');
  const bytes = Buffer.from(challenge, 'base64');
  if (isNtlmMessage(bytes, 2)) return { token: bytes, dressed: false };
  const inner = unwrapSpnego(bytes);
  if (inner?.kind !== 'response') throw malformed(scheme, 'the challenge is not NTLM');
  return { token: inner.token, dressed: true };
}

function malformed(scheme: string, reason: string): Failure {
  return failure('sign-in.challenge-malformed', { scheme, reason });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
