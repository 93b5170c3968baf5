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
  /** Ends the session of every deployment; the next use opens another. */
  reconnectAll(): void;
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

  function closeLater(deployment: Deployment): void {
    const closed = closeDeployment(deployment).finally(() => closing.delete(closed));
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
    for (const gone of before.values()) closeLater(gone);
  }

  function drop(deployment: Deployment): void {
    forgetLists(deployment.memory);
    closeLater(deployment);
  }

  update();
  return {
    all,
    update,
    reconnect: (id) => {
      const deployment = all.get(id);
      if (deployment !== undefined) drop(deployment);
    },
    reconnectAll: () => {
      for (const deployment of all.values()) drop(deployment);
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
