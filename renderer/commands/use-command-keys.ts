import { useEffect, useEffectEvent } from 'react';

/** What the keys of the whole window ask for. */
export type CommandKey = 'palette' | 'shortcuts';

/** Hears Ctrl+K or ⌘K, F1 and ? wherever the focus is, but not over a dialog or a menu, nor while a text is composed. */
export function useCommandKeys(onKey: (key: CommandKey) => void): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    const key = commandKeyOf(event);
    if (key === null || document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return;
    event.preventDefault();
    onKey(key);
  });
  useEffect(() => {
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}

function commandKeyOf(event: KeyboardEvent): CommandKey | null {
  if (event.isComposing || event.altKey) return null;
  const modified = event.ctrlKey || event.metaKey;
  // By the place of the key as well: with a Korean layout the K key gives ㅏ.
  if (modified && !event.shiftKey && (event.key.toLowerCase() === 'k' || event.code === 'KeyK')) return 'palette';
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
