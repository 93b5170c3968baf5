import { resolve } from 'node:path';
import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import { forkAuthenticator } from '../auth/kerberos/authenticator.ts';
import { answerAsks } from '../assembly/answer-asks.ts';
import { assembleConsole } from '../assembly/assemble-console.ts';
import { joinConsole, type ConsolePlace } from '../single-console/join.ts';
import { chooseBrowser, type BrowserChoice } from './find-browser.ts';
import { startBrowserHost } from './host.ts';
import { openBrowser } from './open-browser.ts';
import type { BrowserOptions, Surroundings } from './options.ts';
import { forkPractice } from '../practice/child/fork-practice.ts';
import { readStaticFiles, type StaticFiles } from './static-files.ts';

/** How long the host stays after its last window is gone, in milliseconds. */
const GRACE_MS = 60_000;

export interface RunContext {
  readonly language: Language;
  readonly surroundings: Surroundings;
  /** The user id this program runs as; null where there is no such thing. */
  readonly user: number | null;
  /** The program of a Kerberos sign-in. */
  readonly authenticatorEntry: string;
  readonly print: (line: string) => void;
  /** Aborting ends the program. */
  readonly signal: AbortSignal;
}

/**
 * Serves the console until its last window is gone or the signal aborts; where one of the same settings runs already,
 * shows another window of that one and returns. Throws a Failure when it can do neither.
 */
export async function runBrowserConsole(options: BrowserOptions, context: RunContext): Promise<void> {
  const files = readStaticFiles(options.renderer);
  const settings = resolve(options.settings);
  const joined = await joinConsole({ settings, ask: { kind: 'window' }, signal: context.signal });
  if (joined.kind === 'alone') {
    try {
      await serveHere(joined.place, files, options, context);
    } finally {
      await joined.place.leave();
    }
  } else if (joined.frame.kind === 'window') {
    await showRunning(joined.frame.url, options, context);
  }
}

async function serveHere(
  place: ConsolePlace,
  files: StaticFiles,
  options: BrowserOptions,
  context: RunContext,
): Promise<void> {
  const console = assembleConsole({
    settings: options.settings,
    language: context.language,
    startPractice: () => forkPractice(options.practice),
    startAuthenticator: forkAuthenticator(context.authenticatorEntry),
  });
  const host = await startBrowserHost({ console, files, graceMs: GRACE_MS, ownUser: context.user });
  context.signal.addEventListener('abort', () => void host.close(), { once: true });
  if (context.signal.aborted) await host.close();
  place.answer(answerAsks(console, () => host.launchUrl()));
  await show(() => host.launchUrl(), options, context, 'here');
  await host.ended;
  place.end();
  await host.close();
  await console.close();
}

/** A window of the console that runs already: its host has opened one, or gives the URL of one. */
async function showRunning(url: string | null, options: BrowserOptions, context: RunContext): Promise<void> {
  if (url !== null) {
    if (!options.printUrl) context.print(text(context, 'host.runs-already'));
    await show(() => url, options, context, 'elsewhere');
  } else if (options.printUrl) {
    context.print(JSON.stringify({ url }));
  } else {
    context.print(text(context, 'host.opened-there'));
  }
}

async function show(
  launchUrl: () => string,
  options: BrowserOptions,
  context: RunContext,
  runs: 'here' | 'elsewhere',
): Promise<void> {
  if (options.printUrl) {
    context.print(JSON.stringify({ url: launchUrl() }));
    return;
  }
  const choice: BrowserChoice | null = options.noBrowser
    ? null
    : chooseBrowser(context.surroundings, context.user === 0);
  const say = (why: Why | null): void => {
    sayAddress(launchUrl, context, why);
    if (runs === 'here') context.print(text(context, 'host.end'));
  };
  if (choice === null) say(null);
  else if (choice.kind === 'print') say(choice.why);
  // A URL of its own, for one that a browser may have opened half is used up.
  else if (await openBrowser(choice, launchUrl(), options.settings)) context.print(text(context, 'host.opened'));
  else say('failed');
}

type Why = 'root' | 'no-display' | 'no-browser' | 'failed';

type SentenceId =
  'host.opened' | 'host.opened-there' | 'host.runs-already' | 'host.open-this' | 'host.end' | (typeof WHY)[Why];

const WHY = {
  root: 'host.why.root',
  'no-display': 'host.why.no-display',
  'no-browser': 'host.why.no-browser',
  failed: 'host.why.failed',
} as const satisfies Readonly<Record<Why, string>>;

function sayAddress(launchUrl: () => string, context: RunContext, why: Why | null): void {
  if (why !== null) context.print(text(context, WHY[why]));
  context.print(text(context, 'host.open-this'));
  context.print(`  ${launchUrl()}`);
}

function text({ language }: RunContext, id: SentenceId): string {
  return formatMessage(language, id);
}
