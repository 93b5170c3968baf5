import { consoleBench } from '../../main/console/engine-source.fixture.ts';
import { readDomain, readDomains } from '../../main/cs/domains.ts';
import { runCmdlet } from '../../main/cs/run-cmdlet.ts';
import { answeredByCmdlet } from '../../main/cs/write-step.ts';
import { asInteger, property } from '../../main/psrp/clixml/read.ts';
import { errorFrom, Failure, type EdgewiseError } from '../../shared/errors.ts';
import { isLost } from '../../main/session/shell.ts';
import type { Strike } from './fault-proxy.ts';
import { HELD_CMDLET, type Ground, type Stand } from './stand.ts';

/** What a person does, the messages it takes, and how it is known that nothing of it was lost without a word. */
export interface Act {
  readonly name: string;
  /** It begins without an open session. */
  readonly opensItself?: true;
  /** Only what comes once this cmdlet is asked for counts, where it is said. */
  readonly since?: string;
  readonly messages: readonly (readonly [kind: Strike['message'], nth: number])[];
  /**
   * Does it. Throws the Failure it ends in, and an Error where
   * anything is said that is not so.
   */
  run(stand: Stand, cell: Cell): Promise<void>;
}

/** What one cell of the table has besides its stand. */
export interface Cell {
  readonly ground: Ground;
  /** The cell's own domain, which nobody else writes. */
  readonly domain: string;
  readonly truth: Truth;
}

/** What an undisturbed client reads. */
export interface Truth {
  readonly cmdlets: readonly string[];
  readonly domains: readonly string[];
}

/** Ends the look at the act, not the act: each has its deadlines, and they must do. */
const NEVER = new AbortController().signal;
const INPUT = Array.from({ length: 20 }, (_, at) => at);

export const READING: readonly Act[] = [
  {
    name: 'open',
    opensItself: true,
    // The first connection is for the verbs, the second for the long poll; version and cmdlets are asked for at once.
    messages: [
      ['hello', 1],
      ['sign-in', 1],
      ['create', 1],
      ['hello', 2],
      ['sign-in', 2],
      ['receive', 1],
      ['command', 1],
      ['receive', 2],
      ['signal', 1],
      ['command', 2],
      ['receive', 3],
      ['receive', 4],
    ],
    run: async (stand, { truth }) => {
      const { cmdlets } = await stand.session.opened(NEVER);
      demandSame('cmdlets', cmdlets.names, truth);
    },
  },
  {
    name: 'list',
    since: 'Get-CsAllowedDomain',
    messages: [
      ['command', 1],
      ['receive', 1],
      ['receive', 2],
      ['signal', 1],
    ],
    run: async (stand, { truth }) => {
      const { session } = await stand.session.opened(NEVER);
      const { allowed } = await readDomains(session, { signal: NEVER });
      demandSame('domains', namesOf(allowed), truth);
    },
  },
  {
    name: 'send',
    since: 'Measure-Object',
    messages: [
      ['command', 1],
      ['send', 1],
      ['receive', 1],
    ],
    run: async (stand) => {
      const { session } = await stand.session.opened(NEVER);
      const command = { name: 'Measure-Object', arguments: [] };
      const { output } = await session.run([command], { input: INPUT, signal: NEVER });
      const count = asInteger(property(output[0], 'Count'));
      if (count !== INPUT.length) throw new Error(`${String(count)} of ${INPUT.length} objects arrived`);
    },
  },
  {
    name: 'stop',
    since: HELD_CMDLET,
    // The Send is held back, so that the stop goes by a connection of its own, the third.
    messages: [
      ['command', 1],
      ['receive', 1],
      ['hello', 3],
      ['sign-in', 1],
      ['signal', 1],
      ['signal', 2],
    ],
    run: async (stand) => {
      const { session } = await stand.session.opened(NEVER);
      const stop = new AbortController();
      const held = { name: HELD_CMDLET, arguments: [{ name: 'First', value: 1_000 }] };
      const running = session
        .run([held], { input: INPUT, signal: stop.signal })
        .then(({ state }) => new Error(`a pipeline that waits for its input has ${state}`), asError);
      await Promise.race([stand.proxy.saw('send'), running]);
      stop.abort();
      const caught = await running;
      if (errorFrom(caught).code !== 'powershell.stopped') throw caught;
    },
  },
  {
    name: 'close',
    messages: [['delete', 1]],
    run: async (stand) => {
      await stand.session.opened(NEVER);
      await stand.session.close();
    },
  },
];

export const WRITING: readonly Act[] = [
  {
    name: 'write',
    since: 'New-CsBlockedDomain',
    messages: [
      ['command', 1],
      ['receive', 1],
      ['signal', 1],
    ],
    run: async (stand, { ground, domain }) => {
      const { session } = await stand.session.opened(NEVER);
      const written = runCmdlet(session, 'New-CsBlockedDomain', [{ name: 'Identity', value: domain }], {
        signal: NEVER,
      });
      const caught = await written.then(() => null, asError);
      const there = await isBlocked(ground, domain);
      if (caught === null && !there) throw new Error('it is said to be written, and is not there');
      if (caught === null) return;
      const saysNo = answeredByCmdlet(errorFrom(caught)) || (isLost(caught) && !caught.requestSent);
      if (there && saysNo) throw new Error(`it is there, and is said not to be: ${errorFrom(caught).code}`);
      throw caught;
    },
  },
  {
    name: 'apply a plan',
    since: 'New-CsBlockedDomain',
    opensItself: true,
    // The second answer is the look at what was written.
    messages: [
      ['command', 1],
      ['receive', 1],
      ['receive', 2],
    ],
    run: async (stand, { ground, domain }) => {
      const error = await applyPlan(stand, domain);
      const there = await isBlocked(ground, domain);
      if (there === (error !== null))
        throw new Error(`${error?.code ?? 'done'}, and it is ${there ? '' : 'not '}there`);
      if (error !== null) throw new Failure(error);
    },
  },
];

/** What a client with nothing in its way reads. */
export async function readTruth(stand: Stand): Promise<Truth> {
  const { session, cmdlets } = await stand.session.opened(NEVER);
  return { cmdlets: cmdlets.names, domains: namesOf((await readDomains(session)).allowed) };
}

/** The next thing a person does, as the console does it. Throws as an act does. */
export async function listAgain(stand: Stand, truth: Truth): Promise<void> {
  const { allowed } = await stand.session.read(({ session }) => readDomains(session), NEVER);
  demandSame('domains', namesOf(allowed), truth);
}

/** Throws an Error where what was read is not all there is, once and in order. */
function demandSame(what: keyof Truth, read: readonly string[], truth: Truth): void {
  if (read.join() === truth[what].join()) return;
  throw new Error(`${read.length} of ${truth[what].length} ${what} were read, and no error said so`);
}

function asError(caught: unknown): Error {
  return caught instanceof Error ? caught : new Error(String(caught));
}

function namesOf(rows: readonly { readonly domain: string }[]): readonly string[] {
  return rows.map(({ domain }) => domain);
}

/** Whether the domain is on the list, by a client with nothing in its way. */
async function isBlocked({ witness }: Ground, domain: string): Promise<boolean> {
  return (await readDomain(witness, domain)).blocked !== null;
}

/** Reviews and applies one draft in a console of its own, lists after it, and gives what the plan ended in. */
async function applyPlan({ source }: Stand, domain: string): Promise<EdgewiseError | null> {
  const deployment = source.id;
  const bench = consoleBench(source);
  const { id: plan, hash } = await bench.get('plans.build', {
    deployment,
    drafts: [{ kind: 'blocked-domain.add', domain }],
  });
  const [step] = (await bench.get('plans.apply', { plan, hash })).steps;
  const { domains } = await bench.get('domains.list', { deployment });
  await bench.console.close();
  const listed = domains.some((row) => row.domain === domain);
  if (step?.state === 'done' && !listed) throw new Error('it is said to be done, and is not on the list');
  return step?.state === 'failed' ? step.error : null;
}
