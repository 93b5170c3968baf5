import { failure, type Failure } from '../../../shared/errors.ts';
import { accountName } from '../account-name.ts';
import { ntlmChannelBindings } from '../channel-binding.ts';
import type { ConnectionIdentity, SignInChoice } from '../sign-in.ts';
import { AV, AV_FLAG_MIC, avFlags, encodeAvPairs, type AvPairs } from './av-pairs.ts';
import { CLIENT_FLAGS, FLAG, hasFlag } from './flags.ts';
import { decodeChallenge, encodeAuthenticate, encodeNegotiate, withMic, type ChallengeMessage } from './messages.ts';
import { fileTime, lmV2Response, messageIntegrityCode, ntlmV2Blob, ntlmV2Response, ntowfv2 } from './ntlmv2.ts';
import { rc4 } from './rc4.ts';
import type { NtlmSession } from './signature.ts';

/** UTF-16 units of a user or domain: a field's length is told in 16 bits, in bytes (MS-NLMP 2.2.1.3). */
const MAX_NAME_LENGTH = 32_767;
const SHOWN_NAME_LENGTH = 64;

/** What an exchange takes from outside, so that tests can hold it still. */
export interface NtlmSurroundings {
  /** Cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** Unix time in milliseconds; used only when the server gives no time of its own. */
  readonly now: () => number;
  /** Sent for the server's security log; may be empty. */
  readonly workstation: string;
}

/** The answer to a challenge, and what it leaves behind. */
interface NtlmResponse {
  readonly token: Uint8Array;
  readonly session: NtlmSession;
}

/** One NTLMv2 sign-in by its bare messages. */
interface NtlmClient {
  /** NEGOTIATE, the same however often it is sent. */
  readonly negotiate: Uint8Array;
  /** AUTHENTICATE for a CHALLENGE. Throws sign-in.challenge-malformed when that cannot be used. */
  answer(challenge: Uint8Array): NtlmResponse;
}

/**
 * Client half of NTLMv2: NEGOTIATE, then AUTHENTICATE with MIC, channel binding, service name and key exchange. Throws
 * input.user-too-long. Source: MS-NLMP 3.1.5.
 */
export function createNtlmClient(
  choice: SignInChoice,
  identity: ConnectionIdentity,
  surroundings: NtlmSurroundings,
): NtlmClient {
  const { user, domain } = accountName(choice.user);
  if (Math.max(user.length, domain.length) > MAX_NAME_LENGTH) {
    const shown = `${choice.user.slice(0, SHOWN_NAME_LENGTH)}…`;
    throw failure('input.user-too-long', { user: shown, limit: MAX_NAME_LENGTH });
  }
  const negotiate = encodeNegotiate(CLIENT_FLAGS);
  return {
    negotiate,
    answer(token) {
      const message = decodeChallenge(token);
      if (message === null) throw malformed(choice, 'the NTLM challenge is cut or inconsistent');
      if (!hasFlag(message.flags, FLAG.unicode)) throw malformed(choice, 'the server does not take Unicode');
      return authenticate({ choice, identity, surroundings, negotiate, token, message });
    },
  };
}

/** The HTTP scheme a choice's NTLM goes under. */
export function ntlmScheme(choice: SignInChoice): 'NTLM' | 'Negotiate' {
  return choice.scheme === 'ntlm' ? 'NTLM' : 'Negotiate';
}

/** `sign-in.challenge-malformed` for what a server answered to an NTLM message; `serverText` = its own words. */
export function malformed(choice: SignInChoice, reason: string, serverText?: string): Failure {
  const details = serverText === undefined ? {} : { serverText };
  return failure('sign-in.challenge-malformed', { scheme: ntlmScheme(choice), reason }, details);
}

function authenticate(input: {
  readonly choice: SignInChoice;
  readonly identity: ConnectionIdentity;
  readonly surroundings: NtlmSurroundings;
  readonly negotiate: Uint8Array;
  readonly token: Uint8Array;
  readonly message: ChallengeMessage;
}): NtlmResponse {
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

  const flags = (message.flags & CLIENT_FLAGS) >>> 0;
  const unsealed = encodeAuthenticate({
    flags,
    domain,
    user,
    workstation: surroundings.workstation,
    // MS-NLMP 3.1.5.1.2: 24 zero bytes when the server gave a time, for LMv2 is the weaker answer.
    lmResponse: timed ? new Uint8Array(24) : lmV2Response(key, message.serverChallenge, clientChallenge),
    ntResponse: response,
    encryptedSessionKey: keyExchange ? rc4(sessionBaseKey, exportedKey) : new Uint8Array(0),
  });
  const session = { exportedKey, flags, mic: timed };
  if (!timed) return { token: unsealed, session };
  const mic = messageIntegrityCode(exportedKey, input.negotiate, input.token, unsealed);
  return { token: withMic(unsealed, mic), session };
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
