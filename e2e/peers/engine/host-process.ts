import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { HOST_ENVIRONMENT } from './build-host.ts';

/** Any JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A process of the engine's host that answers JSON lines. */
export interface HostProcess {
  /** Sends one request and gives its answer. Throws when the host failed, with the engine's words. */
  ask(request: JsonObject): Promise<JsonObject>;
  /** The next line it writes by itself. Throws when it ended. */
  line(): Promise<JsonObject>;
  /** Ends it by ending its stdin, and waits until it is gone. */
  close(): Promise<void>;
}

const END_PATIENCE_MS = 10_000;

/** Starts `EngineHost.dll MODE ...`; `environment` is added to its own. */
export function startHost(dll: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): HostProcess {
  const env = { ...HOST_ENVIRONMENT, ...environment };
  const child = spawn('dotnet', [dll, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<JsonObject> => {
    const next = await lines.next();
    if (next.done === true) throw new Error('the engine host ended');
    return objectOf(next.value);
  };
  return {
    line,
    ask: async (request) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const answer = await line();
      if ('failed' in answer) throw new Error(`the engine: ${JSON.stringify(answer)}`);
      return answer;
    },
    close: async () => {
      child.stdin.end();
      // One that hangs in a call never sees the end of its input.
      const patience = setTimeout(() => child.kill('SIGKILL'), END_PATIENCE_MS);
      await ended;
      clearTimeout(patience);
    },
  };
}

function objectOf(text: string): JsonObject {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`the engine host wrote no object: ${text}`);
  // Whatever JSON.parse gives is JSON, and the line above left objects only; an array is read by index all the same.
  return parsed as JsonObject;
}
