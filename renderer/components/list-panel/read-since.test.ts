import { describe, expect, it } from 'vitest';
import { readSince } from './read-since.ts';

const row = (id: string, version: string): { readonly id: string; readonly version: string } => ({ id, version });
const idOf = ({ id }: { readonly id: string }): string => id;
const editing = { phase: 'idle' } as const;

describe('a row since a form was opened on it', () => {
  it('is the same, changed or gone, as it was read last', () => {
    expect(readSince(row('a', '1'), [row('b', '7'), row('a', '1')], idOf, editing)).toBe('same');
    expect(readSince(row('a', '1'), [row('a', '2')], idOf, editing)).toBe('changed');
    expect(readSince(row('a', '1'), [], idOf, editing)).toBe('gone');
  });

  it('is not called gone while nothing is read', () => {
    expect(readSince(row('a', '1'), null, idOf, editing)).toBe('same');
  });

  it('is no surprise where the form’s own plan changes it', () => {
    const applying = { phase: 'applying' } as never; // Only the phase is looked at.
    expect(readSince(row('a', '1'), [row('a', '2')], idOf, applying)).toBe('same');
  });
});
