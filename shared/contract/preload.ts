import type { RequestName } from './requests.ts';

/** The name under which the Electron host's preload stands in the page's `window`. */
export const PRELOAD_NAME = 'edgewise';

type AreaOf<Name extends string> = Name extends `${infer Area}.${string}` ? Area : never;
type MethodOf<Name extends string, Area extends string> = Name extends `${Area}.${infer Method}` ? Method : never;

/**
 * Sends one request: `call` is an id of the page's own choice, by which it may be cancelled; the input and the answer,
 * a Result, are JSON text. Text crosses the worlds as it is, where an object would be copied property by property.
 */
export type PreloadRequest = (call: string, input: string) => Promise<string>;

/** All that the preload gives the page: named methods per area of the contract, and never a channel to choose. */
export interface PreloadApi {
  readonly requests: {
    readonly [Area in AreaOf<RequestName>]: { readonly [Method in MethodOf<RequestName, Area>]: PreloadRequest };
  };
  /** Aborts the work of a call that has not been answered yet. */
  cancel(call: string): void;
  /** Hears every event of the console, each as JSON text `{ name, payload }`, until the returned function is called. */
  listen(listener: (event: string) => void): () => void;
  /** Tells the host the person's language, for its menus and dialogs. */
  setLanguage(language: string): void;
}
