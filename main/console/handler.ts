import type { ConsoleEvents, EventName } from '../../shared/contract/events.ts';
import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import { failure } from '../../shared/errors.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import type { Directory } from '../deployments/directory.ts';
import type { FormStore } from '../forms/forms.ts';
import type { Journal } from '../journal/journal.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Deployment } from './deployment.ts';
import type { IdleLock } from './idle-lock.ts';
import type { PlanStore } from './plan-store.ts';

/** What every handler has at hand. */
export interface HandlerTools {
  readonly deployments: ReadonlyMap<string, Deployment>;
  readonly directory: Directory;
  readonly plans: PlanStore;
  readonly journal: Journal;
  readonly settings: SettingsStore;
  readonly forms: FormStore;
  readonly idle: IdleLock;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly sha256: Sha256;
  readonly emit: <Name extends EventName>(name: Name, payload: ConsoleEvents[Name]) => void;
}

/** Who asks, and for how long the answer is wanted. */
export interface Caller {
  readonly window: string;
  readonly signal: AbortSignal;
}

/** One function a request of the contract. */
export type Handlers = {
  readonly [Name in RequestName]: (
    tools: HandlerTools,
    input: RequestInput<Name>,
    caller: Caller,
  ) => Promise<RequestOutputs[Name]> | RequestOutputs[Name];
};

/** The deployment of that id. Throws workstation.deployment-unknown. */
export function deploymentOf(tools: HandlerTools, id: string): Deployment {
  const deployment = tools.deployments.get(id);
  if (deployment === undefined) throw failure('workstation.deployment-unknown', { deployment: id });
  return deployment;
}
