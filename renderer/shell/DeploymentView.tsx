import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useBridge } from '../api/bridge.ts';
import { askAnew, isOfServer, keys, useOpenDeployment, useSessionState } from '../api/queries.ts';
import { useCommands } from '../commands/registry.ts';
import { Problem } from '../components/Problem.tsx';
import { useAfter } from '../components/use-after.ts';
import { useWaited } from '../components/use-waited.ts';
import { isWithoutKeychain } from '../deployments/connect-problems.ts';
import type { DeploymentTask } from '../deployments/DeploymentDialogs.tsx';
import { useText } from '../i18n/language.ts';
import { deploymentStatus, statusWords } from './deployment-status.ts';
import { FailureActions } from './FailureActions.tsx';
import { OpenView } from './OpenView.tsx';
import { reopen } from './reopen.ts';
import { StatusBar } from './StatusBar.tsx';

interface DeploymentViewProps {
  readonly deployment: DeploymentSummary;
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly panel: string | null;
  readonly onTask: (task: DeploymentTask) => void;
  /** It could not be opened for want of a password that only a person knows: heard of while it is in front. */
  readonly onPasswordWanted: (error: EdgewiseError) => void;
}

/** The deployment in front, whatever its state: not connected, connecting, open, failed, or lost. */
export function DeploymentView(props: DeploymentViewProps): ReactNode {
  const { deployment, opened, onOpen, onClose, panel, onTask } = props;
  const text = useText();
  const client = useQueryClient();
  const bridge = useBridge();
  const query = useOpenDeployment(deployment.id, opened);
  const status = deploymentStatus(query, useSessionState(deployment.id));
  // The marks are those of this moment, not those of when it was opened; where it leads, what opening has found.
  const known = query.data?.deployment;
  const shown = known === undefined ? deployment : { ...deployment, url: known.url, user: known.user };

  const wanting = status.kind === 'failed' && isWithoutKeychain(status.error) ? status.error : null;
  const onPasswordWanted = useEffectEvent(props.onPasswordWanted);
  useEffect(() => {
    if (wanting !== null) onPasswordWanted(wanting);
  }, [wanting]);

  function connect(): void {
    if (opened) void reopen(client, deployment.id);
    else {
      askAnew(client, deployment.id);
      onOpen();
    }
  }

  const connected = status.kind === 'open' || status.kind === 'lost';
  useCommands([
    {
      id: 'deployment/connect',
      group: 'palette.group.deployment',
      title: 'shell.connect',
      unavailable: status.kind === 'open' || status.kind === 'opening' ? text(statusWords[status.kind]) : null,
      run: connect,
    },
    {
      id: 'deployment/disconnect',
      group: 'palette.group.deployment',
      title: 'shell.disconnect',
      unavailable: connected ? null : text('palette.not-connected'),
      run: () => void disconnect(),
    },
  ]);

  function actionsFor(error: EdgewiseError): ReactNode {
    return deployment.kind === 'server' && <FailureActions deployment={deployment.id} error={error} onTask={onTask} />;
  }

  /** What an earlier attempt said is not what is so now: a password may have been set since. */
  async function cancelOpening(): Promise<void> {
    await client.cancelQueries({ queryKey: keys.open(deployment.id) });
    client
      .getQueryCache()
      .find({ queryKey: keys.open(deployment.id) })
      ?.reset();
  }

  async function disconnect(): Promise<void> {
    onClose();
    await client.cancelQueries({ queryKey: keys.all(deployment.id) });
    // Reset, for whoever looks at it must see that it is closed; the rest is looked at by nobody then, and is forgotten.
    client
      .getQueryCache()
      .find({ queryKey: keys.open(deployment.id) })
      ?.reset();
    client.removeQueries({ queryKey: keys.all(deployment.id), predicate: isReadOfServer });
    // Whoever looks at these goes on looking when it is open again, and would look at what was removed.
    for (const key of [keys.progress, keys.usersAsked, keys.state])
      void client.resetQueries({ queryKey: key(deployment.id) });
    const closed = await bridge.request('deployments.close', { deployment: deployment.id });
    // Closing what is already gone changes nothing on screen; the console's own state event says the rest.
    if (!closed.ok) console.warn(`deployments.close: ${closed.error.code}`);
  }

  return (
    <Box component="main" sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
      {connected ? (
        <OpenView
          open={{ ...status.open, deployment: shown }}
          panel={panel}
          lost={status.kind === 'lost' ? status.error : null}
          onReconnect={() => void reopen(client, deployment.id)}
          actions={status.kind === 'lost' ? actionsFor(status.error) : null}
        />
      ) : (
        <Box sx={{ p: 2, flex: 1, maxWidth: 720 }}>
          {status.kind === 'opening' && <Opening deployment={deployment} onCancel={() => void cancelOpening()} />}
          {status.kind === 'failed' && (
            <Problem
              error={status.error}
              onRetry={connect}
              retryLabel="shell.connect"
              actions={actionsFor(status.error)}
            />
          )}
          {status.kind === 'closed' && <Closed deployment={deployment} onConnect={connect} />}
        </Box>
      )}
      <StatusBar deployment={shown} status={status} onDisconnect={() => void disconnect()} />
    </Box>
  );
}

function isReadOfServer({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return isOfServer(queryKey);
}

interface OpeningProps {
  readonly deployment: DeploymentSummary;
  readonly onCancel: () => void;
}

function Opening({ deployment, onCancel }: OpeningProps): ReactNode {
  const text = useText();
  const slow = useAfter(true, 1000);
  const waited = useWaited(true, deployment.id);
  const words = text('shell.opening', { name: deployment.name });
  return (
    <>
      <Box role="status" tabIndex={-1} sx={{ outline: 'none' }}>
        {words}
        <Box sx={{ height: 4, my: 1 }}>{slow && <LinearProgress aria-label={words} />}</Box>
        {slow && <Button onClick={onCancel}>{text('shell.cancel')}</Button>}
      </Box>
      {/* Not told to those who listen: it is another sentence each second. */}
      {waited > 0 && <Box sx={{ mt: 1, color: 'text.secondary' }}>{text('shell.waited', { seconds: waited })}</Box>}
    </>
  );
}

interface ClosedProps {
  readonly deployment: DeploymentSummary;
  readonly onConnect: () => void;
}

function Closed({ deployment, onConnect }: ClosedProps): ReactNode {
  const text = useText();
  return (
    <>
      <Box sx={{ mb: 1.5 }}>{text('shell.closed', { name: deployment.name })}</Box>
      <Button variant="contained" onClick={onConnect}>
        {text('shell.connect')}
      </Button>
    </>
  );
}
