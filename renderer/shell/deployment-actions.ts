import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import type { MessageId } from '../../shared/i18n/index.ts';

/** What can be done with a configured deployment, besides opening it. */
export type DeploymentAction = 'edit' | 'duplicate' | 'test' | 'password' | 'remove';

/** Each with its name, in the order a menu shows them. */
const DEPLOYMENT_ACTIONS: readonly (readonly [DeploymentAction, MessageId])[] = [
  ['edit', 'setup.edit'],
  ['test', 'setup.test'],
  ['password', 'setup.password'],
  ['duplicate', 'setup.duplicate'],
  ['remove', 'setup.remove'],
];

/** Those of one deployment: who signs in as the person at this computer has no password to set. */
export function actionsOf({ user }: DeploymentSummary): typeof DEPLOYMENT_ACTIONS {
  return user === '' ? DEPLOYMENT_ACTIONS.filter(([action]) => action !== 'password') : DEPLOYMENT_ACTIONS;
}
