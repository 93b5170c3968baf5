import { describe, expect, it } from 'vitest';
import { collatorOf, orderInSteps, orderOf } from './order.ts';

/** The same pieces in every combination of three: what names are made of. */
function namesOf(pieces: readonly string[]): readonly string[] {
  return pieces.flatMap((one) => pieces.flatMap((two) => pieces.map((three) => one + two + three)));
}

function byCollator(texts: readonly string[], collator: Intl.Collator, descending: boolean): readonly number[] {
  const side = descending ? -1 : 1;
  return texts
    .map((text, at) => ({ text, at }))
    .sort((one, other) => side * collator.compare(one.text, other.text) || one.at - other.at)
    .map(({ at }) => at);
}

describe.each(['en', 'ko'])('the order of texts in %s', (language) => {
  const collator = collatorOf(language);

  it.each([false, true])(
    'is the collator’s for names, by number and without regard to case (descending: %s)',
    (down) => {
      const names = namesOf([
        '',
        'a',
        'B',
        'b',
        'z',
        '.',
        '-',
        ' ',
        '0',
        '1',
        '02',
        '2',
        '10',
        '999999999999999999999',
        'é',
      ]);
      const plain = names.filter((name) => !name.includes('é'));
      expect(orderOf(plain, collator, down)).toEqual(byCollator(plain, collator, down));
      expect(orderOf(names, collator, down)).toEqual(byCollator(names, collator, down));
    },
  );

  it('is the collator’s for comments in any language', () => {
    const texts = [
      '연수원',
      '',
      'PO 10',
      'PO 9',
      'Ärger',
      'arg',
      '_',
      '😀',
      '가나',
      'PO 9',
      `x${'9'.repeat(60)}`,
      'x1',
    ];
    for (const down of [false, true]) {
      expect(orderOf(texts, collator, down)).toEqual(byCollator(texts, collator, down));
    }
  });

  it('is the collator’s for more names than are sorted in one run, and pauses on the way', () => {
    const names = Array.from({ length: 3_000 }, (_, at) =>
      `Ana ${(at * 7_919) % 1_500} Ŝ`.slice(0, at % 2 === 0 ? 99 : 6),
    );
    const steps = orderInSteps(names, collator, true);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(step.value).toEqual(byCollator(names, collator, true));
    expect(pauses).toBeGreaterThan(10);
  });

  it('leaves equal ones as they stand, upwards and downwards', () => {
    expect(orderOf(['b', 'a', 'B', 'a'], collator, false)).toEqual([1, 3, 0, 2]);
    expect(orderOf(['b', 'a', 'B', 'a'], collator, true)).toEqual([0, 2, 1, 3]);
    expect(orderOf([], collator, false)).toEqual([]);
  });
});
