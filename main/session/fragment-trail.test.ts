import { describe, expect, it } from 'vitest';
import { Failure } from '../../shared/errors.ts';
import { encodeFragment, fragmentMessage } from '../psrp/fragments/fragment.ts';
import { FragmentTrail } from './fragment-trail.ts';

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
    const trail = new FragmentTrail({ highest: 0n });
    expect(codeOf(() => [7n, 12n, 9n].forEach((id) => trail.take(object(id))))).toBe('none');
  });

  it('goes on after a loss with the next object', () => {
    const trail = new FragmentTrail({ highest: 0n });
    trail.take(object(1n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(2n)))).toBe('none');
  });

  it('goes on with the next object of the pool, whichever stream had the last one', () => {
    const pool = { highest: 0n };
    const trail = new FragmentTrail(pool);
    trail.take(object(1n));
    new FragmentTrail(pool).take(object(2n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(3n)))).toBe('none');
  });

  it('refuses to go on when a whole object is missing', () => {
    const trail = new FragmentTrail({ highest: 0n });
    trail.take(object(1n));
    trail.doubt();
    expect(codeOf(() => trail.take(object(3n)))).toBe('powershell.fragments-lost');
  });

  it('refuses to go on when the very first object is missing', () => {
    const trail = new FragmentTrail({ highest: 4n });
    trail.doubt();
    expect(codeOf(() => trail.take(object(6n)))).toBe('powershell.fragments-lost');
  });

  it('goes on inside an object with its next fragment only', () => {
    const [first, second, third] = fragmentMessage(5n, MESSAGE, 20);
    const after = (next: Uint8Array) => {
      const trail = new FragmentTrail({ highest: 4n });
      trail.take(first!);
      trail.doubt();
      return codeOf(() => trail.take(next));
    };
    expect(after(second!)).toBe('none');
    expect(after(third!)).toBe('powershell.fragments-lost');
    expect(after(object(6n))).toBe('powershell.fragments-lost');
  });

  it.each([5, 21, 30])('breaks at once when the loss came %i bytes into a fragment', (length) => {
    const trail = new FragmentTrail({ highest: 0n });
    trail.take(object(1n).subarray(0, length));
    expect(codeOf(() => trail.doubt())).toBe('powershell.fragments-lost');
  });

  it('reads fragments however they are cut', () => {
    const stream = Buffer.concat([object(1n), ...fragmentMessage(2n, MESSAGE, 7), object(3n)]);
    for (let size = 1; size < 40; size++) {
      const pool = { highest: 0n };
      const trail = new FragmentTrail(pool);
      for (let at = 0; at < stream.length; at += size) trail.take(stream.subarray(at, at + size));
      expect(codeOf(() => trail.doubt())).toBe('none');
      expect(pool.highest).toBe(3n);
    }
  });

  it('is in doubt until something comes, and no longer', () => {
    const trail = new FragmentTrail({ highest: 0n });
    trail.take(object(1n));
    trail.doubt();
    trail.doubt();
    trail.take(object(2n));
    expect(codeOf(() => trail.take(object(9n)))).toBe('none');
  });
});
