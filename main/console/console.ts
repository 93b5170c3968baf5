import type { ConsoleEvents, EventName } from '../../shared/contract/events.ts';
import { requestInputs, type RequestName, type RequestOutputs } from '../../shared/contract/requests.ts';
import { edgewiseError, errorFrom, type EdgewiseError } from '../../shared/errors.ts';
import type { KeptLook } from '../../shared/models/preferences.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Directory } from '../deployments/directory.ts';
import type { FormStore } from '../forms/forms.ts';
import { readPreferences } from '../settings/preferences.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { createDeploymentMap } from './deployment-map.ts';
import type { Journal } from '../journal/journal.ts';
import { writeDirectly, type DirectWrite } from './direct-write.ts';
import type { Caller, HandlerTools } from './handler.ts';
import { handlers } from './handlers.ts';
import { createIdleLock } from './idle-lock.ts';
import { createPlanStore } from './plan-store.ts';
import type { DeploymentSource } from './source.ts';

export interface ConsoleOptions {
  /** What is always there besides the configured ones, such as the practice deployment. */
  readonly deployments: readonly DeploymentSource[];
  readonly directory: Directory;
  readonly settings: SettingsStore;
  readonly forms: FormStore;
  /** What is done to servers is written there. */
  readonly journal: Journal;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly sha256: Sha256;
  /** An id nobody can guess. */
  readonly randomId: () => string;
}

/** One event on its way to the windows. */
export type ConsoleEvent = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: ConsoleEvents[Name] };
}[EventName];

/** The application, as a host binds it. */
export interface Console {
  /** Serves one request. Name and input are whatever a window sent; never throws. */
  request(name: string, input: unknown, caller: Caller): Promise<Result<RequestOutputs[RequestName]>>;
  /** Hears every event until the returned function is called. */
  listen(listener: (event: ConsoleEvent) => void): () => void;
  /** Runs a write of the command line as the deployment's one writer, in the journal. Throws a Failure. */
  direct(write: DirectWrite, signal: AbortSignal): Promise<boolean>;
  /** How the person wants every window to look: for a page that has not asked yet. */
  look(): KeptLook;
  /** Whether something is being written right now: a host must not end then. */
  applying(): boolean;
  /** Waits for running writes, then closes every session and ends what sources started; never throws. */
  close(): Promise<void>;
}

/** Builds the console from plain parameters. Connects to nothing. */
export function createConsole(options: ConsoleOptions): Console {
  const listeners = new Set<(event: ConsoleEvent) => void>();
  const emit = <Name extends EventName>(name: Name, payload: ConsoleEvents[Name]): void => {
    // The signature keeps name and payload together; a union cannot be narrowed through a type parameter.
    const event = { name, payload } as unknown as ConsoleEvent;
    for (const listener of listeners) listener(event);
  };
  const { directory, settings, forms } = options;
  const deployments = createDeploymentMap(
    directory,
    options.deployments,
    (deployment, state, error) => {
      emit('deployment.state', { deployment, state, error });
    },
    () => idle.requireUnlocked(),
  );
  const minutes = (): number | null => settings.current().preferences.idleMinutes;
  const idle = createIdleLock({
    minutes,
    clock: options.clock,
    busy: () => applying > 0,
    onChange: (locked) => {
      if (locked) deployments.suspendAll();
      emit('idle.changed', { minutes: minutes(), locked });
    },
  });
  let applying = 0;
  const tools: HandlerTools = {
    deployments: deployments.all,
    directory,
    settings,
    forms,
    idle,
    plans: createPlanStore(options.clock),
    journal: options.journal,
    clock: options.clock,
    randomId: options.randomId,
    sha256: options.sha256,
    emit,
  };
  directory.listen((reconnect) => {
    if (reconnect === null) {
      deployments.update();
      emit('deployments.changed', {});
    } else {
      tools.plans.forget(reconnect);
      deployments.reconnect(reconnect);
    }
  });
  settings.listen((notice) => emit('settings.notice', notice));
  options.journal.listen(() => emit('journal.changed', {}));

  return {
    request: async (name, input, caller) => {
      if (!isRequestName(name)) return malformed(name);
      if (name === 'plans.apply') applying += 1;
      try {
        return await serve(name, tools, input, caller);
      } finally {
        if (name === 'plans.apply') applying -= 1;
      }
    },
    direct: async (write, signal) => {
      // Somebody is there: they have just typed a command.
      idle.unlock();
      applying += 1;
      try {
        return await writeDirectly(tools, write, signal);
      } finally {
        applying -= 1;
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look: () => readPreferences(settings),
    applying: () => applying > 0,
    close: async () => {
      idle.end();
      await deployments.close();
      await options.journal.close();
    },
  };
}

async function serve<Name extends RequestName>(
  name: Name,
  tools: HandlerTools,
  input: unknown,
  caller: Caller,
): Promise<Result<RequestOutputs[Name]>> {
  const checked = requestInputs[name].safeParse(input);
  if (!checked.success) return malformed(name);
  try {
    // The schema of that name has just given this input; the two maps cannot be correlated through a type parameter.
    return ok(await handlers[name](tools, checked.data as never, caller));
  } catch (caught) {
    return failed(named(errorFrom(caught), checked.data));
  }
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requestInputs, name);
}

function malformed<T>(request: string): Result<T> {
  // A name from outside is shown as it came, but never at any length.
  return failed(edgewiseError('input.request-malformed', { request: request.slice(0, 100) }));
}

/** Every error of a request about one deployment says which. */
function named(error: EdgewiseError, input: object): EdgewiseError {
  if (!('deployment' in input) || typeof input.deployment !== 'string') return error;
  return { ...error, details: { ...error.details, deployment: input.deployment } };
}
