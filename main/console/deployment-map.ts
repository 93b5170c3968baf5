import type { Directory } from '../deployments/directory.ts';
import { createDeployment, forgetLists, type Deployment } from './deployment.ts';
import type { SessionState } from './deployment-session.ts';
import type { DeploymentSource } from './source.ts';
import type { EdgewiseError } from '../../shared/errors.ts';

/** The deployments of a running console: those of the directory in front, then those that are always there. */
export interface DeploymentMap {
  readonly all: ReadonlyMap<string, Deployment>;
  /** Brings the map up to what the directory has. */
  update(): void;
  /** Ends the session of a deployment whose connection changed; the next use opens another. */
  reconnect(id: string): void;
  /** Ends the session of every deployment, none of which has changed; the next use opens another. */
  suspendAll(): void;
  /** Waits for running writes, then closes every session, of deployments just removed too. */
  close(): Promise<void>;
}

export function createDeploymentMap(
  directory: Directory,
  fixed: readonly DeploymentSource[],
  onState: (deployment: string, state: SessionState, error: EdgewiseError | null) => void,
  admit: () => void,
): DeploymentMap {
  const all = new Map<string, Deployment>();
  const closing = new Set<Promise<void>>();

  function later(work: Promise<void>): void {
    const closed = work.finally(() => closing.delete(closed));
    closing.add(closed);
  }

  function update(): void {
    const before = new Map(all);
    all.clear();
    for (const source of [...directory.sources(), ...fixed]) {
      const kept = before.get(source.id);
      all.set(source.id, kept ?? createDeployment(source, (state, error) => onState(source.id, state, error), admit));
      before.delete(source.id);
    }
    for (const gone of before.values()) later(closeDeployment(gone));
  }

  update();
  return {
    all,
    update,
    reconnect: (id) => {
      const deployment = all.get(id);
      if (deployment === undefined) return;
      forgetLists(deployment.memory);
      // At once, where closing waits for a write: the next opening is one with the new password.
      deployment.session.askedAnew();
      later(closeDeployment(deployment));
    },
    suspendAll: () => {
      for (const deployment of all.values()) {
        forgetLists(deployment.memory);
        later(suspendDeployment(deployment));
      }
    },
    close: async () => {
      await Promise.all([...closing, ...[...all.values()].map(closeDeployment)]);
    },
  };
}

/** The session stays until its writer has ended: one that was cut off in the middle still has to look what became of it. */
async function closeDeployment({ writer, session }: Deployment): Promise<void> {
  await writer.run(() => Promise.resolve(), new AbortController().signal);
  await session.close();
}

async function suspendDeployment({ writer, session }: Deployment): Promise<void> {
  await writer.run(() => Promise.resolve(), new AbortController().signal);
  await session.suspend();
}
