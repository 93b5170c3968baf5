import { errorFrom, Failure } from '../../shared/errors.ts';
import type { SessionLimits } from '../../main/session/index.ts';
import { listAgain, readTruth, type Act, type Truth } from './acts.ts';
import { FAULTS, type Fault } from './fault.ts';
import type { Strike } from './fault-proxy.ts';
import { startGround, takeStand, type Ground, type Stand } from './stand.ts';
import { verdictOn } from './verdict.ts';

/** Cells at a time, each on a practice server that is its own meanwhile: a server takes one write of a list at a time. */
const LANES = 4;
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

interface Lane {
  readonly ground: Ground;
  readonly truth: Truth;
}

/** The practice servers of one test file. */
export interface Table {
  /** Runs every fault at every message of an act, in both directions; gives a line for each cell that is not as it should be. */
  failures(act: Act): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function layTable(): Promise<Table> {
  const lanes = await Promise.all(Array.from({ length: LANES }, layLane));
  return {
    failures: async (act) => {
      const cells = strikesOf(act);
      const wrong: string[] = [];
      await Promise.all(
        lanes.map(async (lane) => {
          for (let cell = cells.shift(); cell !== undefined; cell = cells.shift()) {
            const reason = await judge(lane, act, cell);
            if (reason !== null)
              wrong.push(`${cell.fault} of ${cell.message} ${cell.nth} ${cell.direction}: ${reason}`);
          }
        }),
      );
      return wrong;
    },
    close: async () => {
      await Promise.all(lanes.map(({ ground }) => ground.close()));
    },
  };
}

async function layLane(): Promise<Lane> {
  const ground = await startGround();
  const stand = await takeStand(ground, null, {});
  const truth = await readTruth(stand);
  await stand.close();
  return { ground, truth };
}

function strikesOf({ messages, since }: Act): Strike[] {
  return messages.flatMap(([message, nth]) =>
    (['request', 'reply'] as const).flatMap((direction) =>
      FAULTS.filter((fault) => possible(fault, message, direction)).map((fault) => ({
        fault,
        message,
        direction,
        nth,
        ...(since === undefined ? {} : { since }),
      })),
    ),
  );
}

/** A request that comes twice is the client's own doing; a hello has no length that noise could keep. */
function possible(fault: Fault, message: Strike['message'], direction: Strike['direction']): boolean {
  if (fault === 'duplicate') return direction === 'reply' && message !== 'hello';
  return fault !== 'noise' || message !== 'hello';
}

let cells = 0;

async function judge({ ground, truth }: Lane, act: Act, strike: Strike): Promise<string | null> {
  const stand = await takeStand(ground, strike, SILENT.has(strike.fault) ? SHORT : {});
  try {
    if (act.opensItself !== true) await stand.session.opened(NEVER);
    const domain = `cell-${(cells += 1)}.example`;
    const outcome = await within('the act', outcomeOf(stand, act, act.run(stand, { ground, truth, domain })));
    // A refused sign-in is not repeated before a person connects anew.
    stand.session.askedAnew();
    await within('the next list', listAgain(stand, truth));
    if (!stand.proxy.struck) return 'it never struck';
    return verdictOn(outcome, strike);
  } catch (caught) {
    return caught instanceof Error ? caught.message : String(caught);
  } finally {
    await within('the end', stand.close());
  }
}

/** What an act ended in; the deployment's session hears of it, as it does in the console. */
async function outcomeOf(stand: Stand, act: Act, doing: Promise<void>): Promise<Failure | null> {
  try {
    await doing;
    return null;
  } catch (caught) {
    if (!(caught instanceof Failure)) throw caught;
    if (act.opensItself !== true) stand.session.ended(await stand.session.opened(NEVER), errorFrom(caught));
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
