import { fork } from 'node:child_process';
import { isAnswer, type AuthenticatorAnswer, type AuthenticatorOrder } from './messages.ts';

/** A process that does one Kerberos sign-in: the libraries block, and read the ticket cache from the environment. */
export interface AuthenticatorProcess {
  /** Resolves with its answer; rejects when it ends before it has one. One at a time. */
  ask(order: AuthenticatorOrder): Promise<AuthenticatorAnswer>;
  /** Ends it at once, whatever it waits for. */
  end(): void;
}

/** Starts one with these variables added to this program's environment. */
export type StartAuthenticator = (environment: Readonly<Record<string, string>>) => AuthenticatorProcess;

/** What a host's child process gives: Node's fork, or Electron's utilityProcess. */
export interface ChildChannel {
  send(message: AuthenticatorOrder): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once, with why: an exit code, or what went wrong with starting. */
  onGone(listener: (reason: string) => void): void;
  kill(): void;
}

/** The authenticator behind a child process. */
export function authenticatorOver(child: ChildChannel): AuthenticatorProcess {
  let waiting: PromiseWithResolvers<AuthenticatorAnswer> | null = null;
  let gone: string | null = null;
  child.onMessage((message) => {
    if (isAnswer(message)) waiting?.resolve(message);
  });
  child.onGone((reason) => {
    gone = reason;
    waiting?.reject(ended(reason));
  });
  return {
    ask: (order) => {
      if (gone !== null) return Promise.reject(ended(gone));
      waiting = Promise.withResolvers<AuthenticatorAnswer>();
      child.send(order);
      return waiting.promise;
    },
    end: () => child.kill(),
  };
}

/** Forks `entry`, the built `authenticator.js` or its source, for each sign-in. */
export function forkAuthenticator(entry: string): StartAuthenticator {
  return (environment) => {
    const child = fork(entry, [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, ...environment },
      // A debugger's port of ours is not to be inherited.
      execArgv: [],
    });
    return authenticatorOver({
      // A channel that has closed is told of by 'exit' or 'error'.
      send: (message) => void child.send(message, () => undefined),
      onMessage: (listener) => child.on('message', listener),
      onGone: (listener) => {
        child.once('exit', (code, signal) => listener(String(code ?? signal)));
        child.once('error', (error) => listener(error.message));
      },
      kill: () => child.kill('SIGKILL'),
    });
  };
}

function ended(reason: string): Error {
  return new Error(`the authenticator process ended: ${reason}`);
}
