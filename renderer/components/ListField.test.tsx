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

/** More than is read within a keystroke. */
const LONG = 'contoso.example\n'.repeat(400);

describe('a list that is typed', () => {
  it('is told at each keystroke while it is short: what Tab leads to next is enabled by then', () => {
    const { told } = field();
    for (const typed of ['a', 'ab']) type(typed);
    expect(told).toEqual(['a', 'ab']);
  });

  it('is told at once where it was pasted', () => {
    const { told } = field();
    const box = screen.getByRole<HTMLTextAreaElement>('textbox');
    fireEvent(box, pasted(box, LONG));
    expect(told).toEqual([LONG]);
  });

  it('of thousands of lines is told once typing pauses, not at each keystroke', () => {
    const { told } = field();
    for (const typed of ['a', 'ab', 'abc']) type(LONG + typed);
    expect(told).toEqual([]);
    act(() => void vi.advanceTimersByTime(200));
    expect(told).toEqual([`${LONG}abc`]);
  });

  it.each([
    ['the field is left', () => void fireEvent.blur(screen.getByRole('textbox'))],
    ['Esc is pressed', () => void fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' })],
  ])('is told at once when %s', (_when, leave) => {
    const { told } = field();
    type(LONG);
    leave();
    expect(told).toEqual([LONG]);
    act(() => void vi.advanceTimersByTime(200));
    expect(told, 'and no second time').toEqual([LONG]);
  });

  it('is not lost when the panel is changed before that', () => {
    const { told, leave } = field();
    type(LONG);
    leave();
    expect(told).toEqual([LONG]);
  });
});

/** The event of a paste that has put this into the field. */
function pasted(box: HTMLTextAreaElement, text: string): InputEvent {
  // As the browser sets it: React does not see a value that was set through its own property.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, text);
  return new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' });
}
