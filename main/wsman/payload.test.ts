import { describe, expect, it } from 'vitest';
import {
  commandPayload,
  commandRequest,
  ENVELOPE_V2,
  ENVELOPE_V3,
  envelopeLimit,
  sendPayload,
  sendRequest,
  type WsmanContext,
} from './index.ts';
import { COMMAND_ID, CONTEXT, SHELL_ID } from './samples.fixture.ts';

const CONTEXTS: readonly (readonly [string, WsmanContext])[] = [
  ['the old limit', { ...CONTEXT, maxEnvelopeSize: ENVELOPE_V2 }],
  ['the new limit', { ...CONTEXT, maxEnvelopeSize: ENVELOPE_V3 }],
  ['a long address', { ...CONTEXT, url: `https://pool.contoso.com/${'한글/'.repeat(500)}` }],
];

describe('the payload', () => {
  it.each(CONTEXTS)('fills an envelope to just below %s, and never past it', (_name, context) => {
    const limit = context.maxEnvelopeSize;
    const filled = [
      commandRequest(context, SHELL_ID, {
        commandId: COMMAND_ID,
        opening: new Uint8Array(commandPayload(context, SHELL_ID)),
      }),
      sendRequest(context, SHELL_ID, {
        commandId: COMMAND_ID,
        stream: 'stdin',
        data: new Uint8Array(sendPayload(context, SHELL_ID)),
      }),
    ];
    for (const { body } of filled) {
      const size = Buffer.byteLength(body);
      expect(size).toBeLessThanOrEqual(limit - 256);
      expect(size).toBeGreaterThan(limit - 256 - 8);
    }
  });

  it('is nothing, not negative, where the limit is below the headers', () => {
    expect(sendPayload({ ...CONTEXT, maxEnvelopeSize: 100 }, SHELL_ID)).toBe(0);
  });

  it.each([
    ['2.0', ENVELOPE_V2],
    ['2.1', ENVELOPE_V2],
    ['2.2', ENVELOPE_V3],
    ['2.3', ENVELOPE_V3],
    ['2.10', ENVELOPE_V3],
    ['3.0', ENVELOPE_V3],
    ['', ENVELOPE_V2],
  ])('protocol %s has envelopes of %i bytes', (version, limit) => {
    expect(envelopeLimit(version)).toBe(limit);
  });
});
