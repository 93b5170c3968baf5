import type { MessageId } from '../../shared/i18n/index.ts';

/** What can be done with a configured deployment, besides opening it. */
export type DeploymentAction = 'edit' | 'duplicate' | 'test' | 'password' | 'remove';

/** Each with its name, in the order a menu shows them. */
export const DEPLOYMENT_ACTIONS: readonly (readonly [DeploymentAction, MessageId])[] = [
  ['edit', 'setup.edit'],
  ['test', 'setup.test'],
  ['password', 'setup.password'],
  ['duplicate', 'setup.duplicate'],
  ['remove', 'setup.remove'],
];
