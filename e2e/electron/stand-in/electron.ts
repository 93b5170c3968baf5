import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { answersBy, type RequestRules } from './answers.ts';
import { connectCdp } from './cdp.ts';
import { startChromium } from './chromium.ts';
import { serveControl, type MenuItem } from './control.ts';
import { WebContents, type PreloadMessage, type StandInFrame } from './web-contents.ts';

/**
 * The `electron` module of tests: what main/electron uses of it, over a real Chromium. It proves the program and the
 * preload, not Electron: sandbox, fuses, native menus and dialogs, packaging and structured clone are not here.
 */

const chromium = startChromium();
const connection = chromium.then(({ endpoint }) => connectCdp(endpoint));
const rules: RequestRules = { beforeRequest: (_details, decide) => decide({}), handlers: new Map() };
const windows = new Set<BrowserWindow>();

/** What a test looks at or sets through the control channel. */
const seen = {
  schemes: [] as unknown[],
  opened: [] as string[],
  boxes: [] as unknown[],
  boxAnswer: 0,
  menu: [] as readonly MenuItem[],
  webPreferences: [] as unknown[],
  checkPermission: null as ((contents: null, permission: string, origin: string) => boolean) | null,
  requestPermission: null as
    ((contents: null, permission: string, decide: (granted: boolean) => void, details: object) => void) | null,
  deviceAllowed: null as ((details: object) => boolean) | null,
};

class App extends EventEmitter {
  readonly isPackaged = process.env['EDGEWISE_STAND_IN_PACKAGED'] === '1';
  /** Chromium is started already: what a test's driver switches off is off there. */
  readonly commandLine = { appendSwitch: () => undefined };
  readonly #paths = new Map<string, string>();
  #ready = false;

  async whenReady(): Promise<void> {
    const { browser } = await connection;
    if (this.#ready) return;
    this.#ready = true;
    await browser.send('Target.setDiscoverTargets', { discover: true });
    this.emit('ready');
  }
  isReady(): boolean {
    return this.#ready;
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? '';
  }
  getLocale(): string {
    return process.argv.findLast((word) => word.startsWith('--lang='))?.slice('--lang='.length) ?? 'en-US';
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  quit(): void {
    void this.#quit();
  }
  exit(code: number): void {
    void chromium.then((running) => running.end()).then(() => process.exit(code));
  }
  async #quit(): Promise<void> {
    if (this.#prevented('before-quit')) return;
    await Promise.all([...windows].map((window) => window.closed()));
    if (!this.#prevented('will-quit')) this.exit(0);
  }
  #prevented(name: string): boolean {
    let prevented = false;
    this.emit(name, { preventDefault: () => (prevented = true) });
    return prevented;
  }
}

export const app = new App();

interface WindowOptions {
  readonly webPreferences: { readonly preload: string };
}

let lastId = 0;

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #attached: Promise<void>;

  constructor({ webPreferences }: WindowOptions) {
    super();
    lastId += 1;
    const contents = new WebContents(lastId, answersBy(rules), (message, frame, reply) => {
      ipcMain.receive(contents, message, frame, reply);
    });
    this.webContents = contents;
    seen.webPreferences.push(webPreferences);
    windows.add(this);
    contents.once('ready-to-show', () => this.emit('ready-to-show'));
    contents.once('destroyed', () => {
      windows.delete(this);
      this.emit('closed');
      if (windows.size === 0) app.emit('window-all-closed');
    });
    app.emit('web-contents-created', {}, contents);
    this.#attached = connection.then((made) => contents.attach(made, webPreferences.preload));
  }
  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows];
  }
  show(): void {
    this.emit('show');
  }
  async loadURL(url: string): Promise<void> {
    await this.#attached;
    await this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }
  destroy(): void {
    void this.closed();
  }
  async closed(): Promise<void> {
    await this.#attached;
    await this.webContents.close(await connection);
    this.webContents.destroyed();
  }
}

type Invoked = (event: object, ...args: readonly unknown[]) => unknown;
type Reply = (ok: boolean, value: unknown) => void;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Invoked>();

  handle(channel: string, handler: Invoked): void {
    this.#handlers.set(channel, handler);
  }
  receive(sender: WebContents, message: PreloadMessage, senderFrame: StandInFrame | null, reply: Reply): void {
    const event = { sender, senderFrame };
    if (message.kind === 'send') {
      this.emit(message.channel, event, ...message.args);
      return;
    }
    const handler = this.#handlers.get(message.channel);
    // At once, as Electron does: a cancel that comes with it in one piece must find the call begun.
    new Promise((resolve) => resolve(handler?.(event, ...message.args))).then(
      (value) => reply(true, value),
      (error: unknown) => reply(false, String(error)),
    );
  }
}

export const ipcMain = new IpcMain();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    seen.schemes.push(...schemes);
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    rules.handlers.set(scheme, handler);
  },
};

export const session = {
  defaultSession: {
    setPermissionCheckHandler: (handler: typeof seen.checkPermission) => (seen.checkPermission = handler),
    setPermissionRequestHandler: (handler: typeof seen.requestPermission) => (seen.requestPermission = handler),
    setDevicePermissionHandler: (handler: typeof seen.deviceAllowed) => (seen.deviceAllowed = handler),
    webRequest: {
      onBeforeRequest: (listener: RequestRules['beforeRequest']) => (rules.beforeRequest = listener),
    },
  },
};

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu: (menu: readonly MenuItem[]) => (seen.menu = menu),
};

export const shell = {
  openExternal: (url: string): Promise<void> => {
    seen.opened.push(url);
    return Promise.resolve();
  },
};

export const dialog = {
  showMessageBox: (_window: unknown, options: unknown): Promise<{ response: number }> => {
    seen.boxes.push(options);
    return Promise.resolve({ response: seen.boxAnswer });
  },
  showMessageBoxSync: (_window: unknown, options: unknown): number => {
    seen.boxes.push(options);
    return seen.boxAnswer;
  },
  showErrorBox: (title: string, content: string) => process.stderr.write(`${title}\n${content}\n`),
};

export const nativeTheme = { shouldUseDarkColors: false };

const UTILITY_PORT = new URL('utility-port.ts', import.meta.url).href;

class UtilityProcess extends EventEmitter {
  readonly #child: ReturnType<typeof fork>;
  readonly stderr: NodeJS.ReadableStream | null;

  constructor(modulePath: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    super();
    this.#child = fork(modulePath, args, {
      execArgv: ['--import', UTILITY_PORT],
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.stderr = this.#child.stderr;
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1));
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as string); // Structured clone takes anything; JSON is enough here.
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (
    modulePath: string,
    args: readonly string[] = [],
    { env = process.env }: { readonly env?: NodeJS.ProcessEnv } = {},
  ) => new UtilityProcess(modulePath, args, env),
};

serveControl({
  seen,
  chromium,
  windows: () => [...windows],
  quit: () => app.quit(),
  emit: (name) => app.emit(name),
  forge: (frame, admitted, message) => {
    const sender = [...windows][0]?.webContents;
    if (sender === undefined) throw new Error('there is no window');
    const stranger = new WebContents(sender.id + 1_000, answersBy(rules), () => undefined);
    return new Promise((resolve) => {
      ipcMain.receive(admitted ? sender : stranger, message, frame, (ok, value) => resolve({ ok, value }));
    });
  },
});
