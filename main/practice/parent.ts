import type { PracticeMessage } from './messages.ts';

/** What a parent that started this as a utility process says to end it; a forked child's channel is closed instead. */
export const END_MESSAGE = 'practice-end';

/** Whoever started this process and talks with it. */
export interface Parent {
  /** Resolves when the message is on its way. */
  send(message: PracticeMessage): Promise<void>;
  /** Calls back once, when the parent has no more use for this process, or is gone. */
  onGone(listener: () => void): void;
  /** Lets go of the channel, so that it does not keep this process alive. */
  leave(): void;
}

/** The part of Electron's `process.parentPort` that is used: practice knows no Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/** The parent over Node's IPC channel or Electron's port; null when this was started by hand. */
export function findParent(own: NodeJS.Process): Parent | null {
  if (own.send !== undefined) return forkParent(own);
  // Electron's type says it is always there; outside a utility process it is not.
  const { parentPort } = own as { readonly parentPort?: ParentPort | null };
  return parentPort === undefined || parentPort === null ? null : utilityParent(own, parentPort);
}

function forkParent(own: NodeJS.Process): Parent {
  return {
    send: (message) =>
      new Promise((resolve) => {
        own.send?.(message, undefined, undefined, () => resolve());
      }),
    onGone: (listener) => {
      // A parent that went while this was starting is not told of again.
      if (own.connected) own.once('disconnect', listener);
      else listener();
    },
    leave: () => own.disconnect(),
  };
}

function utilityParent(own: NodeJS.Process, port: ParentPort): Parent {
  const gone = Promise.withResolvers<undefined>();
  // The system ends a utility process with its parent: only being told to end has to be heard.
  port.on('message', ({ data }) => {
    if (data === END_MESSAGE) gone.resolve(undefined);
  });
  return {
    send: (message) => {
      port.postMessage(message);
      return Promise.resolve();
    },
    onGone: (listener) => void gone.promise.then(listener),
    // Ended at once, the process would take its last message with it: the parent has read it when it says "end".
    leave: () => void gone.promise.then(() => own.exit()),
  };
}
