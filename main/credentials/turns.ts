/** Runs work in its turn. Rejects with an Error where there is no answer in time; then the work is not begun any more. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * One call into the keychain at a time. keytar waits for the keychain on one of Node's four threads, which files and
 * names need too, and cannot be told to stop: four calls to a keychain that hangs are a console that stands still. So
 * while one has had no answer in time, the next are refused at once, and none is begun until that answer comes.
 */
export function createTurns(deadlineMs: number): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let overdue = false;

  return async (work) => {
    if (overdue) throw new Error('it has not answered the last call yet');
    const call = { begun: false, givenUp: false };
    const answer = last.then(async () => {
      if (call.givenUp || overdue) throw new Error('it has not answered the call before');
      call.begun = true;
      try {
        return await work();
      } finally {
        overdue = false;
      }
    });
    last = answer.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        call.givenUp = true;
        overdue ||= call.begun;
        reject(new Error(`no answer within ${deadlineMs / 1000} s`));
      }, deadlineMs);
    });
    try {
      return await Promise.race([late, answer]);
    } finally {
      clearTimeout(timer);
    }
  };
}
