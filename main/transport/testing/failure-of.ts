import { Failure } from '../../../shared/errors.ts';

/** The Failure some work ends in; anything else, success too, is the test's failure. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const caught: unknown = await work.then(
    () => 'success',
    (reason: unknown) => reason,
  );
  if (caught instanceof Failure) return caught;
  throw new Error(`expected a Failure, got ${String(caught)}`, { cause: caught });
}
