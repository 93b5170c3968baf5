import { describe, expect, it } from 'vitest';
import { encodePoolState } from '../psrp/codecs/pool.ts';
import { MessageType } from '../psrp/messages/message-type.ts';
import { ConnectionLost } from '../transport/index.ts';
import { codeOf, created, Fault, FakeServer, never, received, SERVER_SHELL } from './fake-server.fixture.ts';
import { GET, open } from './testing.fixture.ts';

const MAX_SHELLS = 2150859173;

describe('opening', () => {
  it("uses the server's shell id, and larger envelopes once the version is known", async () => {
    const server = new FakeServer();
    const session = await open(server);
    await session.run([GET]);
    const [create, ...later] = server.seen;
    expect(create).toMatchObject({ verb: 'create', maxEnvelopeSize: 153_600, shellId: null });
    expect(new Set(later.map(({ shellId }) => shellId))).toEqual(new Set([SERVER_SHELL]));
    expect(later.find(({ verb }) => verb === 'command')?.maxEnvelopeSize).toBe(512_000);
    expect(session.facts).toMatchObject({
      shellId: SERVER_SHELL,
      address: '192.0.2.1',
      protocolVersion: '2.3',
      serializationVersion: '1.1.0.1',
    });
  });

  it('keeps to small envelopes with a server that knows no larger ones', async () => {
    const server = new FakeServer();
    const opened = () => server.stream(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened'), 'pool');
    server.handlers.receive = () => received(server.capability('2.1') + opened());
    const session = await open(server);
    delete server.handlers.receive;
    await session.run([GET]);
    expect(new Set(server.seen.map(({ maxEnvelopeSize }) => maxEnvelopeSize))).toEqual(new Set([153_600]));
    expect(session.facts.protocolVersion).toBe('2.1');
  });

  it('does not wait for what was on a lost reply: nothing later would say it again', async () => {
    const server = new FakeServer();
    server.handlers.receive = () => {
      server.handlers.receive = never;
      throw new ConnectionLost('pool.contoso.com', true);
    };
    expect(await codeOf(open(server))).toBe('network.lost');
    expect(server.count('delete')).toBe(1);
  });

  it('asks again where the lost Receive never left', async () => {
    const server = new FakeServer();
    server.handlers.receive = () => {
      delete server.handlers.receive;
      throw new ConnectionLost('pool.contoso.com', false);
    };
    await open(server, { receivePausesMs: [0] });
    expect(server.count('receive')).toBeGreaterThan(1);
  });

  it('tells warnings of the pool itself', async () => {
    const server = new FakeServer();
    const warning = '<Obj RefId="0"><MS><S N="InformationalRecord_Message">start-up</S></MS></Obj>';
    const opened = () => server.stream(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened'), 'pool');
    server.handlers.receive = () =>
      received(server.capability() + server.stream(MessageType.WARNING_RECORD, warning, 'pool') + opened());
    const warnings: string[] = [];
    await open(server, {}, { warn: (text) => warnings.push(text) });
    expect(warnings).toEqual(['start-up']);
  });

  it('tries again where a quota refuses it, a few times and no more', async () => {
    const server = new FakeServer();
    server.handlers.create = () => {
      if (server.count('create') < 3) throw new Fault(MAX_SHELLS);
      return created(SERVER_SHELL);
    };
    await open(server, { quotaPausesMs: [0, 0] });
    expect(server.count('create')).toBe(3);

    const full = new FakeServer();
    full.handlers.create = () => {
      throw new Fault(MAX_SHELLS);
    };
    expect(await codeOf(open(full, { quotaPausesMs: [0, 0] }))).toBe('ws-management.quota');
    expect(full.count('create')).toBe(3);
    expect(full.count('delete')).toBe(0);
  });

  it('never creates a second shell where the first may have come to be, and deletes that one', async () => {
    const server = new FakeServer();
    server.handlers.create = () => {
      throw new ConnectionLost('pool.contoso.com', true);
    };
    expect(await codeOf(open(server))).toBe('network.lost');
    expect(server.count('create')).toBe(1);
    expect(server.seen.at(-1)).toMatchObject({ verb: 'delete', shellId: server.messages[0]?.runspacePoolId });
  });

  it('creates it once more where the first cannot have arrived', async () => {
    const server = new FakeServer();
    server.handlers.create = () => {
      delete server.handlers.create;
      throw new ConnectionLost('pool.contoso.com', false);
    };
    await open(server);
    expect(server.count('create')).toBe(2);
    expect(server.count('delete')).toBe(0);
  });

  it('fails with a broken pool, and deletes its shell', async () => {
    const server = new FakeServer();
    server.handlers.receive = () =>
      received(server.stream(MessageType.RUNSPACEPOOL_STATE, encodePoolState('broken'), 'pool'));
    expect(await codeOf(open(server))).toBe('powershell.pool-broken');
    expect(server.seen.at(-1)).toMatchObject({ verb: 'delete', shellId: SERVER_SHELL });
  });

  it('can be given up at every step, and deletes what there is', async () => {
    for (const verb of ['create', 'receive'] as const) {
      const server = new FakeServer();
      const abort = new AbortController();
      server.handlers[verb] = () => {
        abort.abort();
        return never();
      };
      expect(await codeOf(open(server, {}, { signal: abort.signal }))).toBe('workstation.cancelled');
      expect(server.count('delete')).toBe(1);
    }
  });

  it('gives up the waiting between two tries', async () => {
    const server = new FakeServer();
    const abort = new AbortController();
    server.handlers.create = () => {
      setTimeout(() => abort.abort());
      throw new Fault(MAX_SHELLS);
    };
    expect(await codeOf(open(server, { quotaPausesMs: [600_000] }, { signal: abort.signal }))).toBe(
      'workstation.cancelled',
    );
  });
});

describe('closing', () => {
  it('deletes the shell once, however often it is asked for', async () => {
    const server = new FakeServer();
    const session = await open(server);
    await Promise.all([session.close(), session.close()]);
    await session.close();
    expect(server.count('delete')).toBe(1);
    expect(await codeOf(session.run([GET]))).toBe('powershell.state');
  });

  it('ends pipelines under way, which say why', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const waiting = Promise.withResolvers<undefined>();
    server.handlers.receive = () => {
      waiting.resolve(undefined);
      return never();
    };
    const running = codeOf(session.run([GET]));
    await waiting.promise;
    await session.close();
    expect(await running).toBe('powershell.state');
  });

  it.each([
    ['never answers', () => never()],
    ['is gone', () => Promise.reject(new ConnectionLost('pool.contoso.com', false))],
    ['refuses', () => Promise.reject(new Fault(87))],
  ])('is bounded and quiet when the server %s', async (_how, handler) => {
    const server = new FakeServer();
    const session = await open(server, { closeMs: 20 });
    server.handlers.delete = handler;
    await expect(session.close()).resolves.toBeUndefined();
  });
});

describe('stopping', () => {
  async function running(server: FakeServer, limits = {}) {
    const session = await open(server, limits);
    const waiting = Promise.withResolvers<undefined>();
    const stopped = Promise.withResolvers<string>();
    server.handlers.receive = () => {
      waiting.resolve(undefined);
      return stopped.promise;
    };
    const abort = new AbortController();
    const outcome = session.run([GET], { signal: abort.signal });
    const code = codeOf(outcome);
    await waiting.promise;
    return { session, abort, code, outcome, answer: stopped.resolve };
  }

  it('asks by the misspelt signal, on a connection no Receive holds up, and waits for Stopped', async () => {
    const server = new FakeServer();
    const { abort, code, answer } = await running(server);
    server.handlers.stop = () => {
      answer(received(server.state(3) + server.done()));
      return '';
    };
    abort.abort();
    expect(await code).toBe('powershell.stopped');
    const stop = server.seen.find(({ verb }) => verb === 'stop');
    expect(stop?.connection).toBe(server.seen.find(({ verb }) => verb === 'command')?.connection);
    expect(server.count('terminate')).toBe(1);
  });

  it('closes a command that does not stop in time', async () => {
    const server = new FakeServer();
    const { session, abort, code } = await running(server, { stopMs: 20 });
    abort.abort();
    expect(await code).toBe('powershell.stopped');
    expect(server.seen.at(-1)?.verb).toBe('terminate');
    delete server.handlers.receive;
    expect((await session.run([GET])).state).toBe('completed');
  });

  it('gives the outcome of a pipeline that completed all the same', async () => {
    const server = new FakeServer();
    const { abort, code, outcome, answer } = await running(server);
    code.catch(() => undefined);
    server.handlers.stop = () => {
      answer(received(server.output('done before') + server.state(4) + server.done()));
      throw new Fault(2150858843);
    };
    abort.abort();
    expect((await outcome).output).toEqual(['done before']);
  });

  it('says what kept it from stopping', async () => {
    const server = new FakeServer();
    const { abort, code } = await running(server);
    server.handlers.stop = () => {
      throw new ConnectionLost('pool.contoso.com', true);
    };
    abort.abort();
    expect(await code).toBe('network.lost');
  });

  it('before the Command is answered stops the command all the same', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const abort = new AbortController();
    const stopped = Promise.withResolvers<undefined>();
    server.handlers.command = ({ commandId }) => {
      abort.abort();
      return `<rsp:CommandResponse><rsp:CommandId>${commandId ?? ''}</rsp:CommandId></rsp:CommandResponse>`;
    };
    server.handlers.stop = () => {
      stopped.resolve(undefined);
      return '';
    };
    server.handlers.receive = () => stopped.promise.then(() => Promise.reject(new Fault(87)));
    expect(await codeOf(session.run([GET], { signal: abort.signal }))).toBe('ws-management.fault');
    expect(server.count('stop')).toBe(1);
  });

  it('before anything was sent sends nothing', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const asked = server.seen.length;
    expect(await codeOf(session.run([GET], { signal: AbortSignal.abort() }))).toBe('workstation.cancelled');
    expect(server.seen).toHaveLength(asked);
  });

  it('while its Command waits behind another takes it back at once, and sends nothing of it', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const waiting = Promise.withResolvers<undefined>();
    const answered = Promise.withResolvers<string>();
    server.handlers.command = ({ commandId }) => {
      waiting.resolve(undefined);
      return answered.promise.then(
        () => `<rsp:CommandResponse><rsp:CommandId>${commandId ?? ''}</rsp:CommandId></rsp:CommandResponse>`,
      );
    };
    server.handlers.receive = never;
    const slow = codeOf(session.run([GET]));
    await waiting.promise;
    const abort = new AbortController();
    const change = codeOf(session.run([{ name: 'Remove-CsAllowedDomain', arguments: [] }], { signal: abort.signal }));
    abort.abort();
    expect(await change).toBe('workstation.cancelled');
    answered.resolve('');
    await expect.poll(() => server.count('receive')).toBeGreaterThan(2);
    expect([server.count('command'), server.count('stop'), server.count('terminate')]).toEqual([1, 0, 0]);
    await session.close();
    await slow;
  });

  it('by the server itself is an outcome, not a failure', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.receive = () => received(server.state(3) + server.done());
    expect((await session.run([GET])).state).toBe('stopped');
  });
});
