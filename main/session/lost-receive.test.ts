import { describe, expect, it } from 'vitest';
import { ConnectionLost } from '../transport/index.ts';
import { codeOf, FakeServer, never, received } from './fake-server.fixture.ts';
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
          setTimeout(() => ended.resolve(undefined), 20);
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
