import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import {
  isAboutPassword,
  isAboutProxyPassword,
  isAboutTrust,
  isWithoutKeychain,
} from '../deployments/connect-problems.ts';
import type { DeploymentTask } from '../deployments/DeploymentDialogs.tsx';
import { useText } from '../i18n/language.ts';

interface FailureActionsProps {
  readonly deployment: string;
  readonly error: EdgewiseError;
  readonly onTask: (task: DeploymentTask) => void;
}

/** What can be done about a deployment that could not be connected to: what its error asks for first. */
export function FailureActions({ deployment, error, onTask }: FailureActionsProps): ReactNode {
  const text = useText();
  return (
    <>
      {isAboutTrust(error) && (
        <Button color="inherit" onClick={() => onTask({ kind: 'certificate', deployment })}>
          {text('certificate.show')}
        </Button>
      )}
      {isAboutPassword(error) && (
        <Button
          color="inherit"
          onClick={() => onTask({ kind: 'password', deployment, withoutKeychain: isWithoutKeychain(error) })}
        >
          {text('password.set-action')}
        </Button>
      )}
      {isAboutProxyPassword(error) && (
        <Button color="inherit" onClick={() => onTask({ kind: 'edit', deployment })}>
          {text('password.set-proxy-action')}
        </Button>
      )}
      <Button color="inherit" onClick={() => onTask({ kind: 'test', deployment })}>
        {text('setup.test')}
      </Button>
      <Button color="inherit" onClick={() => onTask({ kind: 'edit', deployment })}>
        {text('setup.edit')}
      </Button>
    </>
  );
}
