import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/errors.ts';
import { dictionaryOf, listOf, psObject, scalar } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import { encodeCommandMetadata, encodeMetadataCount } from '../codecs/command-metadata.ts';
import { decodeCommandPipeline } from '../codecs/command.ts';
import { encodePipelineEvent } from '../codecs/pipeline-event.ts';
import { decodeErrorRecord } from '../codecs/error-record.ts';
import { encodeApplicationPrivateData, encodePoolState, encodeSessionCapability } from '../codecs/pool.ts';
import { Defragmenter } from '../fragments/defragmenter.ts';
import { MessageType } from '../messages/message-type.ts';
import { decodeMessage } from '../messages/message.ts';
import type { PipelineEvent } from '../records.ts';
import { NASTY_TEXT } from '../testing/nasty-text.ts';
import { serverVoice } from '../testing/server-voice.ts';
import { ClientRunspacePool } from './runspace-pool.ts';

/** One change to bytes or text: something taken out, put in, repeated or turned over. */
interface Mutation {
  readonly kind: 'drop' | 'insert' | 'repeat' | 'flip';
  readonly at: number;
  readonly length: number;
  readonly filling: Uint8Array;
}

const anyMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('drop' as const, 'insert' as const, 'repeat' as const, 'flip' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
    filling: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 20 }),
      fc
        .constantFrom(
          '<Obj RefId="0">',
          '</MS>',
          '<Ref RefId="0" />',
          '<TNRef RefId="9" />',
          '&',
          ']]>',
          '<!--',
          '<LST>',
          '_xD800_',
        )
        .map((text) => new TextEncoder().encode(text)),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutated(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  return mutations.reduce<Uint8Array>((current, { kind, at, length, filling }) => {
    const from = Math.floor(at * current.length);
    const before = current.subarray(0, from);
    const piece = current.subarray(from, from + length);
    const after = current.subarray(from + length);
    switch (kind) {
      case 'drop':
        return Buffer.concat([before, after]);
      case 'insert':
        return Buffer.concat([before, filling, piece, after]);
      case 'repeat':
        return Buffer.concat([before, piece, piece, after]);
      case 'flip':
        return Buffer.concat([
          before,
          piece.map((byte, index) => byte ^ (filling[index % filling.length] ?? 0)),
          after,
        ]);
    }
  }, bytes);
}

/** A change that leaves XML well-formed: elements renamed, an attribute's value replaced, a leaf dropped or repeated. */
type Rewriting =
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly which: number }
  | { readonly kind: 'attribute'; readonly value: string; readonly which: number }
  | { readonly kind: 'leaf'; readonly times: number; readonly which: number };

const TAGS = [
  'S',
  'I32',
  'I64',
  'B',
  'Obj',
  'LST',
  'DCT',
  'En',
  'Props',
  'MS',
  'TN',
  'T',
  'ToString',
  'Nil',
  'PR',
  'New',
];
const anyRewriting: fc.Arbitrary<readonly Rewriting[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('rename' as const),
      from: fc.constantFrom(...TAGS),
      to: fc.constantFrom(...TAGS, 'Ref', 'TNRef'),
      which: fc.nat(9),
    }),
    fc.record({
      kind: fc.constant('attribute' as const),
      value: fc.constantFrom('', '0', '1', '99', 'Key', 'Value', '__proto__', '_x0000_'),
      which: fc.nat(30),
    }),
    fc.record({ kind: fc.constant('leaf' as const), times: fc.constantFrom(0, 2, 3), which: fc.nat(20) }),
  ),
  { minLength: 1, maxLength: 3 },
);

function rewritten(xml: string, rewriting: Rewriting): string {
  let left = rewriting.which;
  switch (rewriting.kind) {
    case 'rename': {
      // A whole leaf, start and end, or every element of that name where it holds others.
      const { from, to } = rewriting;
      const leaf = new RegExp(`<${from}( [^>]*)?>([^<]*)</${from}>`, 'g');
      if (leaf.test(xml)) {
        return xml.replace(leaf, (all, attributes = '', text = '') =>
          left-- === 0 ? `<${to}${attributes}>${text}</${to}>` : all,
        );
      }
      return xml.replaceAll(new RegExp(`(</?)${from}(?=[ >])`, 'g'), `$1${to}`);
    }
    case 'attribute':
      return xml.replace(/="[^"]*"/g, (all) => (left-- === 0 ? `="${rewriting.value}"` : all));
    case 'leaf':
      return xml.replace(/<(\w+)(?: [^>]*)?>[^<]*<\/\1>/g, (all) => (left-- === 0 ? all.repeat(rewriting.times) : all));
  }
}

/** Runs; a Failure is an answer, anything else is a defect and goes on. */
function survives(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch (caught) {
    if (caught instanceof Failure) return false;
    throw caught;
  }
}

const RECORD = {
  ...decodeErrorRecord(null),
  message: NASTY_TEXT,
  exceptionTypes: ['System.Exception', 'System.Object'],
};
const VALUE = listOf([
  psObject({
    types: ['A', 'System.Object'],
    text: NASTY_TEXT,
    adapted: { Number: 5, Long: 5n, Flag: true, Time: scalar('DT', '2018-06-13T23:46:12.1316332Z'), Nothing: null },
    extended: { Table: dictionaryOf([['a', listOf([1, 'b'])]]), Text: NASTY_TEXT },
  }),
  psObject({ types: ['A', 'System.Object'], base: 'b' }),
]);
const EVENTS: readonly PipelineEvent[] = [
  { kind: 'output', value: VALUE },
  { kind: 'output', value: encodeMetadataCount(1) },
  {
    kind: 'output',
    value: encodeCommandMetadata({
      name: 'Get-X',
      commandType: 8,
      namespace: '',
      outputTypes: ['A'],
      parameters: [{ name: 'P', type: 'System.String', aliases: [], isSwitch: false, isDynamic: false }],
    }),
  },
  { kind: 'error', record: RECORD },
  { kind: 'warning', text: NASTY_TEXT },
  { kind: 'host-call', callId: 1n, method: 26, parameters: [VALUE] },
  { kind: 'information', record: { data: VALUE, text: '', source: 's', tags: ['t'] } },
  { kind: 'state', state: 'failed', reason: RECORD },
];
const BUDGET = { numRuns: 4_000, seed: 20130401 } as const;

describe('mutated input', () => {
  it('never makes CLIXML throw anything but a Failure', () => {
    const text = new TextEncoder().encode(encodeClixml(VALUE));
    fc.assert(
      fc.property(anyMutations, (mutations) => {
        const xml = new TextDecoder().decode(mutated(text, mutations));
        survives(() => decodeClixml(xml));
        survives(() => decodeCommandPipeline(xml));
      }),
      BUDGET,
    );
  });

  it('is refused or read as something that can be written, while it is still XML', () => {
    let read = 0;
    fc.assert(
      fc.property(anyRewriting, (rewriting) => {
        const xml = rewriting.reduce(rewritten, encodeClixml(VALUE));
        if (!survives(() => decodeClixml(xml))) return;
        read++;
        encodeClixml(decodeClixml(xml));
      }),
      BUDGET,
    );
    // The budget is worth something only while some of the mutants live and some do not.
    expect(read).toBeGreaterThan(BUDGET.numRuns / 10);
    expect(read).toBeLessThan((BUDGET.numRuns * 9) / 10);
  });

  it('never makes the machines throw anything but a Failure', () => {
    fc.assert(
      fc.property(anyMutations, fc.nat({ max: 2 }), (mutations, where) => {
        const pool = new ClientRunspacePool();
        const say = serverVoice(pool.id);
        pool.open();
        pool.takeOpening();
        const opening = [
          say(
            MessageType.SESSION_CAPABILITY,
            encodeSessionCapability({ protocolVersion: '2.3', psVersion: '2.0', serializationVersion: '1.1.0.1' }),
          ),
          say(
            MessageType.APPLICATION_PRIVATE_DATA,
            encodeApplicationPrivateData([['PSVersion', scalar('Version', '5.1')]]),
          ),
          say(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened')),
        ];
        const openingBytes = Buffer.concat(opening);
        if (!survives(() => pool.receive(where === 0 ? mutated(openingBytes, mutations) : openingBytes))) return;
        if (pool.state !== 'opened') return;
        const pipeline = pool.createPipeline([{ name: 'Get-X', arguments: [] }], { noInput: true });
        pipeline.start();
        const bytes = Buffer.concat(
          EVENTS.map((event) => {
            const { type, data } = encodePipelineEvent(event, new Date(0));
            return say(type, data, pipeline.id);
          }),
        );
        survives(() => pipeline.receive(mutated(bytes, mutations)));
        survives(() => pipeline.finish());
        pipeline.takeResponses(10_000);
      }),
      { ...BUDGET, numRuns: BUDGET.numRuns / 4 },
    );
  });

  it('never makes fragments or messages throw anything but a Failure', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        survives(() => new Defragmenter().push(bytes));
        survives(() => decodeMessage(bytes));
      }),
      BUDGET,
    );
  });
});
