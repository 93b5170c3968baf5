import { errorFrom, Failure } from '../../shared/errors.ts';
import type { SessionLimits } from '../../main/session/index.ts';
import { listAgain, readTruth, type Act, type Truth } from './acts.ts';
import { FAULTS, type Fault } from './fault.ts';
import type { Counts, Message, Strike } from './tally.ts';
import { startGround, takeStand, type Ground, type Stand } from './stand.ts';
import { verdictOn } from './verdict.ts';

/**
 * Cells at a time. Those that end by themselves are work for the processor, and more of them at once would only be later;
 * those that wait for a deadline are none meanwhile.
 */
const BUSY_LANES = 2;
const WAITING_LANES = 8;
/** No act and no next action may take longer; the limits below add up to less. */
const BOUND_MS = 30_000;

/** These leave the client waiting: its deadlines are what ends the cell. */
const SILENT: ReadonlySet<Fault> = new Set<Fault>(['blackhole', 'stall']);
const SHORT: Partial<SessionLimits> = {
  openMs: 6_000,
  operationTimeoutMs: 500,
  receiveGraceMs: 1_000,
  operationMs: 1_500,
  stopMs: 1_500,
  doneMs: 300,
  closeMs: 1_000,
  receivePausesMs: [0, 50],
};

/** A practice server and what an undisturbed client reads there. */
interface Lane {
  readonly ground: Ground;
  readonly truth: Truth;
}

/** What came of an act. */
export interface Table {
  /** The messages that a run takes which nothing strikes. */
  readonly messages: Counts;
  /** A line for each cell that is not as it should be. */
  readonly wrong: readonly string[];
}

/** Runs an act undisturbed, then under every fault at every one of its messages, in both directions. */
export async function layTable(act: Act): Promise<Table> {
  const first = await layLane(act);
  const cells = strikesOf(act);
  const waiting = cells.filter(({ fault }) => SILENT.has(fault));
  const busy = cells.filter(({ fault }) => !SILENT.has(fault));
  const queues = [
    ...Array.from({ length: BUSY_LANES }, () => busy),
    ...Array.from({ length: WAITING_LANES }, () => waiting),
  ];
  const lanes = await Promise.all(
    queues.map((_, at) => (at > 0 && act.writes === true ? layLane(act) : Promise.resolve(first))),
  );
  try {
    const messages = await messagesOf(first, act);
    const wrong: string[] = [];
    await Promise.all(
      lanes.map(async (lane, at) => {
        const queue = queues[at] ?? [];
        for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) {
          const reason = await judge(lane, act, cell);
          if (reason !== null) wrong.push(`${cell.fault} of ${cell.message} ${cell.nth} ${cell.direction}: ${reason}`);
        }
      }),
    );
    return { messages, wrong };
  } finally {
    await Promise.all([...new Set(lanes)].map(({ ground }) => ground.close()));
  }
}

async function layLane({ large }: Act): Promise<Lane> {
  const ground = await startGround(large);
  const stand = await takeStand(ground, { large });
  const truth = await readTruth(stand);
  await stand.close();
  return { ground, truth };
}

async function messagesOf({ ground, truth }: Lane, act: Act): Promise<Counts> {
  const stand = await takeStand(ground, { large: act.large });
  const doing = await act.ready(stand, { ground, truth, domain: nextDomain() });
  await stand.proxy.tally.begin();
  await doing.run();
  await within('the last Terminate', stand.proxy.tally.quiet());
  const { counts } = stand.proxy.tally;
  await stand.close();
  return counts;
}

function strikesOf({ messages }: Act): Strike[] {
  // Object.entries gives string for the keys of that very object.
  return (Object.entries(messages) as [Message, number][]).flatMap(([message, count]) =>
    Array.from({ length: count }, (_, at) => at + 1).flatMap((nth) =>
      (['request', 'reply'] as const).flatMap((direction) =>
        FAULTS.filter((fault) => possible(fault, message, direction)).map((fault) => ({
          fault,
          message,
          direction,
          nth,
        })),
      ),
    ),
  );
}

/** A request that comes twice is the client's own doing; a hello has no length that noise could keep. */
function possible(fault: Fault, message: Message, direction: Strike['direction']): boolean {
  if (fault === 'duplicate') return direction === 'reply' && message !== 'hello';
  return fault !== 'noise' || message !== 'hello';
}

let domains = 0;

function nextDomain(): string {
  return `cell-${(domains += 1)}.example`;
}

async function judge({ ground, truth }: Lane, act: Act, strike: Strike): Promise<string | null> {
  const limits = SILENT.has(strike.fault) ? SHORT : {};
  const stand = await takeStand(ground, { strike, limits, large: act.large });
  try {
    const doing = await act.ready(stand, { ground, truth, domain: nextDomain() });
    await within('what comes before it', stand.proxy.tally.begin());
    const outcome = await within('the act', outcomeOf(stand, doing.run()));
    // A refused sign-in is not repeated before a person connects anew.
    stand.session.askedAnew();
    await within('the next list', doing.list?.() ?? listAgain(stand, truth));
    if (!stand.proxy.struck) return 'it never struck';
    return verdictOn(outcome, strike);
  } catch (caught) {
    return caught instanceof Error ? caught.message : String(caught);
  } finally {
    await within('the end', stand.close());
  }
}

/** What an act ended in; the deployment's session hears of it, as it does in the console. */
async function outcomeOf(stand: Stand, doing: Promise<void>): Promise<Failure | null> {
  try {
    await doing;
    return null;
  } catch (caught) {
    if (!(caught instanceof Failure)) throw caught;
    if (stand.session.stands()) stand.session.ended(await stand.session.opened(NEVER), errorFrom(caught));
    return caught;
  }
}

const NEVER = new AbortController().signal;

async function within<T>(what: string, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${what} hangs`)), BOUND_MS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
