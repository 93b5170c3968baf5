import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PracticeMessage } from '../../main/practice/messages.ts';
import { decodeClixml, encodeClixml, type PsValue } from '../../main/psrp/index.ts';
import { openSession, type RemoteSession } from '../../main/session/index.ts';
import type { BenchLine } from './bench-line.ts';

/** How many allowed domains are read in one list: a large deployment, and one beyond any. */
const LISTS = [5_000, 20_000];
const ROUNDS = 500;
/** Rounds before any counts, on both sides: the first ones are the compiler's. */
const WARM_UP = 200;
const LIST_ROUNDS = 5;
const ENTRY = new URL('../../main/practice/entry.ts', import.meta.url);

type Ready = Extract<PracticeMessage, { readonly kind: 'practice-ready' }>;

/**
 * A pipeline round trip (Command, Receive, and the Terminate it leaves to the background) against the practice
 * deployment in a process of its own, beside a bare HTTPS POST to the same server; then 5,000 and 20,000 domains from the
 * request to decoded objects. Rejects where the practice deployment does not start or an answer is not whole.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const lines: BenchLine[] = [];
  try {
    for (const domains of LISTS) {
      await withPractice(domains, async (practice, session) => {
        if (lines.length === 0) lines.push(await trip(practice, session));
        lines.push(await list(domains, session));
      });
    }
    return lines;
  } finally {
    agent.destroy();
  }
}

async function withPractice(
  domains: number,
  work: (practice: Ready, session: RemoteSession) => Promise<void>,
): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'edgewise-bench-'));
  const server = fork(ENTRY, ['--state', state, '--domains', String(domains)]);
  try {
    const practice = await readiness(server);
    const session = await openOn(practice);
    await work(practice, session);
    await session.close();
  } finally {
    server.disconnect();
    await once(server, 'exit');
    rmSync(state, { recursive: true, force: true });
  }
}

async function trip(practice: Ready, session: RemoteSession): Promise<BenchLine> {
  const post = await median(ROUNDS, () => barePost(practice));
  return tripLine(await median(ROUNDS, () => session.run([{ name: 'Get-CsSipDomain', arguments: [] }])), post);
}

async function list(domains: number, session: RemoteSession): Promise<BenchLine> {
  const messages = (await readDomains(domains, session)).map(encodeClixml);
  const whole = await median(LIST_ROUNDS, () => readDomains(domains, session));
  const decode = await median(LIST_ROUNDS, () => messages.forEach(decodeClixml));
  return listLine(domains, whole, decode);
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function tripLine(trip: number, post: number): BenchLine {
  return {
    name: 'pipeline round trip over HTTPS on loopback (median)',
    value: `${trip.toFixed(2)} ms`,
    baseline: `${post.toFixed(2)} ms (bare POST on a kept connection)`,
    ratio: trip / post,
    goal: '3 ms; pypsrp needs 7',
  };
}

function listLine(domains: number, list: number, decode: number): BenchLine {
  return {
    name: `${domains.toLocaleString('en')} allowed domains over TLS, from request to decoded (median)`,
    value: `${list.toFixed(0)} ms, ${Math.round((domains / list) * 1000).toLocaleString('en')} objects/s`,
    baseline: `${decode.toFixed(0)} ms (decoding the same objects alone)`,
    ratio: list / decode,
    goal: 'pypsrp decodes 3,450 objects/s',
  };
}

async function readiness(server: ChildProcess): Promise<Ready> {
  // What a practice process sends first is a PracticeMessage (main/practice/messages.ts).
  const [message] = (await once(server, 'message')) as [PracticeMessage];
  if (message.kind === 'practice-failed') throw new Error(message.reason);
  return message;
}

function openOn({ url, caPem, accounts }: Ready): Promise<RemoteSession> {
  const { user, password } = accounts.administrator;
  return openSession({
    endpoint: { url: new URL(url), trust: { kind: 'ca', pem: caPem }, signIn: { scheme: 'negotiate', user, password } },
    resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
  });
}

async function readDomains(domains: number, session: RemoteSession): Promise<readonly PsValue[]> {
  const { output } = await session.run([{ name: 'Get-CsAllowedDomain', arguments: [] }]);
  if (output.length < domains) throw new Error(`${output.length} domains came`);
  return output;
}

/** One POST of the size of a Receive to a path nobody serves: TLS, HTTP and the loop, and nothing of WS-Management. */
function barePost({ url, caPem }: Ready): Promise<void> {
  return new Promise((resolve, reject) => {
    const post = request(new URL('/nothing', url), { method: 'POST', agent, ca: caPem }, (response) => {
      response.resume().once('end', resolve).once('error', reject);
    });
    post.once('error', reject).setHeader('Content-Type', 'application/soap+xml;charset=UTF-8');
    post.end('x'.repeat(2_000));
  });
}

async function median(rounds: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  const warmUp = rounds > WARM_UP ? WARM_UP : 1;
  for (let round = -warmUp; round < rounds; round++) {
    const began = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}
