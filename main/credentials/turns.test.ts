import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that ends when it is told to. */
function calls() {
  const begun: string[] = [];
  const answers = new Map<string, (value: string) => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      answers.set(name, resolve);
    });
  return { begun, work, answer: (name: string) => answers.get(name)?.(name) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('calls to a keychain', () => {
  it('are made one at a time, in order, and each gets its own answer', async () => {
    const inTurn = createTurns(5_000);
    const { begun, work, answer } = calls();
    const both = Promise.all([inTurn(work('a')), inTurn(work('b'))]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(['a']);
    answer('a');
    await vi.advanceTimersByTimeAsync(0);
    answer('b');
    expect(await both).toEqual(['a', 'b']);
  });

  it('end in time when it hangs; those behind are not begun, and the next are refused at once', async () => {
    const inTurn = createTurns(5_000);
    const { begun, work } = calls();
    const first = expect(inTurn(work('a'))).rejects.toThrow('no answer within 5 s');
    const behind = expect(inTurn(work('b'))).rejects.toThrow('no answer within 5 s');
    await vi.advanceTimersByTimeAsync(5_000);
    await Promise.all([first, behind]);
    await expect(inTurn(work('c'))).rejects.toThrow('it has not answered the last call yet');
    expect(begun).toEqual(['a']);
  });

  it('are made again once the late answer has come; what was given up stays undone', async () => {
    const inTurn = createTurns(5_000);
    const { begun, work, answer } = calls();
    const late = Promise.allSettled([inTurn(work('a')), inTurn(work('b'))]);
    await vi.advanceTimersByTimeAsync(5_000);
    await late;
    answer('a');
    await vi.advanceTimersByTimeAsync(0);
    const next = inTurn(work('c'));
    await vi.advanceTimersByTimeAsync(0);
    answer('c');
    expect(await next).toBe('c');
    expect(begun).toEqual(['a', 'c']);
  });

  it('that fail leave the turn to the next', async () => {
    const inTurn = createTurns(5_000);
    await expect(inTurn(() => Promise.reject(new Error('locked')))).rejects.toThrow('locked');
    expect(await inTurn(() => Promise.resolve('b'))).toBe('b');
  });
});
