import { consoleBench } from '../../main/console/engine-source.fixture.ts';
import { readDomain } from '../../main/cs/domains.ts';
import { runCmdlet } from '../../main/cs/run-cmdlet.ts';
import { answeredByCmdlet } from '../../main/cs/write-step.ts';
import type { RemoteSession } from '../../main/session/index.ts';
import { isLost } from '../../main/session/shell.ts';
import { errorFrom, Failure } from '../../shared/errors.ts';
import { demandSame, INPUT, namesOf, NEVER, type Act, type Cell, type Doing } from './acts.ts';
import type { FaultProxy } from './fault-proxy.ts';
import type { Ground, Stand } from './stand.ts';

/** It would answer once its input has ended, which the proxy holds back. */
const HELD_CMDLET = 'Select-Object';

/** What ends something on the server, or writes there. */
export const CHANGING: readonly Act[] = [
  {
    name: 'stop',
    // Its Send is held back until all is over, so that the stop goes by a connection of its own.
    messages: { command: 1, send: 1, receive: 1, hello: 1, 'sign-in': 1, stop: 1, terminate: 1 },
    ready: async (stand) => {
      const { session } = await stand.session.opened(NEVER);
      return { run: () => stopHeld(stand.proxy, session) };
    },
  },
  {
    name: 'close',
    messages: { delete: 1 },
    ready: async (stand) => {
      await stand.session.opened(NEVER);
      return { run: () => stand.session.close() };
    },
  },
  {
    name: 'write',
    writes: true,
    messages: { command: 1, receive: 1, terminate: 1 },
    ready: async (stand, { ground, domain }) => {
      const { session } = await stand.session.opened(NEVER);
      return { run: () => writeDomain(ground, session, domain) };
    },
  },
  {
    name: 'apply a plan',
    writes: true,
    // The domain is looked up on both lists, written, and looked up again.
    messages: { command: 5, receive: 5, terminate: 5 },
    ready: readyToApply,
  },
];

async function stopHeld(proxy: FaultProxy, session: RemoteSession): Promise<void> {
  const letGo = proxy.hold('send');
  const stop = new AbortController();
  const held = { name: HELD_CMDLET, arguments: [{ name: 'First', value: 1_000 }] };
  const running = session
    .run([held], { input: INPUT, signal: stop.signal })
    .then(({ state }) => new Error(`a pipeline that waits for its input has ${state}`), asError);
  await Promise.race([proxy.tally.saw('send'), running]);
  stop.abort();
  const caught = await running;
  letGo();
  if (errorFrom(caught).code !== 'powershell.stopped') throw caught;
}

async function writeDomain(ground: Ground, session: RemoteSession, domain: string): Promise<void> {
  const args = [{ name: 'Identity', value: domain }];
  const written = runCmdlet(session, 'New-CsBlockedDomain', args, { signal: NEVER });
  const caught = await written.then(() => null, asError);
  const there = await isBlocked(ground, domain);
  if (caught === null && !there) throw new Error('it is said to be written, and is not there');
  if (caught === null) return;
  const saysNo = answeredByCmdlet(errorFrom(caught)) || (isLost(caught) && !caught.requestSent);
  if (there && saysNo) throw new Error(`it is there, and is said not to be: ${errorFrom(caught).code}`);
  throw caught;
}

/** A plan of one draft, reviewed in a console of its own; whoever applied it lists there. */
async function readyToApply({ source }: Stand, { ground, domain, truth }: Cell): Promise<Doing> {
  const deployment = source.id;
  const bench = consoleBench(source);
  const { id: plan, hash } = await bench.get('plans.build', {
    deployment,
    drafts: [{ kind: 'blocked-domain.add', domain }],
  });
  let done = false;
  return {
    run: async () => {
      const [step] = (await bench.get('plans.apply', { plan, hash })).steps;
      done = step?.state === 'done';
      const there = await isBlocked(ground, domain);
      if (there !== done)
        throw new Error(`it is said to be ${String(step?.state)}, and is ${there ? '' : 'not '}there`);
      if (step?.state === 'failed') throw new Failure(step.error);
    },
    list: async () => {
      const { domains } = await bench.get('domains.list', { deployment });
      await bench.console.close();
      demandSame('domains', namesOf(domains.filter(({ status }) => status === 'allowed')), truth);
      if (done !== domains.some((row) => row.domain === domain))
        throw new Error('the list does not show what was done');
    },
  };
}

/** Whether the domain is on the list, by a client with nothing in its way. */
async function isBlocked({ witness }: Ground, domain: string): Promise<boolean> {
  return (await readDomain(witness, domain)).blocked !== null;
}

function asError(caught: unknown): Error {
  return caught instanceof Error ? caught : new Error(String(caught));
}
