import type { RunningChromium } from './chromium.ts';
import type { PreloadMessage, StandInFrame } from './web-contents.ts';

/** An item of a menu's template, as far as tests look at it. */
export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}

interface Controlled {
  readonly seen: {
    readonly schemes: readonly unknown[];
    readonly opened: readonly string[];
    readonly boxes: readonly unknown[];
    boxAnswer: number;
    readonly menu: readonly MenuItem[];
    readonly webPreferences: readonly unknown[];
    readonly checkPermission: ((contents: null, permission: string, origin: string) => boolean) | null;
    readonly requestPermission:
      ((contents: null, permission: string, decide: (granted: boolean) => void, details: object) => void) | null;
    readonly deviceAllowed: ((details: object) => boolean) | null;
  };
  readonly chromium: Promise<RunningChromium>;
  readonly windows: () => readonly { readonly webContents: { getURL(): string } }[];
  readonly quit: () => void;
  readonly emit: (name: string) => void;
  /** Sends a message as that frame of the first window, or of a page that was never admitted. */
  readonly forge: (frame: StandInFrame | null, admitted: boolean, message: PreloadMessage) => Promise<unknown>;
}

/** What a test may ask of the program it drives; the answer is JSON. */
export type ControlRequest =
  | { readonly ask: 'endpoint' | 'seen' | 'menu' | 'windows' | 'quit' | 'second-instance' }
  | { readonly ask: 'click'; readonly label: string }
  | { readonly ask: 'answer-boxes'; readonly response: number }
  | {
      readonly ask: 'forge';
      readonly frame: StandInFrame | null;
      readonly admitted: boolean;
      readonly message: PreloadMessage;
    }
  | { readonly ask: 'permission'; readonly permission: string; readonly origin: string };

/** Answers a test over the IPC channel by which it started the program. */
export function serveControl(controlled: Controlled): void {
  process.on('message', (message) => {
    const { id, request } = message as { readonly id: number; readonly request: ControlRequest }; // driver.ts sends these.
    void answer(controlled, request).then((value) => process.send?.({ id, value }));
  });
}

async function answer(controlled: Controlled, request: ControlRequest): Promise<unknown> {
  const { seen } = controlled;
  switch (request.ask) {
    case 'endpoint':
      return (await controlled.chromium).endpoint;
    case 'seen':
      return { schemes: seen.schemes, opened: seen.opened, boxes: seen.boxes, webPreferences: seen.webPreferences };
    case 'menu':
      return labels(seen.menu);
    case 'windows':
      return controlled.windows().map(({ webContents }) => webContents.getURL());
    case 'quit':
      controlled.quit();
      return null;
    case 'second-instance':
      controlled.emit('second-instance');
      return null;
    case 'click':
      find(seen.menu, request.label)?.click?.();
      return null;
    case 'answer-boxes':
      seen.boxAnswer = request.response;
      return null;
    case 'forge':
      return await controlled.forge(request.frame, request.admitted, request.message);
    case 'permission':
      return permissionOf(controlled, request.permission, request.origin);
  }
}

function permissionOf({ seen }: Controlled, permission: string, origin: string): object {
  let requested: boolean | null = null;
  seen.requestPermission?.(null, permission, (granted) => (requested = granted), { requestingUrl: origin });
  return {
    checked: seen.checkPermission?.(null, permission, origin) ?? null,
    requested,
    device: seen.deviceAllowed?.({ deviceType: 'usb', origin }) ?? null,
  };
}

function labels(items: readonly MenuItem[]): readonly unknown[] {
  return items
    .filter(({ label }) => label !== undefined)
    .map(({ label, submenu }) => (submenu === undefined ? label : [label, ...labels(submenu)]));
}

function find(items: readonly MenuItem[], label: string): MenuItem | undefined {
  for (const item of items) {
    const found = item.label === label ? item : find(item.submenu ?? [], label);
    if (found !== undefined) return found;
  }
  return undefined;
}
