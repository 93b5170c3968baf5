import { setImmediate as nextTurn } from 'node:timers/promises';
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { edgewiseError } from '../../shared/errors.ts';
import { REQUEST_BYTES_LIMIT } from '../../shared/contract/limits.ts';
import { writeParts } from '../../shared/contract/parts.ts';
import { isLanguage, type Language } from '../../shared/i18n/index.ts';
import { failed } from '../../shared/result.ts';
import type { Console } from '../console/console.ts';
import { isOwnUrl } from './app-scheme.ts';
import { CANCEL_CHANNEL, EVENT_CHANNEL, LANGUAGE_CHANNEL, REQUEST_CHANNEL } from './channels.ts';
import { trackWindow, type TrackedWindow } from './tracked-window.ts';

const shortText = z.string().min(1).max(100);
const requestMessage = z.tuple([shortText, shortText, z.string().max(REQUEST_BYTES_LIMIT)]);
const cancelMessage = z.tuple([shortText]);

/** The only way from a window into main. */
export interface IpcGate {
  /** Lets a window speak until it is destroyed. Its messages are refused before. */
  admit(contents: WebContents): void;
}

/**
 * Opens the gate: every message is looked at before anything of it is used. It must come from the main frame of a window
 * that was admitted, whose page is ours at this moment, and be of the expected shape and size; the console checks the
 * input's schema. Whoever else speaks gets a rejection that says nothing.
 */
export function openIpcGate(console: Console, onLanguage: (language: Language) => void): IpcGate {
  const windows = new Map<number, TrackedWindow>();

  ipcMain.handle(REQUEST_CHANNEL, async (event, ...message: readonly unknown[]) => {
    const window = senderOf(windows, event);
    if (window === null) throw new Error('refused');
    return await textOf(await answer(console, window, message));
  });
  ipcMain.on(CANCEL_CHANNEL, (event, ...message: readonly unknown[]) => {
    const parsed = cancelMessage.safeParse(message);
    if (parsed.success) senderOf(windows, event)?.cancel(parsed.data[0]);
  });
  ipcMain.on(LANGUAGE_CHANNEL, (event, language: unknown) => {
    if (senderOf(windows, event) === null || typeof language !== 'string' || !isLanguage(language)) return;
    onLanguage(language);
  });
  console.listen((event) => {
    const text = JSON.stringify(event);
    for (const { contents } of windows.values()) contents.send(EVENT_CHANNEL, text);
  });

  return {
    admit: (contents) => {
      // Kept apart from the object, whose id cannot be read any more once it is destroyed.
      const { id } = contents;
      windows.set(id, trackWindow(contents));
      contents.once('destroyed', () => windows.delete(id));
    },
  };
}

function senderOf(
  windows: ReadonlyMap<number, TrackedWindow>,
  { sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent,
): TrackedWindow | null {
  // Null when the frame has navigated or gone since it sent this.
  if (senderFrame === null || senderFrame.parent !== null || !isOwnUrl(senderFrame.url)) return null;
  const window = windows.get(sender.id);
  return window?.contents === sender ? window : null;
}

async function answer(console: Console, window: TrackedWindow, message: readonly unknown[]): Promise<unknown> {
  const parsed = requestMessage.safeParse(message);
  if (!parsed.success) return failed(edgewiseError('input.request-malformed', { request: nameIn(message) }));
  const [call, name, json] = parsed.data;
  const input = parseJson(json);
  if (input === null) return failed(edgewiseError('input.request-malformed', { request: name }));
  const work = window.begin(call);
  if (work === null) return failed(edgewiseError('input.request-malformed', { request: name }));
  try {
    return await console.request(name, input.value, { window: work.window, signal: work.signal });
  } finally {
    work.end();
  }
}

/** Written in steps, between which main does what else there is to do. */
async function textOf(answered: unknown): Promise<string> {
  let text = '';
  for (const part of writeParts(answered)) {
    if (text !== '') await nextTurn();
    text += part;
  }
  return text;
}

function nameIn(message: readonly unknown[]): string {
  const [, name] = message;
  return typeof name === 'string' ? name.slice(0, 100) : '';
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}
