// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListField } from './ListField.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function field(): { readonly told: readonly string[]; readonly leave: () => void } {
  const told: string[] = [];
  const { unmount } = render(<ListField label="List" help="" initial="" onTyped={(typed) => told.push(typed)} />);
  return { told, leave: unmount };
}

function type(value: string): void {
  fireEvent.change(screen.getByRole('textbox'), { target: { value } });
}

describe('a list that is typed', () => {
  it('is told once typing pauses, not at each keystroke', () => {
    const { told } = field();
    for (const typed of ['a', 'ab', 'abc']) type(typed);
    expect(told).toEqual([]);
    act(() => void vi.advanceTimersByTime(200));
    expect(told).toEqual(['abc']);
  });

  it.each([
    ['the field is left', () => void fireEvent.blur(screen.getByRole('textbox'))],
    ['Esc is pressed', () => void fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' })],
  ])('is told at once when %s', (_when, leave) => {
    const { told } = field();
    type('abc');
    leave();
    expect(told).toEqual(['abc']);
    act(() => void vi.advanceTimersByTime(200));
    expect(told, 'and no second time').toEqual(['abc']);
  });

  it('is not lost when the panel is changed before that', () => {
    const { told, leave } = field();
    type('abc');
    leave();
    expect(told).toEqual(['abc']);
  });
});
