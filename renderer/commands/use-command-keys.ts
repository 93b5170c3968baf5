import { useEffect, useEffectEvent } from 'react';
import { isLetterPressed } from './letter-key.ts';

/** What the keys of the whole window ask for. */
export type CommandKey = 'palette' | 'shortcuts';

/** Hears Ctrl+K or ⌘K, F1 and ? wherever the focus is, but not over a dialog or a menu, nor while a text is composed. */
export function useCommandKeys(onKey: (key: CommandKey) => void): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    const key = commandKeyOf(event);
    if (key === null || isCovered()) return;
    event.preventDefault();
    onKey(key);
  });
  useEffect(() => {
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}

/**
 * Hears Ctrl+F or ⌘F as the palette's keys are heard. `onKey` says whether there was something to go to: the browser
 * searches the page where there was not.
 */
export function useFilterKey(onKey: () => boolean): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || !isModified(event, 'f') || isCovered()) return;
    if (onKey()) event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}

/** Whether a dialog, a menu or a list of choices has the keyboard: one that is being closed is inert (`renderer/app/theme.ts`). */
function isCovered(): boolean {
  const covers = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')];
  return covers.some((cover) => cover.closest('[inert]') === null);
}

/** Whether a letter is pressed with Ctrl or ⌘ alone. */
function isModified(event: KeyboardEvent, letter: string): boolean {
  return !event.shiftKey && isLetterPressed(event, letter);
}

function commandKeyOf(event: KeyboardEvent): CommandKey | null {
  if (event.isComposing || event.altKey) return null;
  const modified = event.ctrlKey || event.metaKey;
  if (isModified(event, 'k')) return 'palette';
  if (event.key === 'F1' && !modified) return 'shortcuts';
  if (event.key === '?' && !modified && !isWriting(event.target)) return 'shortcuts';
  return null;
}

/** Whether a character goes into a text. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
