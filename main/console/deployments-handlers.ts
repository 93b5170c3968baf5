import type { DeploymentOutputs } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import type { Handlers } from './handler.ts';

const later = (): never => {
  throw failure('workstation.unexpected', { reason: 'being built' });
};

/** The requests on deployments, certificates and passwords. */
export const deploymentsHandlers: Pick<Handlers, keyof DeploymentOutputs> = {
  'deployments.draft': later,
  'deployments.save': later,
  'deployments.duplicate': later,
  'deployments.remove': later,
  'deployments.test': later,
  'certificates.probe': later,
  'credentials.set': later,
  'credentials.forget': later,
  'settings.notices': () => [],
};
