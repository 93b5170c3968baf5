import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import { assembleConsole } from '../assembly/assemble-console.ts';
import { chooseBrowser, type BrowserChoice } from './find-browser.ts';
import { startBrowserHost, type BrowserHost } from './host.ts';
import { openBrowser } from './open-browser.ts';
import type { BrowserOptions, Surroundings } from './options.ts';
import { forkPractice } from '../practice/child/fork-practice.ts';
import { readStaticFiles } from './static-files.ts';

/** How long the host stays after its last window is gone, in milliseconds. */
const GRACE_MS = 60_000;

export interface RunContext {
  readonly language: Language;
  readonly surroundings: Surroundings;
  /** The user id this program runs as; null where there is no such thing. */
  readonly user: number | null;
  readonly print: (line: string) => void;
  /** Aborting ends the program. */
  readonly signal: AbortSignal;
}

/** Serves the console until its last window is gone or the signal aborts. Throws a Failure when it cannot start. */
export async function runBrowserConsole(options: BrowserOptions, context: RunContext): Promise<void> {
  const files = readStaticFiles(options.renderer);
  const console = assembleConsole({
    settings: options.settings,
    language: context.language,
    startPractice: () => forkPractice(options.practice),
  });
  const host = await startBrowserHost({ console, files, graceMs: GRACE_MS, ownUser: context.user });
  context.signal.addEventListener('abort', () => void host.close(), { once: true });
  if (context.signal.aborted) await host.close();
  await show(host, options, context);
  await host.ended;
  await host.close();
  await console.close();
}

async function show(host: BrowserHost, options: BrowserOptions, context: RunContext): Promise<void> {
  if (options.printUrl) {
    context.print(JSON.stringify({ url: host.launchUrl() }));
    return;
  }
  const choice: BrowserChoice | null = options.noBrowser
    ? null
    : chooseBrowser(context.surroundings, context.user === 0);
  if (choice === null) say(host, context, null);
  else if (choice.kind === 'print') say(host, context, choice.why);
  // A URL of its own, for one that a browser may have opened half is used up.
  else if (await openBrowser(choice, host.launchUrl(), options.settings)) context.print(text(context, 'host.opened'));
  else say(host, context, 'failed');
}

type Why = 'root' | 'no-display' | 'no-browser' | 'failed';

const WHY = {
  root: 'host.why.root',
  'no-display': 'host.why.no-display',
  'no-browser': 'host.why.no-browser',
  failed: 'host.why.failed',
} as const satisfies Readonly<Record<Why, string>>;

function say(host: BrowserHost, context: RunContext, why: Why | null): void {
  if (why !== null) context.print(text(context, WHY[why]));
  context.print(text(context, 'host.open-this'));
  context.print(`  ${host.launchUrl()}`);
  context.print(text(context, 'host.end'));
}

function text({ language }: RunContext, id: 'host.opened' | 'host.open-this' | 'host.end' | (typeof WHY)[Why]): string {
  return formatMessage(language, id);
}
