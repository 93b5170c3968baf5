import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, it } from 'vitest';
import { trackWindow } from './tracked-window.ts';

/** Of Electron's contents only the id and the events are used. */
function contents(): WebContents {
  return Object.assign(new EventEmitter(), { id: 1 }) as unknown as WebContents;
}

const LEAVING = { isMainFrame: true, isSameDocument: false };

it('a call that the old page sends while the new one is on its way is aborted when that one is there', () => {
  const page = contents();
  const window = trackWindow(page);
  page.emit('did-start-navigation', LEAVING);
  const late = window.begin('1');
  expect(late?.signal.aborted).toBe(false);
  page.emit('did-navigate');
  expect(late?.signal.aborted).toBe(true);
  expect(window.begin('1')?.signal.aborted).toBe(false);
});

it('a call that is running lets no second one have its id, and a change after # leaves it alone', () => {
  const page = contents();
  const window = trackWindow(page);
  const call = window.begin('1');
  page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
  expect(call?.signal.aborted).toBe(false);
  expect(window.begin('1')).toBeNull();
});
