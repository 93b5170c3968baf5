import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enumOf, listOf, psObject, scalar } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import { asText, dictionaryEntry, itemsOf, property } from '../clixml/read.ts';
import type { PsValue } from '../clixml/values.ts';
import { decodeErrorRecord } from '../codecs/error-record.ts';
import { decodeHostCall, decodeHostResponse, encodeHostCall } from '../codecs/host-call.ts';
import { encodeProgressRecord } from '../codecs/streams.ts';
import { anyValue } from '../testing/arbitrary-value.ts';
import { HOST_FACTS, testHost } from '../testing/host.ts';
import { answerHostCall } from './answer.ts';
import { Unanswered, type ChoiceQuestion, type FieldsQuestion, type PipelineHost } from './host.ts';

const secure = (text: string) => Promise.resolve(scalar('SS', `sealed ${text.length}`));
const NEVER = new AbortController().signal;

/** What a server reads of the answer to its call; null where none is sent. */
async function answerTo(method: number, parameters: readonly PsValue[], host: PipelineHost, callId = 7n) {
  const call = decodeHostCall(decodeClixml(encodeClixml(encodeHostCall({ callId, method, parameters }))));
  const response = await answerHostCall(call, host, { secure, signal: NEVER });
  return response === null ? null : decodeHostResponse(decodeClixml(encodeClixml(response)));
}

const choice = (label: string, helpMessage: string) => psObject({ extended: { label, helpMessage } });
const CHOICES = listOf([choice('&Yes', 'Go on.'), choice('&No', 'Stop.')], ['System.Collections.ArrayList']);

describe('what a server writes to the host', () => {
  it.each([
    [13, ['text'], 'plain: text'],
    [14, [enumOf('System.ConsoleColor', 'Red', 12), 0, 'red'], 'plain: red'],
    [15, [], 'plain: \n'],
    [16, ['line'], 'plain: line\n'],
    [17, [7, 0, 'grey'], 'plain: grey\n'],
    [18, ['wrong'], 'error: wrong\n'],
    [19, ['debug'], 'debug: debug\n'],
    [20, [1n, encodeProgressRecord(progressOf('Copying'))], 'progress: Copying'],
    [21, ['verbose'], 'verbose: verbose\n'],
    [22, ['warning'], 'warning: warning\n'],
    [6, [3], 'exit: 3'],
  ] satisfies [number, PsValue[], string][])('by method %i is shown and not answered', async (method, given, shown) => {
    const host = testHost();
    expect(await answerTo(method, given, host, -100n)).toBeNull();
    expect(host.shown).toEqual([shown]);
  });

  it('is passed over where this host has no such method', async () => {
    const host = testHost();
    expect(await answerTo(42, ['title'], host, -100n)).toBeNull();
    expect(await answerTo(99, [], host, -100n)).toBeNull();
    expect(host.shown).toEqual([]);
  });
});

describe('what a server asks', () => {
  it('one of several choices, and gets its place', async () => {
    const asked: ChoiceQuestion[] = [];
    const choose = (question: ChoiceQuestion) => Promise.resolve(asked.push(question));
    const answer = await answerTo(26, ['Confirm', 'Are you sure?', CHOICES, 0], testHost({ choose }));
    expect(answer).toEqual({ callId: 7n, result: 1, error: null });
    const choices = [
      { label: '&Yes', help: 'Go on.' },
      { label: '&No', help: 'Stop.' },
    ];
    expect(asked).toEqual([{ caption: 'Confirm', message: 'Are you sure?', choices, defaults: [0] }]);
  });

  it('several choices at once, with defaults or without', async () => {
    const defaults: (readonly number[])[] = [];
    const chooseSeveral = (question: ChoiceQuestion) => {
      defaults.push(question.defaults);
      return Promise.resolve([0, 1]);
    };
    const answer = await answerTo(56, ['', '', CHOICES, listOf([1, 5])], testHost({ chooseSeveral }));
    await answerTo(56, ['', '', CHOICES, -1], testHost({ chooseSeveral }));
    expect(itemsOf(answer?.result)).toEqual([0, 1]);
    expect(defaults).toEqual([[1], []]);
  });

  it('a choice of nothing is refused, not asked', async () => {
    const choose = () => Promise.reject(new Error('asked'));
    const answer = await answerTo(26, ['c', 'm', listOf([]), 0], testHost({ choose }));
    expect(decodeErrorRecord(answer?.error ?? null).category).toBe('NotImplemented');
  });

  it('a line, and a line that is secret as a SecureString', async () => {
    const host = testHost({ readLine: (secret) => Promise.resolve(secret ? 'hush' : 'aloud') });
    expect((await answerTo(11, [], host))?.result).toBe('aloud');
    expect((await answerTo(12, [], host))?.result).toEqual(scalar('SS', 'sealed 4'));
  });

  it('values of fields, each by its kind', async () => {
    const field = (name: string, type: string, more: Readonly<Record<string, PsValue>> = {}) =>
      psObject({ extended: { name, label: '', parameterTypeFullName: type, helpMessage: '', ...more } });
    const fields = listOf([
      field('Identity', 'System.String', { defaultValue: 'contoso.com' }),
      field('Force', 'System.Boolean'),
      field('Names', 'System.String[]'),
      field('Pin', 'System.Security.SecureString', { defaultValue: 'never shown' }),
      field('Who', 'System.Management.Automation.PSCredential'),
    ]);
    const asked: FieldsQuestion[] = [];
    const fill = (question: FieldsQuestion) => {
      asked.push(question);
      return Promise.resolve(['a.example', true, ['x', 'y'], '1234', { userName: 'ana', password: 'pw' }]);
    };
    const answer = await answerTo(23, ['cmdlet X', 'Supply values', fields], testHost({ fill }));
    expect(asked[0]?.fields.map(({ kind, preset }) => [kind, preset])).toEqual([
      ['text', 'contoso.com'],
      ['boolean', null],
      ['list', null],
      ['secret', null],
      ['credential', null],
    ]);
    expect(dictionaryEntry(answer?.result, 'Identity')).toBe('a.example');
    expect(dictionaryEntry(answer?.result, 'Force')).toBe(true);
    expect(itemsOf(dictionaryEntry(answer?.result, 'Names'))).toEqual(['x', 'y']);
    expect(dictionaryEntry(answer?.result, 'Pin')).toEqual(scalar('SS', 'sealed 4'));
    expect(property(dictionaryEntry(answer?.result, 'Who'), 'Password')).toEqual(scalar('SS', 'sealed 2'));
  });

  it.each([24, 25])('user and password by method %i', async (method) => {
    const askCredential = () => Promise.resolve({ userName: 'CONTOSO\\ana', password: 'secret' });
    const answer = await answerTo(method, ['c', 'm', 'ana', 'target', 1, 0], testHost({ askCredential }));
    expect(property(answer?.result, 'UserName')).toBe('CONTOSO\\ana');
    expect(property(answer?.result, 'Password')).toEqual(scalar('SS', 'sealed 6'));
  });

  it.each([
    [1, 'Edgewise'],
    [2, '1.0'],
    [3, HOST_FACTS.instanceId],
    [4, 'ko-KR'],
    [5, 'ko-KR'],
    [27, '7'],
    [29, '0'],
    [35, '25'],
    [41, 'edgewise invoke'],
    [45, 'False'],
    [54, 'False'],
  ])('a fact of the host or its window by method %i', async (method, fact) => {
    expect(asText((await answerTo(method, [], testHost()))?.result)).toBe(fact);
  });

  it.each([37, 39, 43, 44])('the size of the window by method %i', async (method) => {
    const result = (await answerTo(method, [], testHost()))?.result;
    expect([property(result, 'width'), property(result, 'height')]).toEqual([90, 30]);
  });

  it.each([46, 50, 7, 52, 99])('method %i, which this host does not have, and gets an error', async (method) => {
    const answer = await answerTo(method, [], testHost());
    expect(answer).toMatchObject({ callId: 7n, result: null });
    expect(decodeErrorRecord(answer?.error ?? null)).toMatchObject({
      category: 'NotImplemented',
      fullyQualifiedErrorId: 'HostFunctionNotImplemented',
    });
  });

  it('somebody who is not there, and gets an error', async () => {
    const answer = await answerTo(11, [], testHost({ readLine: () => Promise.reject(new Unanswered()) }));
    expect(decodeErrorRecord(answer?.error ?? null).message).toContain('Nobody answered');
  });
});

describe('whatever a server asks with', () => {
  const eager: Partial<PipelineHost> = {
    readLine: () => Promise.resolve('typed'),
    choose: ({ choices }) => Promise.resolve(choices.length - 1),
    chooseSeveral: ({ defaults }) => Promise.resolve(defaults),
    fill: ({ fields }) => Promise.resolve(fields.map(() => 'typed')),
    askCredential: ({ userName }) => Promise.resolve({ userName, password: 'typed' }),
  };

  it('is shown, answered or refused, and nothing else', async () => {
    const parameters = fc.array(anyValue, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), parameters, async (method, given) => {
        const call = { callId: 7n, method, parameters: given };
        const response = await answerHostCall(call, testHost(eager), { secure, signal: NEVER });
        const { result, error } = decodeHostResponse(decodeClixml(encodeClixml(response)));
        expect(result === null || error === null).toBe(true);
      }),
    );
  });
});

function progressOf(activity: string) {
  return {
    activity,
    activityId: 1,
    parentActivityId: -1,
    status: '',
    currentOperation: '',
    percentComplete: -1,
    secondsRemaining: -1,
    completed: false,
  };
}
