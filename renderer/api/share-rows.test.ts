import { describe, expect, it } from 'vitest';
import type { DomainList } from '../../shared/contract/requests.ts';
import { shareRows } from './share-rows.ts';

function listOf(readAt: string, ...versions: readonly string[]): DomainList {
  return {
    domains: versions.map((version) => ({
      status: 'blocked' as const,
      identity: `${version}.example`,
      domain: `${version}.example`,
      comment: null,
      version,
    })),
    posture: { kind: 'off' },
    readAt,
  };
}

describe('a list that is read again', () => {
  it('keeps the very array when every row has the version it had', () => {
    const before = listOf('1', 'a', 'b');
    const shared = shareRows(before, listOf('2', 'a', 'b'));
    expect(shared.domains).toBe(before.domains);
    expect(shared.readAt).toBe('2');
  });

  it('keeps the rows that are the same, wherever they stand now, and takes the others as they are read', () => {
    const before = listOf('1', 'a', 'b', 'c');
    const now = listOf('2', 'new', 'c', 'a');
    const { domains } = shareRows(before, now);
    expect(domains).toEqual(now.domains);
    expect(domains[0]).toBe(now.domains[0]);
    expect([domains[1], domains[2]]).toEqual([before.domains[2], before.domains[0]]);
    expect(domains[1]).toBe(before.domains[2]);
    expect(domains[2]).toBe(before.domains[0]);
  });

  it.each([
    ['abcde', 'abXde'],
    ['abcde', 'abde'],
    ['abcde', 'abXcde'],
    ['abcde', 'Xabcde'],
    ['abcde', 'bcde'],
    ['', 'ab'],
    ['ab', ''],
    ['abc', 'cba'],
  ])('is what was read, and shares all it can: %s, then %s', (first, second) => {
    const before = listOf('1', ...Array.from(first));
    const now = listOf('2', ...Array.from(second));
    const { domains } = shareRows(before, now);
    expect(domains).toEqual(now.domains);
    for (const row of domains) {
      expect(before.domains.includes(row)).toBe(first.includes(row.version));
    }
  });

  it('is another array when a row was added at the end or taken away', () => {
    const before = listOf('1', 'a', 'b');
    expect(shareRows(before, listOf('2', 'a', 'b', 'c')).domains).toHaveLength(3);
    expect(shareRows(before, listOf('2', 'a')).domains).toHaveLength(1);
    expect(shareRows(undefined, before)).toBe(before);
  });
});
