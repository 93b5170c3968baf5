import { describe, expect, test } from 'vitest';
import { answerHostCall, encodeClixml, HostMethod, HostRefusal, type HostCall } from '../../../psrp/index.ts';
import { testHost } from '../../../psrp/testing/host.ts';
import { HostCalls } from './host-calls.ts';

function newCalls(): { readonly calls: HostCalls; readonly sent: HostCall[]; readonly stop: AbortController } {
  const sent: HostCall[] = [];
  const stop = new AbortController();
  return { calls: new HostCalls((call) => sent.push(call), stop.signal), sent, stop };
}

/** What a client that types this line answers. */
async function answerTo(call: HostCall, line?: string): Promise<string> {
  const host = line === undefined ? testHost() : testHost({ readLine: () => Promise.resolve(line) });
  const means = { secure: () => Promise.reject(new Error('no secret')), signal: new AbortController().signal };
  const answer = await answerHostCall(call, host, means);
  return encodeClixml(answer);
}

describe('calls of the client’s host', () => {
  test('are answered by their number, in whatever order', async () => {
    const { calls, sent } = newCalls();
    const [first, second] = [calls.ask(HostMethod.ReadLine, []), calls.ask(HostMethod.ReadLine, [])];
    expect(sent.map(({ callId }) => callId)).toEqual([1n, 2n]);
    calls.answered(await answerTo(sent[1]!, 'two'));
    calls.answered(await answerTo(sent[0]!, 'one'));
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  });

  test('without a result want no answer', () => {
    const { calls, sent } = newCalls();
    calls.tell(HostMethod.WriteLine2, ['text']);
    expect(sent).toEqual([{ callId: -100n, method: HostMethod.WriteLine2, parameters: ['text'] }]);
  });

  test('are refused in the client’s words', async () => {
    const { calls, sent } = newCalls();
    const asked = calls.ask(HostMethod.ReadLine, []);
    calls.answered(await answerTo(sent[0]!));
    await expect(asked).rejects.toThrow(/Nobody answered/);
    await expect(asked).rejects.toBeInstanceOf(HostRefusal);
  });

  test('are given up when the pipeline is stopped, and not made after it', async () => {
    const { calls, sent, stop } = newCalls();
    const asked = calls.ask(HostMethod.ReadLine, []);
    stop.abort();
    await expect(asked).rejects.toBeInstanceOf(HostRefusal);
    await expect(calls.ask(HostMethod.ReadLine, [])).rejects.toBeInstanceOf(HostRefusal);
    expect(sent).toHaveLength(1);
  });

  test('are not answered by what nobody asked', async () => {
    const { calls, sent } = newCalls();
    const asked = calls.ask(HostMethod.ReadLine, []);
    calls.answered(await answerTo({ callId: 9n, method: HostMethod.ReadLine, parameters: [] }, 'nine'));
    calls.answered(await answerTo(sent[0]!, 'one'));
    calls.answered(await answerTo(sent[0]!, 'again'));
    expect(await asked).toBe('one');
    expect(() => calls.answered('<S>no response</S>')).toThrow(/message-malformed/);
  });
});
