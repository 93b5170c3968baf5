import type { WebContents } from 'electron';

/** A window that may speak, and what it has asked for. */
export interface TrackedWindow {
  readonly contents: WebContents;
  /** Begins a call under the page's own id; null when a call of that id is still running. */
  begin(call: string): Call | null;
  /** Aborts a call; one that has ended, or never was, is none. */
  cancel(call: string): void;
}

interface Call {
  /** The console's name for this window and this load of its page: a page that is loaded anew has no plans. */
  readonly window: string;
  readonly signal: AbortSignal;
  end(): void;
}

/** Keeps a window's calls. A page that is left, reloaded, crashed or closed aborts all of them: nobody waits any more. */
export function trackWindow(contents: WebContents): TrackedWindow {
  const calls = new Map<string, AbortController>();
  const { id } = contents;
  let load = 0;

  function abandon(): void {
    load += 1;
    for (const work of calls.values()) work.abort();
    calls.clear();
  }

  contents.on('did-start-navigation', (details) => {
    // A change of the part after # is the page's own business.
    if (details.isMainFrame && !details.isSameDocument) abandon();
  });
  // Until the new page is there the old one lives on, and may have sent more.
  contents.on('did-navigate', abandon);
  contents.on('render-process-gone', abandon);
  contents.once('destroyed', abandon);

  return {
    contents,
    begin: (call) => {
      if (calls.has(call)) return null;
      const work = new AbortController();
      calls.set(call, work);
      return {
        window: `electron-${id}-${load}`,
        signal: work.signal,
        end: () => {
          // The id may be a newer page's by now.
          if (calls.get(call) === work) calls.delete(call);
        },
      };
    },
    cancel: (call) => calls.get(call)?.abort(),
  };
}
