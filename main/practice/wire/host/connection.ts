import { createAcceptor, type AcceptAnswer, type AcceptedScheme, type SignInAcceptor } from '../../../auth/index.ts';
import { ACCOUNT_DOMAIN, findAccount, type PracticeAccounts } from '../../state/accounts.ts';
import type { RoleBook } from '../../state/roles.ts';
import type { Caller } from '../wsman/plugin.ts';

/** What one TCP connection did; the tests' proof that sign-in is per connection. */
export interface ConnectionStats {
  /** 1 for the first connection that sent a request. */
  readonly id: number;
  readonly requests: number;
  /** Sign-ins that were accepted: one for NTLM, one for Basic however often it is sent. */
  readonly signIns: number;
  /** Requests answered with 401, the challenges of a sign-in among them. */
  readonly unauthorized: number;
  readonly open: boolean;
}

export interface SignInOptions {
  readonly accounts: PracticeAccounts;
  readonly roles: Pick<RoleBook, 'roleOf'>;
  readonly schemes: readonly AcceptedScheme[];
  readonly strict: boolean;
}

/** Who calls; null = 401. The fields go with the answer either way. */
interface Judgement {
  readonly caller: Caller | null;
  readonly wwwAuthenticate: readonly string[];
}

/** One TCP connection: who signed in on it, and how often. */
export class Connection {
  private readonly acceptor: SignInAcceptor;
  private readonly accounts: PracticeAccounts;
  private readonly roles: SignInOptions['roles'];
  private readonly address: string;
  private readonly counted = { id: 0, requests: 0, signIns: 0, unauthorized: 0, open: true };
  private basicUser: string | null = null;

  /** `certificateDer` is the certificate this connection was shown, which its channel binding must name. */
  constructor(id: number, address: string, certificateDer: Uint8Array, options: SignInOptions) {
    const { accounts } = options;
    this.counted.id = id;
    this.address = address;
    this.accounts = accounts;
    this.roles = options.roles;
    this.acceptor = createAcceptor({
      accounts: (user, domain) => {
        const name = accountOf(accounts, user, domain);
        return name === null ? null : accounts[name];
      },
      certificateDer,
      schemes: options.schemes,
      strict: options.strict,
    });
  }

  get stats(): ConnectionStats {
    return { ...this.counted };
  }

  /** Judges a request by its Authorization header. */
  signIn(authorization: string | undefined): Judgement {
    this.counted.requests += 1;
    const answer = this.acceptor.accept(authorization);
    const caller = answer.kind === 'accepted' ? this.callerOf(answer) : null;
    if (caller === null) this.counted.unauthorized += 1;
    else this.count(authorization, caller.user);
    return { caller, wwwAuthenticate: answer.wwwAuthenticate ?? [] };
  }

  closed(): void {
    this.counted.open = false;
  }

  private count(authorization: string | undefined, user: string): void {
    if (authorization === undefined) return;
    const basic = /^basic /i.test(authorization);
    if (basic && this.basicUser === user) return;
    this.basicUser = basic ? user : null;
    this.counted.signIns += 1;
  }

  private callerOf({ user, domain }: Extract<AcceptAnswer, { readonly kind: 'accepted' }>): Caller | null {
    const name = accountOf(this.accounts, user, domain);
    if (name === null) return null;
    const { roles, address } = this;
    return { user: `${ACCOUNT_DOMAIN}\\${name}`, account: name, role: () => roles.roleOf(name), address };
  }
}

/** Takes a user principal name too, which comes whole in `user` with no domain (MS-NLMP 3.1.1.1). */
function accountOf(accounts: PracticeAccounts, user: string, domain: string): ReturnType<typeof findAccount> {
  const at = user.indexOf('@');
  if (domain === '' && at >= 0) return findAccount(accounts, user.slice(0, at), user.slice(at + 1));
  return findAccount(accounts, user, domain);
}
