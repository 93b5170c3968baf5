import { describe, expect, it } from 'vitest';
import { ok } from '../result.ts';
import { createPartsReader, writeParts } from './parts.ts';

function read(text: string): unknown {
  const reader = createPartsReader();
  for (const line of text.split('\n')) reader.take(line);
  return reader.answer();
}

function rows(count: number): readonly { readonly at: number; readonly text: string }[] {
  return Array.from({ length: count }, (_, at) => ({ at, text: `row\n${at} "한국어"` }));
}

describe('an answer in parts', () => {
  it.each([0, 1, 500, 501, 1_000, 2_345])('with a list of %i comes back as it was, in its order', (count) => {
    const answer = ok({ before: 1, domains: rows(count), after: { deep: rows(2) } });
    expect(read([...writeParts(answer)].join(''))).toEqual(answer);
  });

  it('with two long lists comes back as it was', () => {
    const answer = ok({ one: rows(700), two: rows(1_200) });
    expect(read([...writeParts(answer)].join(''))).toEqual(answer);
  });

  it('is plain JSON while its lists are short', () => {
    for (const answer of [ok({ domains: rows(500) }), ok(rows(3)), ok(null), { ok: false, error: { code: 'x' } }]) {
      expect([...writeParts(answer)]).toEqual([JSON.stringify(answer)]);
    }
  });

  it('holds no more than 500 rows a part', () => {
    const parts = [...writeParts(ok({ domains: rows(1_001) }))];
    expect(parts.map((part) => part.match(/"at":/g)?.length ?? 0)).toEqual([0, 500, 500, 1]);
  });

  it('is not given while a part of it is missing', () => {
    const parts = [...writeParts(ok({ domains: rows(1_001) }))].join('').split('\n');
    expect(() => read(parts.slice(0, -1).join('\n'))).toThrow('domains: 1000 of 1001 rows');
  });

  it('is not given before its first line, nor when a line is not JSON', () => {
    const reader = createPartsReader();
    expect(() => reader.answer()).toThrow(SyntaxError);
    expect(() => reader.take('{"ok"')).toThrow(SyntaxError);
  });
});
