import { describe, expect, it } from 'vitest';
import { Failure } from '../../shared/errors.ts';
import { encodeFragment, fragmentMessage } from '../psrp/fragments/fragment.ts';
import { FragmentTrail } from './fragment-trail.ts';
import { PoolObjects } from './pool-objects.ts';

const MESSAGE = Uint8Array.from({ length: 50 }, (_, index) => index);

function object(id: bigint): Uint8Array {
  return encodeFragment({ objectId: id, fragmentId: 0n, isStart: true, isEnd: true }, MESSAGE);
}

function codeOf(action: () => void): string {
  try {
    action();
  } catch (caught) {
    if (caught instanceof Failure) return caught.error.code;
    throw caught;
  }
  return 'none';
}

describe('the trail of a stream', () => {
  it('lets everything pass while nothing was lost, for a server counts as it likes', () => {
    const trail = new FragmentTrail(new PoolObjects(0n));
    expect(codeOf(() => [7n, 12n, 9n].forEach((id) => trail.take(object(id))))).toBe('none');
  });

  it('goes on after a loss with the next object', () => {
    const trail = new FragmentTrail(new PoolObjects(0n));
    trail.take(object(1n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(2n)))).toBe('none');
  });

  it('goes on with the next object of the pool, whichever stream had the last one', () => {
    const pool = new PoolObjects(0n);
    const trail = new FragmentTrail(pool);
    trail.take(object(1n));
    new FragmentTrail(pool).take(object(2n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(3n)))).toBe('none');
  });

  it('refuses to go on when a whole object is missing', () => {
    const trail = new FragmentTrail(new PoolObjects(0n));
    trail.take(object(1n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(3n)))).toBe('powershell.fragments-lost');
  });

  it('refuses to go on when the very first object is missing', () => {
    const trail = new FragmentTrail(new PoolObjects(4n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(6n)))).toBe('powershell.fragments-lost');
  });

  it('goes on inside an object with its next fragment only', () => {
    const [first, second, third] = fragmentMessage(5n, MESSAGE, 20);
    const after = (next: Uint8Array) => {
      const trail = new FragmentTrail(new PoolObjects(4n));
      trail.take(first!);
      trail.doubt();
      return codeOf(() => trail.take(next));
    };
    expect(after(second!)).toBe('none');
    expect(after(third!)).toBe('powershell.fragments-lost');
    expect(after(object(6n))).toBe('powershell.fragments-lost');
  });

  it.each([5, 21, 30])('breaks at once when the loss came %i bytes into a fragment', (length) => {
    const trail = new FragmentTrail(new PoolObjects(0n));
    trail.take(object(1n).subarray(0, length));
    expect(codeOf(() => trail.doubt())).toBe('powershell.fragments-lost');
  });

  it('reads fragments however they are cut', () => {
    const stream = Buffer.concat([object(1n), ...fragmentMessage(2n, MESSAGE, 7), object(3n)]);
    for (let size = 1; size < 40; size++) {
      const pool = new PoolObjects(0n);
      const trail = new FragmentTrail(pool);
      for (let at = 0; at < stream.length; at += size) trail.take(stream.subarray(at, at + size));
      expect(codeOf(() => trail.doubt())).toBe('none');
      expect(pool.highest).toBe(3n);
    }
  });

  it('is in doubt until something comes, and no longer', () => {
    const trail = new FragmentTrail(new PoolObjects(0n));
    trail.take(object(1n));
    trail.doubt();
    trail.doubt();
    trail.take(object(2n));
    expect(codeOf(() => trail.take(object(9n)))).toBe('none');
  });
});

describe('the trail of a stream beside others of its pool', () => {
  const NEVER = new AbortController().signal;

  /** Two streams; the first has had object 1 and lost a reply, the second has had what is given. */
  function two(...others: readonly bigint[]) {
    const pool = new PoolObjects();
    const [trail, other] = [new FragmentTrail(pool), new FragmentTrail(pool)];
    trail.take(object(1n));
    for (const id of others) other.take(object(id));
    trail.doubt();
    return { pool, trail, other };
  }

  it('refuses to go on when an object is missing that no other stream can bring, however far those have come', () => {
    const { trail } = two(3n);
    expect(codeOf(() => trail.take(object(4n)))).toBe('powershell.fragments-lost');
  });

  it('does not take for lost what another stream brought in any order', async () => {
    const { trail } = two(2n, 3n);
    trail.take(object(4n));
    await expect(trail.settle(0, NEVER)).resolves.toBeUndefined();
  });

  it('does not take for lost what another stream brings later', async () => {
    const { trail, other } = two();
    trail.take(object(4n));
    const settled = trail.settle(60_000, NEVER);
    other.take(object(2n));
    other.take(object(3n));
    await expect(settled).resolves.toBeUndefined();
  });

  it('refuses at its next object what the other stream has gone past', () => {
    const { trail, other } = two();
    trail.take(object(3n));
    other.take(object(4n));
    other.take(object(5n));
    expect(codeOf(() => trail.take(object(6n)))).toBe('powershell.fragments-lost');
  });

  it.each(['goes past it', 'ends', 'says nothing more'])('refuses at the end what another stream %s', async (how) => {
    const { trail, other } = two();
    trail.take(object(3n));
    const settled = trail.settle(how === 'says nothing more' ? 20 : 60_000, NEVER);
    if (how === 'goes past it') other.take(object(4n));
    if (how === 'ends') other.leave();
    await expect(settled).rejects.toMatchObject({ error: { code: 'powershell.fragments-lost' } });
  });

  it('waits for nothing where nothing is in doubt', async () => {
    const pool = new PoolObjects();
    const [trail] = [new FragmentTrail(pool), new FragmentTrail(pool)];
    trail.take(object(7n));
    trail.take(object(12n));
    await expect(trail.settle(60_000, NEVER)).resolves.toBeUndefined();
  });

  it('refuses when its first object was lost and another stream has had a later one', () => {
    const pool = new PoolObjects();
    const [trail, other] = [new FragmentTrail(pool), new FragmentTrail(pool)];
    other.take(object(2n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(3n)))).toBe('powershell.fragments-lost');
  });

  it('goes on where a stream that ended before it began had left numbers out', () => {
    const pool = new PoolObjects();
    const other = new FragmentTrail(pool);
    other.take(object(5n));
    other.leave();
    const trail = new FragmentTrail(pool);
    trail.doubt();
    expect(codeOf(() => trail.take(object(6n)))).toBe('none');
  });

  it('takes what is missing for lost where more was left out than is kept', () => {
    const { trail, other } = two();
    for (let id = 2n; id < 4_000n; id += 2n) other.take(object(id));
    expect(codeOf(() => trail.take(object(4_001n)))).toBe('powershell.fragments-lost');
  });
});
