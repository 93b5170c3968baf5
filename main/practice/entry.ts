import { readFlags, USAGE, type PracticeFlags } from './flags.ts';
import { startPractice, type RunningPractice } from './index.ts';
import { findParent } from './parent.ts';
import { ACCOUNT_NAMES, type AccountName } from './state/accounts.ts';

/** How often a process whose own user has gone looks whether others still attend. */
const ATTENDANCE_LOOK_MS = 500;
/** The exit code of a death, scripted or of the process it attends; apart from every ordinary one. */
const DIED = 70;

/** Who the accounts are, before each. */
const LABELS: Readonly<Record<AccountName, string>> = {
  administrator: 'Administrator',
  viewer: 'View only',
  useradmin: 'User administrator',
  helpdesk: 'Helpdesk',
  stranger: 'No role',
};

const parent = findParent(process);

await main();

async function main(): Promise<void> {
  let flags: PracticeFlags;
  try {
    flags = readFlags(process.argv.slice(2));
  } catch (error) {
    await fail(error, 2);
    return;
  }
  if (flags.help) {
    process.stdout.write(USAGE);
    return;
  }
  try {
    const practice = await startPractice({ ...flags.options, log: toStderr });
    endWithItsUser(practice);
    announce(practice, flags.json);
  } catch (error) {
    await fail(error, 1);
  }
}

/** Ends when the channel to whoever forked it closes, or at a signal; over a channel, only once nobody else attends. */
function endWithItsUser(practice: RunningPractice): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void practice.close().then(() => process.exit(0));
  };
  // `on`, not `once`: a terminal's signal comes to us and again through the launcher, and must not cut the end short.
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  parent?.onGone(() => endWhenAlone(practice, end));
  void practice.ended.then((how) => {
    if (how === 'died') process.exit(DIED);
  });
  // An attending process has nothing else that keeps it alive.
  if (practice.own === null && parent === null) end();
}

function endWhenAlone(practice: RunningPractice, end: () => void): void {
  if (practice.own?.othersAttend() !== true) {
    end();
    return;
  }
  setTimeout(() => endWhenAlone(practice, end), ATTENDANCE_LOOK_MS);
}

function announce(practice: RunningPractice, json: boolean): void {
  const { url, caPem, caFile, accounts } = practice;
  if (parent !== null) {
    void parent.send({ kind: 'practice-ready', url, caPem, accounts });
    return;
  }
  if (json) {
    process.stdout.write(`${JSON.stringify({ url, caFile, accounts })}\n`);
    return;
  }
  const lines = [
    `Practice deployment  ${url}${practice.own === null ? '  (already running)' : ''}`,
    `CA file              ${caFile}`,
    ...ACCOUNT_NAMES.map((name) => {
      const { user, password } = accounts[name];
      return `${LABELS[name].padEnd(20)} ${user}  ${password}  (${practice.roleOf(name) ?? 'none'})`;
    }),
    '',
    'The password is read from standard input, for example:',
    `  npx --no edgewise invoke --url ${url} --ca ${caFile} --auth negotiate --user '${accounts.administrator.user}' Get-CsAllowedDomain`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function fail(error: unknown, exitCode: number): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  toStderr(reason);
  process.exitCode = exitCode;
  if (parent === null) return;
  await parent.send({ kind: 'practice-failed', reason });
  parent.leave();
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
