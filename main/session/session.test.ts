import { describe, expect, it } from 'vitest';
import { failure, Failure } from '../../shared/errors.ts';
import { decodeClixml } from '../psrp/clixml/decode.ts';
import type { PipelineEvent } from '../psrp/records.ts';
import { MessageType } from '../psrp/messages/message-type.ts';
import { ConnectionLost } from '../transport/index.ts';
import { codeOf, Fault, FakeServer, never, received, SERVER_SHELL } from './fake-server.fixture.ts';
import { open, GET } from './testing.fixture.ts';

const lost = (requestSent: boolean) => new ConnectionLost('pool.contoso.com', requestSent);

describe('running a pipeline', () => {
  it('gives output, errors and warnings, and frees the command on the server', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const warning = '<Obj RefId="0"><MS><S N="InformationalRecord_Message">careful</S></MS></Obj>';
    server.handlers.receive = () =>
      received(
        server.output('a') +
          server.output(2) +
          server.stream(MessageType.WARNING_RECORD, warning) +
          server.state(4) +
          server.done(),
      );
    const outcome = await session.run([GET]);
    expect(outcome).toEqual({ state: 'completed', output: ['a', 2], errors: [], warnings: ['careful'], reason: null });
    await session.close();
    expect(server.count('terminate')).toBe(1);
  });

  it('tells every record in order and keeps no output when told to', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const parts = [() => server.output('a'), () => server.output('b'), () => server.state(4) + server.done()];
    server.handlers.receive = () => received(parts.shift()!());
    const events: PipelineEvent[] = [];
    const outcome = await session.run([GET], { onEvent: (event) => events.push(event) });
    expect(outcome.output).toEqual([]);
    expect(events.map((event) => (event.kind === 'output' ? event.value : event.kind))).toEqual(['a', 'b', 'state']);
  });

  it('terminates a command whose reader throws, and throws that on', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.receive = () => received(server.output('a'));
    const reader = () => {
      throw new RangeError('reader');
    };
    await expect(session.run([GET], { onEvent: reader })).rejects.toThrow('reader');
    expect(server.count('terminate')).toBe(1);
  });

  it('does not hang where Done never comes', async () => {
    const server = new FakeServer();
    const session = await open(server, { doneMs: 20 });
    const answers = [() => received(server.output(1) + server.state(4)), never];
    server.handlers.receive = () => answers.shift()!();
    expect((await session.run([GET])).output).toEqual([1]);
  });

  it('asks for Done once more and briefly where it did not come with the end', async () => {
    const server = new FakeServer();
    const session = await open(server, { doneMs: 2_500 });
    const before = server.count('receive');
    const answers = [() => received(server.output(1) + server.state(4)), () => Promise.reject(new Fault(2150858793))];
    server.handlers.receive = () => answers.shift()!();
    expect((await session.run([GET])).state).toBe('completed');
    const asked = server.seen.filter(({ verb }) => verb === 'receive').slice(before);
    expect(asked.map(({ operationTimeout }) => operationTimeout)).toEqual(['PT20S', 'PT2.5S']);
  });

  it('does not take a command that is done without its last state for a short answer', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.receive = () => received(server.output(1) + server.done());
    expect(await codeOf(session.run([GET]))).toBe('powershell.fragments-lost');
    expect(server.count('terminate')).toBe(1);
  });

  it('asks again after the operation time-out, as often as it comes', async () => {
    const server = new FakeServer();
    const session = await open(server);
    let silent = 5;
    server.handlers.receive = () => {
      if (silent-- > 0) throw new Fault(2150858793);
      return received(server.output('late') + server.state(4) + server.done());
    };
    expect((await session.run([GET])).output).toEqual(['late']);
  });

  it('refuses output of another command', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.receive = () => received(server.output(1).replace(/CommandId="[^"]*"/, 'CommandId="OTHER"'));
    expect(await codeOf(session.run([GET]))).toBe('ws-management.reply-malformed');
  });

  it('follows the command id the server gave', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const usual = server.handlers;
    usual.command = () => '<rsp:CommandResponse><rsp:CommandId>SERVERS</rsp:CommandId></rsp:CommandResponse>';
    usual.receive = ({ commandId }) => {
      throw new Fault(commandId === 'SERVERS' ? 87 : 88);
    };
    const error = await session.run([GET]).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).error.values).toMatchObject({ faultCode: 87 });
    expect(server.seen.at(-1)).toMatchObject({ verb: 'terminate', commandId: 'SERVERS', shellId: SERVER_SHELL });
  });

  it('answers a host call with a refusal, on the stream pr, for the server waits for it', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const call =
      '<Obj RefId="0"><MS><I64 N="ci">7</I64><Obj N="mi" RefId="1"><ToString>PromptForChoice</ToString><I32>26</I32></Obj>' +
      '<Obj N="mp" RefId="2"><LST/></Obj></MS></Obj>';
    const answers = [
      () => received(server.stream(MessageType.PIPELINE_HOST_CALL, call)),
      () => received(server.state(5) + server.done()),
    ];
    server.handlers.receive = () => answers.shift()!();
    expect((await session.run([GET])).state).toBe('failed');
    const answer = server.messages.find(({ type }) => type === MessageType.PIPELINE_HOST_RESPONSE);
    expect(answer?.data).toContain('<I64 N="ci">7</I64>');
    expect(answer?.data).toContain('N="me"');
  });
});

describe('a large pipeline', () => {
  const VALUE = 'x'.repeat(1_000_000);

  it('sends what does not fit into Command by Send, and no envelope is larger than the limit', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const whole = Promise.withResolvers<undefined>();
    server.handlers.send = () => {
      if (server.messages.at(-1)?.type === MessageType.CREATE_PIPELINE) whole.resolve(undefined);
      return '';
    };
    server.handlers.receive = () => whole.promise.then(() => received(server.state(4) + server.done()));
    await session.run([{ name: 'New-CsThing', arguments: [{ name: 'Value', value: VALUE }] }]);
    const sent = server.seen.filter(({ verb }) => verb === 'command' || verb === 'send');
    expect(sent.map(({ verb }) => verb)).toEqual(['command', 'send', 'send']);
    for (const { bytes, maxEnvelopeSize } of sent) expect(bytes).toBeLessThanOrEqual(maxEnvelopeSize);
    expect(server.messages.at(-1)?.data).toContain(VALUE);
  });

  it('sends input objects in order, and their end', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const fed = Promise.withResolvers<undefined>();
    server.handlers.send = () => {
      if (server.messages.at(-1)?.type === MessageType.END_OF_PIPELINE_INPUT) fed.resolve(undefined);
      return '';
    };
    server.handlers.receive = () => fed.promise.then(() => received(server.state(4) + server.done()));
    await session.run([GET], { input: [1, VALUE, 'three'] });
    const inputs = server.messages.filter(({ type }) => type === MessageType.PIPELINE_INPUT);
    expect(inputs.map(({ data }) => decodeClixml(data))).toEqual([1, VALUE, 'three']);
  });

  it('that ends before it has read its input has its own outcome, not the refused Send', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const refused = Promise.withResolvers<undefined>();
    server.handlers.send = () => {
      refused.resolve(undefined);
      throw new Fault(2150858843);
    };
    server.handlers.receive = () =>
      refused.promise.then(() => received(server.output('first') + server.state(4) + server.done()));
    expect((await session.run([GET], { input: [VALUE] })).output).toEqual(['first']);
    expect((await session.run([GET])).state).toBe('completed');
  });

  it('whose Send fails rejects with that, though the Receive would wait for ever', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.send = () => {
      throw lost(true);
    };
    server.handlers.receive = never;
    expect(await codeOf(session.run([GET], { input: [1] }))).toBe('network.lost');
    expect(server.count('send')).toBe(1);
    expect(server.count('terminate')).toBe(1);
  });
});

describe('a Send that is never answered', () => {
  it('does not keep the next pipeline waiting once its own was stopped', async () => {
    const server = new FakeServer();
    const session = await open(server, { closeMs: 20 });
    const sending = Promise.withResolvers<undefined>();
    const stopping = Promise.withResolvers<undefined>();
    server.handlers.send = () => {
      sending.resolve(undefined);
      return never();
    };
    server.handlers.stop = () => {
      stopping.resolve(undefined);
      return '';
    };
    server.handlers.receive = () => stopping.promise.then(() => received(server.state(3) + server.done()));
    const stop = new AbortController();
    const stopped = codeOf(session.run([GET], { input: [1], signal: stop.signal }));
    await sending.promise;
    stop.abort();
    expect(await stopped).toBe('powershell.stopped');
    delete server.handlers.receive;
    expect((await session.run([GET])).state).toBe('completed');
  });

  it('does not either once its own failed', async () => {
    const server = new FakeServer();
    const session = await open(server, { closeMs: 20 });
    const sending = Promise.withResolvers<undefined>();
    server.handlers.send = () => {
      sending.resolve(undefined);
      return never();
    };
    server.handlers.receive = () => sending.promise.then(() => Promise.reject(new Fault(87)));
    expect(await codeOf(session.run([GET], { input: [1] }))).toBe('ws-management.fault');
    delete server.handlers.receive;
    expect((await session.run([GET])).state).toBe('completed');
  });
});

describe('a pipeline that failed', () => {
  it('is sent nothing more, though input is left', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const sending = Promise.withResolvers<undefined>();
    const held = Promise.withResolvers<string>();
    server.handlers.send = () => {
      sending.resolve(undefined);
      return held.promise;
    };
    server.handlers.receive = () => sending.promise.then(() => Promise.reject(new Fault(87)));
    expect(await codeOf(session.run([GET], { input: ['x'.repeat(2_000_000)] }))).toBe('ws-management.fault');
    held.resolve('');
    delete server.handlers.receive;
    await session.run([GET]);
    expect(server.count('send')).toBe(1);
    expect(server.count('terminate')).toBeGreaterThanOrEqual(1);
  });
});

describe('a lost connection', () => {
  it('never sends a Command again that may have arrived, and closes it before it says so', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.command = () => {
      throw lost(true);
    };
    expect(await codeOf(session.run([GET]))).toBe('network.lost');
    expect(server.count('command')).toBe(1);
    expect(server.count('terminate')).toBe(1);
  });

  it('sends a Command once more that cannot have arrived', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.command = () => {
      delete server.handlers.command;
      throw lost(false);
    };
    expect((await session.run([GET])).state).toBe('completed');
    expect(server.count('command')).toBe(2);
  });

  it('asks for output again', async () => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0, 0] });
    const answers = [
      () => received(server.output(1)),
      () => Promise.reject(lost(true)),
      () => Promise.reject(lost(false)),
      () => received(server.output(2) + server.state(4) + server.done()),
    ];
    server.handlers.receive = () => answers.shift()!();
    expect((await session.run([GET])).output).toEqual([1, 2]);
  });

  it('breaks a pipeline of whose output something is missing, though no fragment shows it', async () => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0] });
    const answers = [
      () => received(server.output(1)),
      () => {
        server.output('lost with the connection');
        return Promise.reject(lost(true));
      },
      () => received(server.output(3) + server.state(4) + server.done()),
    ];
    server.handlers.receive = () => answers.shift()!();
    expect(await codeOf(session.run([GET]))).toBe('powershell.fragments-lost');
    expect(server.count('terminate')).toBe(1);
    delete server.handlers.receive;
    expect((await session.run([GET])).state).toBe('completed');
  });

  it('is given up after a few tries in a row, as what it was', async () => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0, 0] });
    const before = server.count('receive');
    server.handlers.receive = () => {
      throw lost(true);
    };
    expect(await codeOf(session.run([GET]))).toBe('network.lost');
    expect(server.count('receive') - before).toBe(3);
  });

  it('is told as lost, not as refused, when the server is gone: the command was sent', async () => {
    const server = new FakeServer();
    const session = await open(server, { receivePausesMs: [0, 0] });
    const answers = [lost(true), failure('network.refused', { host: 'pool.contoso.com', port: 443 })];
    server.handlers.receive = () => {
      throw answers.shift()!;
    };
    expect(await codeOf(session.run([GET]))).toBe('network.lost');
  });
});

describe('a shell that is gone', () => {
  it('fails the pipeline, and every later one at once', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.command = () => {
      throw new Fault(2150858843);
    };
    expect(await codeOf(session.run([GET]))).toBe('ws-management.shell-gone');
    const asked = server.seen.length;
    expect(await codeOf(session.run([GET]))).toBe('ws-management.shell-gone');
    expect(await codeOf(session.commandMetadata(['*-Cs*']))).toBe('ws-management.shell-gone');
    await session.close();
    expect(server.seen).toHaveLength(asked);
  });

  it('is not what a refused pipeline means', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.command = () => {
      delete server.handlers.command;
      throw new Fault(2150859241);
    };
    expect(await codeOf(session.run([GET]))).toBe('ws-management.quota');
    expect(server.count('terminate')).toBe(0);
    expect((await session.run([GET])).state).toBe('completed');
  });
});

describe('connections', () => {
  it('keep every Receive apart from Command, Send, stop and Delete, and concurrent pipelines apart', async () => {
    const server = new FakeServer();
    const session = await open(server);
    const both = Promise.withResolvers<undefined>();
    let waiting = 0;
    server.handlers.receive = async () => {
      if (++waiting === 2) both.resolve(undefined);
      await both.promise;
      throw new Fault(87);
    };
    await Promise.allSettled([session.run([GET]), session.run([GET])]);
    await session.close();
    const of = (...verbs: string[]) =>
      new Set(server.seen.filter(({ verb }) => verbs.includes(verb)).map((each) => each.connection));
    const receiving = of('receive');
    expect(receiving.size).toBe(2);
    expect(of('create', 'command', 'send', 'delete').size).toBe(1);
    expect([...of('create', 'command', 'send', 'delete')].some((connection) => receiving.has(connection))).toBe(false);
    expect(server.connections).toBe(3);
  });

  it('are used again by later pipelines', async () => {
    const server = new FakeServer();
    const session = await open(server);
    for (let run = 0; run < 5; run++) await session.run([GET]);
    expect(server.connections).toBe(2);
  });
});

describe('command metadata', () => {
  const COUNT = '<Obj RefId="0"><MS><I32 N="Count">1</I32></MS></Obj>';
  const COMMAND = '<Obj RefId="0"><MS><S N="Name">Get-CsAllowedDomain</S><I32 N="CommandType">2</I32></MS></Obj>';

  it('is asked on a command of its own and read', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.receive = () =>
      received(
        server.stream(MessageType.PIPELINE_OUTPUT, COUNT) +
          server.stream(MessageType.PIPELINE_OUTPUT, COMMAND) +
          server.state(4) +
          server.done(),
      );
    const [command] = await session.commandMetadata(['*-Cs*']);
    expect(command?.name).toBe('Get-CsAllowedDomain');
    expect(server.messages.at(-1)).toMatchObject({ type: MessageType.GET_COMMAND_METADATA });
  });

  it('that fails is an error, not an empty list', async () => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.receive = () => received(server.state(5) + server.done());
    expect(await codeOf(session.commandMetadata(['*-Cs*']))).toBe('cmdlet.error');
  });
});
