import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CdpConnection, CdpFields, CdpSession } from './cdp.ts';
import { insideUrl, outsideUrl } from './origin.ts';
import type { Answers } from './answers.ts';
import { BINDING, PAGE_WORLD_SOURCE, PRELOAD_WORLD, preloadWorldSource } from './worlds.ts';

/** A frame as `event.senderFrame` shows it. */
export interface StandInFrame {
  readonly url: string;
  readonly parent: object | null;
}

/** What a page's world has said to the program. */
export interface PreloadMessage {
  readonly kind: 'invoke' | 'send';
  readonly id?: number;
  readonly channel: string;
  readonly args: readonly unknown[];
}

interface OpenMessage {
  readonly kind: 'open';
  readonly url: string;
}

interface Frame {
  url: string;
  readonly parent: string | null;
}

/** `Page.Frame`. */
interface PageFrame {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
}

interface Details {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument: boolean;
  preventDefault(): void;
}

/** Hears what the page's preload says; `reply` settles an invoke. */
type MessageListener = (
  message: PreloadMessage,
  frame: StandInFrame | null,
  reply: (ok: boolean, value: unknown) => void,
) => void;

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: string };

/** `WebContents` over one Chromium page: what main/electron uses of it, with Electron's names and order of events. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly #answers: Answers;
  readonly #onMessage: MessageListener;
  readonly #frames = new Map<string, Frame>();
  /** Frame of each execution context of the preload's world. */
  readonly #contexts = new Map<number, string>();
  readonly #ready = Promise.withResolvers<undefined>();
  #session: CdpSession | null = null;
  #targetId = '';
  #mainContext = 0;
  #asked: string | null = null;
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  #destroyed = false;

  constructor(id: number, answers: Answers, onMessage: MessageListener) {
    super();
    this.id = id;
    this.#onMessage = onMessage;
    this.#answers = answers;
  }

  /** Opens the page and puts the preload into it. */
  async attach(connection: CdpConnection, preload: string): Promise<void> {
    const { targetId } = await connection.browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await connection.browser.send('Target.attachToTarget', { targetId, flatten: true });
    this.#targetId = String(targetId);
    const session = connection.session(String(sessionId));
    this.#session = session;
    const hear = (method: string, listener: (fields: CdpFields) => void): void => {
      session.events.on(method, listener);
    };
    hear('Fetch.requestPaused', (fields) => void this.#answer(session, fields));
    hear('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(String(frameId), { url: '', parent: String(parentFrameId) });
    });
    hear('Page.frameNavigated', ({ frame }) => this.#navigated(frame as PageFrame));
    hear('Runtime.executionContextCreated', ({ context }) => this.#contextCreated(context as CdpFields)); // Runtime.ExecutionContextDescription
    hear('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      // worlds.ts writes these.
      const message = JSON.parse(String(payload)) as PreloadMessage | OpenMessage;
      if (message.kind === 'open') this.#openHandler({ url: insideUrl(message.url) });
      else this.#heard(message, Number(executionContextId));
    });
    hear('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    hear('Page.javascriptDialogOpening', () => {
      const prevented = new AbortController();
      this.emit('will-prevent-unload', { preventDefault: () => prevented.abort() });
      void session.send('Page.handleJavaScriptDialog', { accept: prevented.signal.aborted });
    });
    connection.browser.events.on('Target.targetDestroyed', ({ targetId: gone }) => {
      if (gone === this.#targetId) this.destroyed();
    });
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await session.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD });
    const source = preloadWorldSource(readFileSync(preload, 'utf8'));
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: PRELOAD_WORLD });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_WORLD_SOURCE });
    this.#ready.resolve(undefined);
  }

  async loadURL(url: string): Promise<void> {
    await this.#ready.promise;
    this.#asked = url;
    await this.#session?.send('Page.navigate', { url: outsideUrl(url) });
  }

  reload(): void {
    this.#asked = this.getURL();
    void this.#session?.send('Page.reload');
  }

  getURL(): string {
    return [...this.#frames.values()].find(({ parent }) => parent === null)?.url ?? '';
  }

  send(channel: string, ...args: readonly unknown[]): void {
    if (this.#destroyed) throw new Error('Object has been destroyed');
    this.#evaluate(this.#mainContext, `edgewiseHear(${JSON.stringify(channel)}, ${JSON.stringify(args)})`);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  async close(connection: CdpConnection): Promise<void> {
    await this.#ready.promise;
    await connection.browser.send('Target.closeTarget', { targetId: this.#targetId });
  }

  destroyed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
  }

  #navigated(frame: PageFrame): void {
    const parent = frame.parentId ?? null;
    this.#frames.set(frame.id, { url: insideUrl(frame.url), parent });
    if (parent !== null || frame.url === 'about:blank') return;
    this.emit('did-navigate');
    this.emit('ready-to-show');
  }

  #contextCreated(context: CdpFields): void {
    if (context['name'] !== PRELOAD_WORLD) return;
    const { frameId } = context['auxData'] as { readonly frameId: string }; // As Chromium fills it for a page.
    const id = Number(context['id']);
    this.#contexts.set(id, frameId);
    if ((this.#frames.get(frameId)?.parent ?? null) === null) this.#mainContext = id;
  }

  #heard(message: PreloadMessage, context: number): void {
    const frame = this.#frames.get(this.#contexts.get(context) ?? '');
    const senderFrame: StandInFrame | null =
      frame === undefined ? null : { url: frame.url, parent: frame.parent === null ? null : {} };
    this.#onMessage(message, senderFrame, (ok, value) => {
      this.#evaluate(context, `edgewiseReply(${message.id ?? 0}, ${ok}, ${JSON.stringify(value)})`);
    });
  }

  #evaluate(contextId: number, expression: string): void {
    // A page that has gone in the meantime hears nothing any more, as in Electron.
    this.#session?.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }

  async #answer(session: CdpSession, fields: CdpFields): Promise<void> {
    const { requestId, resourceType, frameId } = fields;
    const { url: asked, method } = fields['request'] as { readonly url: string; readonly method: string }; // Network.Request
    const url = insideUrl(asked);
    if (resourceType === 'Document' && !this.#mayNavigate(url, String(frameId))) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const answer = await this.#answers(url, method);
    if (answer === null) await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    else await session.send('Fetch.fulfillRequest', { requestId, ...answer });
  }

  /** A navigation of the program's own is not asked about, as in Electron. */
  #mayNavigate(url: string, frameId: string): boolean {
    const isMainFrame = (this.#frames.get(frameId)?.parent ?? null) === null;
    const prevented = new AbortController();
    const details: Details = { url, isMainFrame, isSameDocument: false, preventDefault: () => prevented.abort() };
    if (this.#asked === null || !isMainFrame) {
      this.emit('will-frame-navigate', details);
      if (isMainFrame) this.emit('will-navigate', details);
    }
    if (isMainFrame) this.#asked = null;
    if (!prevented.signal.aborted) this.emit('did-start-navigation', details);
    return !prevented.signal.aborted;
  }
}
