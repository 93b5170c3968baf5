import type { DirectoryUser, SitePools } from '../../shared/models/directory-user.ts';
import { userPolicyName } from '../../shared/rules/policy-in-force.ts';
import type { CommandArgument } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import { answerObject, booleanOrNull, text, textOrNull, texts, type AnswerObject } from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';
import { isValue, joined } from './user-filter.ts';

/** The cmdlets of these reads: a role that has not the cmdlet has not the part. */
export const USER_CMDLETS = {
  users: 'Get-CsUser',
  effective: 'Get-CsEffectivePolicy',
  sites: 'Get-CsSite',
} as const;

/** So many users are asked for by address in one pipeline. */
const ADDRESSES_AT_ONCE = 50;

export interface ReadUsersOptions {
  /** Made by `user-filter.ts`; null = everybody. */
  readonly filter: string | null;
  /** At most so many; null = all. */
  readonly resultSize: number | null;
  readonly signal?: AbortSignal | undefined;
  /** Called with every user as he arrives. */
  readonly onUser: (user: DirectoryUser) => void;
}

/**
 * Reads users, one after another as they arrive. One without a SIP address signs in nowhere, no policy governs him, and
 * he is left out. Source: Get-CsUser help. Throws the session's Failures, the cmdlet's, or cmdlet.answer-unreadable.
 */
export async function readUsers(
  session: RemoteSession,
  { filter, resultSize, signal, onUser }: ReadUsersOptions,
): Promise<void> {
  const args: CommandArgument[] = [];
  if (filter !== null) args.push({ name: 'Filter', value: filter });
  if (resultSize !== null) args.push({ name: 'ResultSize', value: String(resultSize) });
  await runCmdlet(session, USER_CMDLETS.users, args, {
    signal,
    onOutput: (value) => {
      const user = directoryUser(answerObject(USER_CMDLETS.users, value));
      if (user !== null) onUser(user);
    },
  });
}

/** Reads the users of these SIP addresses, those who are there; by the address in small letters. Throws as readUsers does. */
export async function readUsersByAddress(
  session: RemoteSession,
  addresses: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, DirectoryUser>> {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  const found = new Map<string, DirectoryUser>();
  for (let at = 0; at < addresses.length; at += ADDRESSES_AT_ONCE) {
    const some = addresses.slice(at, at + ADDRESSES_AT_ONCE);
    await readUsers(session, {
      filter: joined(
        '-or',
        some.map((address) => isValue('SipAddress', address)),
      ),
      resultSize: null,
      signal,
      onUser: (user) => {
        const key = user.sipAddress.toLowerCase();
        if (wanted.has(key)) found.set(key, user);
      },
    });
  }
  return found;
}

/**
 * The external access policy that the server says is in force for a user, as policies are called; null = it says none.
 * Source: Get-CsEffectivePolicy help. Throws as readUsers does.
 */
export async function readEffectivePolicy(
  session: RemoteSession,
  sipAddress: string,
  signal?: AbortSignal,
): Promise<string | null> {
  let policy: string | null = null;
  await runCmdlet(session, USER_CMDLETS.effective, [{ name: 'Identity', value: sipAddress }], {
    signal,
    onOutput: (value) => (policy = textOrNull(answerObject(USER_CMDLETS.effective, value), 'ExternalAccessPolicy')),
  });
  return policy;
}

/** The sites and their pools. Source: Get-CsSite, a public sample of its output. Throws as readUsers does. */
export async function readSitePools(session: RemoteSession, signal?: AbortSignal): Promise<readonly SitePools[]> {
  const sites: SitePools[] = [];
  await runCmdlet(session, USER_CMDLETS.sites, [], {
    signal,
    onOutput: (value) => {
      const answer = answerObject(USER_CMDLETS.sites, value);
      sites.push({ site: text(answer, 'Identity'), pools: texts(answer, 'Pools') });
    },
  });
  return sites;
}

function directoryUser(answer: AnswerObject): DirectoryUser | null {
  const sipAddress = textOrNull(answer, 'SipAddress');
  if (sipAddress === null) return null;
  const policy = textOrNull(answer, 'ExternalAccessPolicy');
  return {
    sipAddress,
    displayName: textOrNull(answer, 'DisplayName') ?? '',
    enabled: booleanOrNull(answer, 'Enabled'),
    registrarPool: textOrNull(answer, 'RegistrarPool'),
    externalAccessPolicy: policy === null ? null : userPolicyName(policy),
  };
}
