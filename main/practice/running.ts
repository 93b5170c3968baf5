import type { ServerVersion } from '../../shared/cmdlets/index.ts';
import type { AccountName, PracticeAccounts } from './state/accounts.ts';
import type { CertificateVariant } from './state/certificates.ts';
import type { GiveableRole, RoleBook } from './state/roles.ts';
import type { FaultScript } from './wire/faults/script.ts';
import type { ScriptedFault } from './wire/faults/fault.ts';
import type { ConnectionStats } from './wire/host/connection.ts';
import type { TlsVersion } from './wire/host/https-host.ts';
import type { AcceptedScheme } from '../auth/index.ts';
import type { Quotas } from './wire/wsman/fault.ts';

/** How to start a practice deployment. Everything may be left out. */
export interface PracticeOptions {
  /** The state folder; a temporary one, removed at the end, when left out. */
  readonly stateFolder?: string;
  /** How many allowed domains it has: a new store exactly so many, one that is there at least; made-up ones fill up. */
  readonly domains?: number;
  /** How many people its directory has: a new store exactly so many, one that is there at least. */
  readonly users?: number;
  /** How many External Access Policies it has at least; made-up ones fill up. */
  readonly policies?: number;
  /** The product of a new deployment; 2015 when left out. One that is there keeps its own: another is refused. */
  readonly version?: ServerVersion;
  /** A new deployment of 2019 or SE has an older pool beside it, with the XMPP gateway. */
  readonly mixed?: boolean;
  /** Roles given to accounts at the start, null = taken away; they are kept. */
  readonly roles?: Readonly<Partial<Record<AccountName, GiveableRole | null>>>;
  /** The port, which must be free; the one kept in the state folder, or any free one, when left out. */
  readonly port?: number;
  /** Requires MIC and channel binding of every NTLM sign-in. */
  readonly strict?: boolean;
  /** Sign-in schemes in the order they are offered; Negotiate, NTLM and Basic when left out. Real endpoints offer no Basic. */
  readonly schemes?: readonly AcceptedScheme[];
  readonly faults?: readonly ScriptedFault[];
  /** The certificate shown from the start. */
  readonly certificate?: CertificateVariant;
  readonly tls?: TlsVersion;
  /** Quotas other than Windows' defaults. */
  readonly quotas?: Partial<Quotas>;
  /** Offers the echo shell under Windows' cmd resource URI, for WinRS clients that are not ours. */
  readonly testShell?: boolean;
  /** How long a kept connection may lie idle, in milliseconds; IIS's 120,000 when left out. */
  readonly idleConnectionMs?: number;
  /** Told one line at a time of what a person running it should know. */
  readonly log?: (line: string) => void;
}

/** What a test can see of a practice deployment from inside. */
interface PracticeStats {
  /** The connections that sent a request, oldest first; the last thousand of them. */
  readonly connections: readonly ConnectionStats[];
  readonly shells: number;
  readonly commands: number;
}

/** A practice deployment that runs, in this process or, where another holds the state folder, in that one. */
export interface RunningPractice {
  readonly url: string;
  readonly caPem: string;
  readonly caFile: string;
  readonly accounts: PracticeAccounts;
  /** The role an account holds now, or null for none. */
  roleOf(account: AccountName): GiveableRole | null;
  /** Null where another process runs it: this one only attends. */
  readonly own: OwnPractice | null;
  /** Resolves with `died` when it died of a scripted fault or, where another process ran it, that is gone; else `closed`. */
  readonly ended: Promise<'closed' | 'died'>;
  /** What this process sees of it; all empty where another runs it. */
  stats(): PracticeStats;
  /** Ends it, or this process's part in it; never throws. */
  close(): Promise<void>;
}

/** What only the process that runs it can do. */
interface OwnPractice {
  readonly faults: FaultScript;
  /** Who holds which role: given or taken away, open sessions have it at their next pipeline. */
  readonly roles: RoleBook;
  /** Shows another certificate, or speaks another TLS version, from the next connection on. */
  show(certificate: CertificateVariant, tls?: TlsVersion): Promise<void>;
  /** Ends at once, as a crash does: nothing is said to anybody. */
  kill(): Promise<void>;
  /** Whether another process attends (state folder `users`). */
  othersAttend(): boolean;
}
