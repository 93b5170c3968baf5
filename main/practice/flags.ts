import { parseArgs } from 'node:util';
import type { ServerVersion } from '../../shared/cmdlets/index.ts';
import { ACCOUNT_NAMES, type AccountName } from './state/accounts.ts';
import { GIVEABLE_ROLES, type GiveableRole } from './state/roles.ts';
import { defaultStateFolder, readFaultsFile, type PracticeOptions } from './index.ts';

/** What the command line of the practice program asks for. */
export interface PracticeFlags {
  readonly options: PracticeOptions;
  /** Prints one JSON line instead of words. */
  readonly json: boolean;
  readonly help: boolean;
}

/** What `--help` prints. */
export const USAGE = `Usage: npm run practice -- [--state DIR] [--version V] [--mixed] [--domains N] [--users N]
         [--policies N] [--role ACCOUNT=ROLE] [--port P] [--strict] [--faults FILE] [--json]

  --state DIR    where it keeps its objects, accounts, certificates and port (default: the system's place for state)
  --version V    the product of a new state: 2013, 2015, 2019 or SE (default: 2015); one that is there keeps its own
  --mixed        with 2019 or SE: an older pool beside it has the XMPP gateway
  --domains N    how many allowed domains it has at least; a new state has no more (0 to 100000)
  --users N      how many people its directory has at least; a new state has no more (0 to 100000)
  --policies N   how many External Access Policies it has at least (0 to 10000)
  --role ACCOUNT=ROLE
                 gives an account another role, or takes it away (viewer=none); it is kept, and may be said again for more
  --port P       listen there, or end where it is taken (default: the port of the last start, or any free one)
  --strict       require MIC and channel binding of every NTLM sign-in
  --faults FILE  scripted faults, a JSON array (main/practice/wire/faults/fault.ts)
  --json         print one JSON line
`;

const VERSIONS: readonly ServerVersion[] = ['2013', '2015', '2019', 'SE'];
const MOST_DOMAINS = 100_000;
const MOST_USERS = 100_000;
const MOST_POLICIES = 10_000;
const MOST_PORT = 65_535;

/** Reads the flags. Throws an Error with one sentence for what is not understood. */
export function readFlags(args: readonly string[]): PracticeFlags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      domains: { type: 'string' },
      users: { type: 'string' },
      policies: { type: 'string' },
      version: { type: 'string' },
      mixed: { type: 'boolean' },
      role: { type: 'string', multiple: true },
      port: { type: 'string' },
      strict: { type: 'boolean' },
      faults: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const domains = wholeNumber('--domains', values.domains, MOST_DOMAINS);
  const users = wholeNumber('--users', values.users, MOST_USERS);
  const policies = wholeNumber('--policies', values.policies, MOST_POLICIES);
  const version = versionNamed(values.version);
  const port = wholeNumber('--port', values.port, MOST_PORT);
  return {
    options: {
      stateFolder: values.state ?? defaultStateFolder(process.platform, process.env),
      strict: values.strict ?? false,
      ...(domains === undefined ? {} : { domains }),
      ...(users === undefined ? {} : { users }),
      ...(policies === undefined ? {} : { policies }),
      ...(version === undefined ? {} : { version }),
      ...(values.mixed === undefined ? {} : { mixed: values.mixed }),
      ...(values.role === undefined ? {} : { roles: rolesIn(values.role) }),
      ...(port === undefined ? {} : { port }),
      ...(values.faults === undefined ? {} : { faults: readFaultsFile(values.faults) }),
    },
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

function wholeNumber(flag: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || Number(text) > most) throw new Error(`${flag} must be a whole number from 0 to ${most}`);
  return Number(text);
}

function versionNamed(text: string | undefined): ServerVersion | undefined {
  if (text === undefined) return undefined;
  const version = VERSIONS.find((each) => each.toLowerCase() === text.toLowerCase());
  if (version === undefined) throw new Error(`--version must be one of ${VERSIONS.join(', ')}`);
  return version;
}

function rolesIn(texts: readonly string[]): NonNullable<PracticeOptions['roles']> {
  return Object.fromEntries(texts.map(roleIn));
}

function roleIn(text: string): readonly [AccountName, GiveableRole | null] {
  const [name = '', written = ''] = text.split('=', 2);
  const account = ACCOUNT_NAMES.find((each) => each === name.toLowerCase());
  const role = GIVEABLE_ROLES.find((each) => each.toLowerCase() === written.toLowerCase());
  if (account !== undefined && role !== undefined) return [account, role];
  if (account !== undefined && written.toLowerCase() === 'none') return [account, null];
  const choices = [...GIVEABLE_ROLES, 'none'].join(', ');
  throw new Error(`--role must be ACCOUNT=ROLE; accounts: ${ACCOUNT_NAMES.join(', ')}; roles: ${choices}`);
}
