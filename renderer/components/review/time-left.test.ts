import { expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

it('what is left of a plan is guessed once some steps are done, coarsely', () => {
  expect(timeLeft(4, 4683, 60_000)).toBeNull();
  expect(timeLeft(40, 4683, 2_000)).toBeNull();
  expect(timeLeft(118, 4683, 6_000)).toEqual({ id: 'review.minutes-left', values: { minutes: 4 } });
  expect(timeLeft(4_000, 4_683, 200_000)).toEqual({ id: 'review.seconds-left', values: { seconds: 35 } });
  expect(timeLeft(10, 10, 9_000)).toBeNull();
});
