import { describe, expect, it } from 'vitest';
import { errorFrom, failure, type ErrorCode } from '../../shared/errors.ts';
import { createDeploymentSession, type DeploymentSession, type OpenSession } from './deployment-session.ts';
import { engineSource, type EngineSource } from './engine-source.fixture.ts';

const signal = new AbortController().signal;
const lost = failure('network.lost', { host: 'pool01.contoso.com' });

function sessionOf(source: EngineSource): DeploymentSession {
  return createDeploymentSession(
    source,
    () => undefined,
    () => undefined,
  );
}

/** Work that goes on until the test ends it. */
interface Held {
  readonly begun: Promise<undefined>;
  readonly end: (error: Error) => void;
  readonly work: (open: OpenSession) => Promise<never>;
}

function held(): Held {
  const begun = Promise.withResolvers<undefined>();
  const ended = Promise.withResolvers<never>();
  return {
    begun: begun.promise,
    end: ended.reject,
    work: () => {
      begun.resolve(undefined);
      return ended.promise;
    },
  };
}

async function codeOf(work: Promise<unknown>): Promise<ErrorCode | 'done'> {
  return await work.then(
    () => 'done',
    (caught: unknown) => errorFrom(caught).code,
  );
}

/** The code that a read ends with which was under way when its session was closed, and then ended so. */
async function readClosedUnder(session: DeploymentSession, how: Error): Promise<ErrorCode | 'done'> {
  await session.opened(signal);
  const { begun, end, work } = held();
  const read = codeOf(session.read(work, signal));
  await begun;
  await session.close();
  end(how);
  return await read;
}

describe('a session that was closed', () => {
  it('is not opened again by a read that was under way', async () => {
    const source = engineSource('hq');
    const session = sessionOf(source);
    const how = failure('powershell.state', { action: 'run', state: 'closed' });
    expect(await readClosedUnder(session, how)).toBe('workstation.cancelled');
    expect(source.sessions.map((each) => each.closed())).toEqual([true]);
    expect(session.stands()).toBe(false);
  });

  it('is not opened again by a read that had been begun anew, either', async () => {
    const source = engineSource('hq');
    const session = sessionOf(source);
    await session.opened(signal);
    const again = held();
    const read = codeOf(
      session.read((open) => (open.session === source.sessions[0] ? Promise.reject(lost) : again.work(open)), signal),
    );
    await again.begun;
    await session.close();
    again.end(lost);
    expect(await read).toBe('workstation.cancelled');
    expect(source.sessions.map((each) => each.closed())).toEqual([true, true]);
  });

  it('leaves a read its own refusal, and is opened by the next one', async () => {
    const source = engineSource('hq');
    const session = sessionOf(source);
    const how = failure('cmdlet.answer-unreadable', { cmdlet: 'Get-CsAllowedDomain', reason: 'Domain' });
    expect(await readClosedUnder(session, how)).toBe('cmdlet.answer-unreadable');
    expect(await codeOf(session.read(() => Promise.resolve(1), signal))).toBe('done');
    expect(source.sessions).toHaveLength(2);
  });
});

describe('a session that a write holds', () => {
  const readIsLost = failure('powershell.fragments-lost', { reason: 'one is missing' });

  it('is left to it when a read beside it breaks the session, takes nothing new, and is closed when it has ended', async () => {
    const source = engineSource('hq');
    const session = sessionOf(source);
    const { begun, end, work } = held();
    const write = codeOf(session.hold(work, signal));
    await begun;
    const closed = (): readonly boolean[] => source.sessions.map((each) => each.closed());
    const read = session.read(
      (open) => (open.session === source.sessions[0] ? Promise.reject(readIsLost) : Promise.resolve('read')),
      signal,
    );
    expect(await read).toBe('read');
    expect(closed()).toEqual([false, false]);
    expect((await session.opened(signal)).session).toBe(source.sessions[1]);
    const other = held();
    const otherWrite = codeOf(session.hold(other.work, signal));
    end(failure('cmdlet.scripts-refused', {}));
    expect(await write).toBe('cmdlet.scripts-refused');
    expect(closed()).toEqual([true, false]);
    other.end(failure('cmdlet.scripts-refused', {}));
    await otherWrite;
    expect(closed(), 'it is nobody’s but still the shared one').toEqual([true, false]);
  });

  it('is closed when the last of those that hold it has ended', async () => {
    const source = engineSource('hq');
    const session = sessionOf(source);
    const [one, two] = [held(), held()];
    const writes = [one, two].map(({ work }) => codeOf(session.hold(work, signal)));
    await Promise.all([one.begun, two.begun]);
    session.ended(await session.opened(signal), lost.error);
    one.end(lost);
    await writes[0];
    expect(source.sessions[0]?.closed()).toBe(false);
    two.end(lost);
    await writes[1];
    expect(source.sessions[0]?.closed()).toBe(true);
    expect(session.stands()).toBe(false);
  });

  it('is left to it when a person disconnects, and is closed after it', async () => {
    const source = engineSource('hq');
    const session = sessionOf(source);
    const { begun, end, work } = held();
    const write = codeOf(session.hold(work, signal));
    await begun;
    await session.close();
    expect([session.stands(), source.sessions[0]?.closed()]).toEqual([false, false]);
    end(lost);
    await write;
    expect(source.sessions.map((each) => each.closed())).toEqual([true]);
  });
});
