import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ConnectionLost } from '../transport/index.ts';
import { codeOf, Fault, FakeServer, never, received } from './fake-server.fixture.ts';
import { GET, open } from './testing.fixture.ts';

type Answer = (of: string) => string | Promise<string>;

const lost = () => new ConnectionLost('pool.contoso.com', true);

/** Answers the Receives of two pipelines, the one started first and the other, in turn. */
function answering(server: FakeServer, first: Answer[], second: Answer[]): void {
  const order: string[] = [];
  server.handlers.command = ({ commandId }) => {
    order.push(commandId ?? '');
    return `<rsp:CommandResponse><rsp:CommandId>${commandId ?? ''}</rsp:CommandId></rsp:CommandResponse>`;
  };
  server.handlers.receive = ({ commandId }) => {
    const answers = commandId === order[0] ? first : second;
    return (answers.shift() ?? never)(commandId ?? '');
  };
}

describe('a pipeline that brings nothing', () => {
  const timedOut = () => Promise.reject(new Fault(2150858793));

  it('ends some time after a lost reply, on which its end was', async () => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0], doubtMs: 200 });
    const answers: Answer[] = [
      () => received(server.output('a')),
      () => {
        server.state(4);
        throw lost();
      },
    ];
    server.handlers.receive = (request) => (answers.shift() ?? timedOut)(request.commandId ?? '');
    expect(await codeOf(session.run([GET]))).toBe('powershell.fragments-lost');
    expect(server.count('terminate')).toBe(1);
  });

  it.each([
    ['what was lost was nothing', () => Promise.reject(lost())],
    ['nothing was lost', timedOut],
  ])('is waited for, where %s', async (_how, nothing) => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0], doubtMs: 1_000 });
    const last = () => received(server.output('late') + server.state(4) + server.done());
    const answers: Answer[] = [nothing, timedOut, timedOut, last];
    server.handlers.receive = (request) => (answers.shift() ?? never)(request.commandId ?? '');
    expect((await session.run([GET])).output).toEqual(['late']);
  });

  it.each([
    ['TimedOut', timedOut],
    ['an answer without anything', () => received('')],
  ])('is not asked without pause by a server that answers %s at once', async (_what, nothing) => {
    const server = new FakeServer();
    const session = await open(server);
    const before = server.count('receive');
    server.handlers.receive = nothing;
    const run = codeOf(session.run([GET]));
    await setTimeout(1_000);
    expect(server.count('receive') - before).toBeLessThanOrEqual(5);
    await session.close();
    expect(await run).toBe('powershell.state');
  });

  it('nor is the pool itself', async () => {
    const server = new FakeServer();
    const session = await open(server, { keyMs: 500 });
    const before = server.count('receive');
    server.handlers.receive = timedOut;
    expect(await codeOf(session.secure('secret'))).toBe('network.timeout');
    expect(server.count('receive') - before).toBeLessThanOrEqual(4);
  });
});

describe('a read whose reply was lost while another of its pool goes on', () => {
  it('ends where an object was on the lost one, though the other had a later object', async () => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0] });
    const gone = Promise.withResolvers<undefined>();
    const passed = Promise.withResolvers<undefined>();
    answering(
      server,
      [
        (of) => received(server.output('a1', of)),
        async (of) => {
          server.output('a2, lost with the connection', of);
          gone.resolve(undefined);
          await passed.promise;
          throw lost();
        },
        (of) => received(server.output('a3', of) + server.state(4, of) + server.done(of)),
      ],
      [
        (of) => gone.promise.then(() => received(server.output('b1', of))),
        (of) => {
          passed.resolve(undefined);
          return received(server.output('b2', of));
        },
      ],
    );
    const [a, b] = [codeOf(session.run([GET])), codeOf(session.run([GET]))];
    expect(await a).toBe('powershell.fragments-lost');
    await session.close();
    await b;
  });

  it('goes on where nothing was on it, though objects of the other come later than its own', async () => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0] });
    const ended = Promise.withResolvers<undefined>();
    let ofB = '';
    answering(
      server,
      [
        (of) => received(server.output('a1', of)),
        () => Promise.reject(lost()),
        (of) => {
          const other = server.output('b1', ofB);
          const end = received(server.output('a2', of) + server.state(4, of) + server.done(of));
          // Numbered first, and still on its way when the end of the first read is there.
          void setTimeout(20).then(() => ended.resolve(undefined));
          held = other;
          return end;
        },
      ],
      [
        (of) => {
          ofB = of;
          return ended.promise.then(() => received(held + server.state(4, of) + server.done(of)));
        },
      ],
    );
    let held = '';
    const [a, b] = await Promise.all([session.run([GET]), session.run([GET])]);
    expect([a.output, b.output]).toEqual([['a1', 'a2'], ['b1']]);
  });
});
