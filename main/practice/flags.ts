import { parseArgs } from 'node:util';
import { defaultStateFolder, readFaultsFile, type PracticeOptions } from './index.ts';

/** What the command line of the practice program asks for. */
export interface PracticeFlags {
  readonly options: PracticeOptions;
  /** Prints one JSON line instead of words. */
  readonly json: boolean;
  readonly help: boolean;
}

/** What `--help` prints. */
export const USAGE = `Usage: npm run practice -- [--state DIR] [--domains N] [--users N] [--port P] [--strict] [--faults FILE] [--json]

  --state DIR    where it keeps its objects, accounts, certificates and port (default: the system's place for state)
  --domains N    how many allowed domains it has at least; a new state has no more (0 to 100000)
  --users N      how many people its directory has at least; a new state has no more (0 to 100000)
  --port P       listen there (default: the port of the last start, or any free one)
  --strict       require MIC and channel binding of every NTLM sign-in
  --faults FILE  scripted faults, a JSON array (main/practice/wire/faults/fault.ts)
  --json         print one JSON line
`;

const MOST_DOMAINS = 100_000;
const MOST_USERS = 100_000;
const MOST_PORT = 65_535;

/** Reads the flags. Throws an Error with one sentence for what is not understood. */
export function readFlags(args: readonly string[]): PracticeFlags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      domains: { type: 'string' },
      users: { type: 'string' },
      port: { type: 'string' },
      strict: { type: 'boolean' },
      faults: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const domains = wholeNumber('--domains', values.domains, MOST_DOMAINS);
  const users = wholeNumber('--users', values.users, MOST_USERS);
  const port = wholeNumber('--port', values.port, MOST_PORT);
  return {
    options: {
      stateFolder: values.state ?? defaultStateFolder(process.platform, process.env),
      strict: values.strict ?? false,
      ...(domains === undefined ? {} : { domains }),
      ...(users === undefined ? {} : { users }),
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
