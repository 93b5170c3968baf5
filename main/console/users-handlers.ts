import type {
  EffectivePolicy,
  UserListRow,
  UserLookedUp,
  UsersFound,
  UsersLookedUp,
} from '../../shared/contract/users.ts';
import type { RequestInput } from '../../shared/contract/requests.ts';
import { failure } from '../../shared/errors.ts';
import type { DirectoryUser } from '../../shared/models/directory-user.ts';
import { NOUNS } from '../../shared/nouns/nouns.ts';
import { userRow } from '../../shared/nouns/user-row.ts';
import { requireCmdlet } from '../../shared/plan/abilities.ts';
import { nounVersion } from '../../shared/plan/row-version.ts';
import { policyResolver, samePolicy } from '../../shared/rules/policy-in-force.ts';
import { readNounRows } from '../cs/nouns.ts';
import { governedFilter, nameFilter, queryFilter, queryMatches, userNamed } from '../cs/user-queries.ts';
import { readEffectivePolicy, readSitePools, readUsers, readUsersByAddress, USER_CMDLETS } from '../cs/users.ts';
import type { OpenSession } from './deployment-session.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';
import { partOf } from './one-part.ts';
import { tellFound, type Found } from './users-found.ts';

type UserRequest = 'users.search' | 'users.governed' | 'users.effective' | 'users.lookup';

/** The requests on users; they are written as anything is, by a plan. */
export const usersHandlers: Pick<Handlers, UserRequest> = {
  'users.search': search,
  'users.governed': governed,
  'users.effective': effective,
  'users.lookup': lookUp,
};

/** So many names are looked up in one pipeline. */
const NAMES_AT_ONCE = 50;

async function search(tools: HandlerTools, input: RequestInput<'users.search'>, caller: Caller): Promise<UsersFound> {
  const { query, limit } = input;
  return await find(tools, input, caller, async ({ session }, found) => {
    let read = 0;
    await readUsers(session, {
      filter: queryFilter(query),
      // One more than is shown says whether there are more.
      resultSize: limit + 1,
      signal: caller.signal,
      onUser: (user) => {
        read += 1;
        if (read <= limit && queryMatches(query, user)) found.add(user);
      },
    });
    return read > limit;
  });
}

async function governed(
  tools: HandlerTools,
  input: RequestInput<'users.governed'>,
  caller: Caller,
): Promise<UsersFound> {
  const { signal } = caller;
  return await find(tools, input, caller, async (open, found) => {
    const { policies, sites } = await readScopes(open, signal);
    const resolve = policyResolver(policies, sites);
    await readUsers(open.session, {
      filter: governedFilter(input.policy, sites),
      resultSize: null,
      signal,
      onUser: (user) => {
        if (samePolicy(resolve(user).policy, input.policy)) found.add(user);
        else found.pass();
      },
    });
    return false;
  });
}

async function effective(
  tools: HandlerTools,
  { deployment, sipAddress }: RequestInput<'users.effective'>,
  { signal }: Caller,
): Promise<EffectivePolicy> {
  return await deploymentOf(tools, deployment).session.read(async (open) => {
    const { session, cmdlets } = open;
    const users = await readUsersByAddress(session, [sipAddress], signal);
    const user = users.get(sipAddress.toLowerCase());
    if (user === undefined) throw failure('conflict.not-found', { identity: sipAddress });
    return {
      user: versioned(tools, user),
      resolved: await partOf(async () => {
        const { policies, sites } = await readScopes(open, signal);
        return policyResolver(policies, sites)(user);
      }),
      said: await partOf(async () => {
        requireCmdlet(cmdlets.abilities, USER_CMDLETS.effective);
        return await readEffectivePolicy(session, user.sipAddress, signal);
      }),
    };
  }, signal);
}

async function lookUp(
  tools: HandlerTools,
  { deployment, search: id, names }: RequestInput<'users.lookup'>,
  { signal }: Caller,
): Promise<UsersLookedUp> {
  return await deploymentOf(tools, deployment).session.read(async ({ session }) => {
    const lookedUp: UserLookedUp[] = [];
    for (let at = 0; at < names.length; at += NAMES_AT_ONCE) {
      const some = names.slice(at, at + NAMES_AT_ONCE);
      const users: DirectoryUser[] = [];
      await readUsers(session, {
        filter: nameFilter(some),
        resultSize: null,
        signal,
        onUser: (user) => users.push(user),
      });
      for (const name of some) {
        const [only, another] = userNamed(name, users);
        const user = another === undefined && only !== undefined ? versioned(tools, only) : null;
        lookedUp.push({
          name,
          user,
          problem: only === undefined ? 'unknown' : another === undefined ? null : 'ambiguous',
        });
      }
      tools.emit('users.found', { search: id, from: 0, users: [], read: lookedUp.length });
    }
    return { names: lookedUp };
  }, signal);
}

/** Every policy's identity and the sites with their pools. Throws permission.cmdlet-absent for a role that has not both. */
async function readScopes({ session, cmdlets }: OpenSession, signal: AbortSignal) {
  requireCmdlet(cmdlets.abilities, NOUNS['external-access-policy'].get);
  requireCmdlet(cmdlets.abilities, USER_CMDLETS.sites);
  const policies = await readNounRows(session, 'external-access-policy', signal);
  return { policies: policies.map(({ identity }) => identity), sites: await readSitePools(session, signal) };
}

/** Reads users, telling what is found on the way; `work` gives whether there are more. */
async function find(
  tools: HandlerTools,
  { deployment, search: id }: { readonly deployment: string; readonly search: string },
  { signal }: Caller,
  work: (open: OpenSession, found: Found) => Promise<boolean>,
): Promise<UsersFound> {
  const at = tools.clock();
  return await deploymentOf(tools, deployment).session.read(async (open) => {
    const found = tellFound(id, tools, (user) => versioned(tools, user));
    const more = await work(open, found);
    return { users: found.end(), more, readAt: new Date(at).toISOString() };
  }, signal);
}

function versioned({ sha256 }: HandlerTools, user: DirectoryUser): UserListRow {
  return { ...user, version: nounVersion(userRow(user), sha256) };
}
