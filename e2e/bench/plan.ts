import type { UserListRow } from '../../shared/contract/users.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import type { Result } from '../../shared/result.ts';
import { startHost } from '../fixtures/host.ts';
import type { BenchLine } from './bench-line.ts';
import { openWindowless, type Send } from './contract-client.ts';

const USERS = 50_000;
const GRANTS = 5_000;
const FEW = 50;
const DEPLOYMENT = 'practice';

/** Milliseconds a grant. */
interface Planned {
  readonly built: number;
  readonly applied: number;
  readonly undone: number;
}

/**
 * One plan of 5,000 grants among 50,000 users, by the contract: from the drafts to the review, from there until the last
 * is applied and journaled, and from the journal to the review of what takes all of it back. The baseline is the same
 * with 50 grants, and a figure is the time of one grant.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const host = await startHost(null, 'en', { practice: { users: USERS } });
  try {
    const send = await openWindowless(host.url);
    valueOf(await send('deployments.open', { deployment: DEPLOYMENT }));
    const few = await planned(send, FEW);
    const many = await planned(send, GRANTS);
    const line = (name: string, figure: (planned: Planned) => number): BenchLine => ({
      name: `a plan of ${GRANTS.toLocaleString('en')} grants, ${name}, each grant`,
      value: `${figure(many).toFixed(2)} ms, ${((figure(many) * GRANTS) / 1_000).toFixed(1)} s in all`,
      baseline: `${figure(few).toFixed(2)} ms (${FEW} grants)`,
      ratio: figure(many) / figure(few),
      goal: 'as one of few, 1',
    });
    return [
      line('from drafts to review', ({ built }) => built),
      line('from review to applied', ({ applied }) => applied),
      line('from the journal to the drafts that undo it', ({ undone }) => undone),
    ];
  } finally {
    await host.stop();
  }
}

async function planned(send: Send, count: number): Promise<Planned> {
  const query = { text: '', registrarPool: null, assigned: { kind: 'automatic' } } as const;
  const asked = { deployment: DEPLOYMENT, search: 'bench', query, limit: count };
  const drafts = valueOf(await send('users.search', asked)).users.map(grantTo);
  const build = performance.now();
  const plan = valueOf(await send('plans.build', { deployment: DEPLOYMENT, drafts }));
  const apply = performance.now();
  const { steps } = valueOf(await send('plans.apply', { plan: plan.id, hash: plan.hash }));
  const end = performance.now();
  const left = steps.filter(({ state }) => state !== 'done').length;
  if (steps.length !== count || left > 0) throw new Error(`${left} of ${steps.length} steps were not done`);
  const [entry] = valueOf(await send('journal.list', { limit: 1 })).entries;
  const undo = performance.now();
  valueOf(await send('journal.undo', { entry: entry?.id ?? '' }));
  return {
    built: (apply - build) / count,
    applied: (end - apply) / count,
    undone: (performance.now() - undo) / count,
  };
}

function grantTo({ sipAddress, version, externalAccessPolicy }: UserListRow): Draft {
  return {
    kind: 'noun.set',
    noun: 'user',
    identity: sipAddress,
    versionRead: version,
    read: { externalAccessPolicy },
    values: { externalAccessPolicy: 'FedPic' },
  };
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
