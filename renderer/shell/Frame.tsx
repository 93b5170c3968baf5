import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useBridge } from '../api/bridge.ts';
import { keys, useConsoleEvents, useDeployments, type SessionState } from '../api/queries.ts';
import { goTo, usePlace } from '../app/place.ts';
import { CommandLayer } from '../commands/CommandLayer.tsx';
import type { CommandKey } from '../commands/use-command-keys.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Problem } from '../components/Problem.tsx';
import { DeploymentDialogs, type DeploymentTask } from '../deployments/DeploymentDialogs.tsx';
import { keepSessions, type KeptSessions } from '../kept/kept-sessions.ts';
import { Journal } from '../panels/journal/Journal.tsx';
import { KindsOfFederation } from '../panels/kinds-of-federation/KindsOfFederation.tsx';
import { panels } from '../panels/panels.ts';
import { useText } from '../i18n/language.ts';
import { ConsoleLostProvider } from './console-lost.ts';
import type { DeploymentAction } from './deployment-actions.ts';
import { DeploymentList } from './DeploymentList.tsx';
import { DeploymentView } from './DeploymentView.tsx';
import { FormsNotice } from './FormsNotice.tsx';
import { Header } from './Header.tsx';
import { IdleLock } from './IdleLock.tsx';
import { KeepOpen } from './KeepOpen.tsx';
import { PreferencesNotice } from './PreferencesNotice.tsx';
import { openAgain } from './reopen.ts';
import { RemovedNotice } from './RemovedNotice.tsx';
import { SettingsNotices } from './SettingsNotices.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { useFrameCommands } from './use-frame-commands.ts';
import { useSignInAs } from './use-sign-in-as.ts';
import { useForgetChanged } from './use-forget-changed.ts';
import { unappliedOn } from './use-unapplied.ts';

const NONE: readonly DeploymentSummary[] = [];

interface FrameProps {
  /** What was open before the window was reloaded. */
  readonly before: KeptSessions;
}

/** The whole window: header, deployments on the left, the deployment in front beside them. */
export function Frame({ before }: FrameProps): ReactNode {
  const text = useText();
  const place = usePlace();
  const places = useFocusKept<HTMLDivElement>(place);
  const list = useDeployments();
  const [wishes, setWishes] = useState<ReadonlyMap<string, boolean>>(
    () => new Map(before.opened.map((id) => [id, true])),
  );
  const [consoleLost, setConsoleLost] = useState(false);
  useConsoleEvents(useCallback((state) => setConsoleLost(state === 'lost'), []));

  const [task, setTask] = useState<DeploymentTask | null>(null);
  // The failures for which a password has been asked for: one that is looked at again asks no second time.
  const askedFor = useRef(new WeakSet<EdgewiseError>());
  const [layer, setLayer] = useState<CommandKey | null>(null);
  const bridge = useBridge();
  const client = useQueryClient();
  const changeOver = useSignInAs();
  // The deployment that was changed over, until the keychain has been looked into for the account's password.
  const [changedOver, setChangedOver] = useState<string | null>(null);

  const deployments = list.data ?? NONE;
  useForgetChanged(deployments);
  const over = deployments.find(({ id }) => id === changedOver);
  if (over !== undefined && over.passwordState !== 'unknown') {
    setChangedOver(null);
    if (over.passwordState === 'absent') setTask({ kind: 'password', deployment: over.id });
  }
  // A newcomer has the practice deployment and nothing else: it harms nobody and is what they came for. Any other
  // deployment is connected to when the person says so.
  const only = deployments.length === 1 && deployments[0]?.kind === 'practice' ? deployments[0].id : null;
  // It stays open and in front when it is no longer alone: nothing moves because something was added.
  const [first, setFirst] = useState(before.first);
  if (only !== null && first !== only) setFirst(only);
  const opened = new Set(deployments.map(({ id }) => id).filter((id) => wishes.get(id) ?? id === first));
  useEffect(() => {
    const wished = [...wishes].filter(([, open]) => open).map(([id]) => id);
    const alone = first !== null && !wishes.has(first) ? [first] : [];
    keepSessions({ opened: [...wished, ...alone], first });
  }, [wishes, first]);
  const inFront = place.journal ? null : (deployments.find(({ id }) => id === (place.deployment ?? first)) ?? null);
  // The journal and the pages of help are of no deployment: the palette leads back into the one they were opened from.
  const [lastInFront, setLastInFront] = useState<string | null>(null);
  if (inFront !== null && inFront.id !== lastInFront) setLastInFront(inFront.id);

  function wish(id: string, open: boolean): void {
    setWishes(new Map(wishes).set(id, open));
  }

  function choose(id: string): void {
    wish(id, true);
    goTo(id);
  }

  function act(deployment: DeploymentSummary, action: DeploymentAction): void {
    if (action === 'duplicate') void duplicate(deployment);
    else setTask({ kind: action, deployment: deployment.id });
  }

  async function duplicate({ id, name }: DeploymentSummary): Promise<void> {
    const copy = await bridge.request('deployments.duplicate', { deployment: id });
    if (!copy.ok) {
      setTask({ kind: 'not-duplicated', name, error: copy.error });
      return;
    }
    await client.refetchQueries({ queryKey: keys.deployments });
    setTask({ kind: 'edit', deployment: copy.value.id });
  }

  /** Asks once for each failure, and never in the place of what somebody is doing. */
  function askForPassword(deployment: string, error: EdgewiseError): void {
    if (askedFor.current.has(error)) return;
    askedFor.current.add(error);
    setTask((now) => now ?? { kind: 'password', deployment, withoutKeychain: true });
  }

  async function signInAs(deployment: DeploymentSummary, user: string): Promise<void> {
    const { id, name } = deployment;
    const changed = await changeOver(deployment, user);
    if (changed.kind === 'failed') {
      setTask({ kind: 'not-changed-over', name, error: changed.error });
      return;
    }
    choose(id);
    setChangedOver(id);
  }

  /** Not as a person's Connect: a new password is tried, and a refused one not because its deployment has a new name. */
  function mended(id: string): void {
    if (!opened.has(id)) return;
    if (client.getQueryData<SessionState>(keys.state(id))?.state === 'failed') void openAgain(client, id);
    else if (client.getQueryState(keys.open(id))?.status === 'error') {
      void client.resetQueries({ queryKey: keys.all(id) });
    }
  }

  useFrameCommands({
    place,
    deployments,
    inFront,
    panelsOf: inFront ?? deployments.find(({ id }) => id === lastInFront) ?? null,
    opened,
    onChoose: choose,
    onAdd: () => setTask({ kind: 'add' }),
    onAction: act,
    onSignInAs: (deployment, user) => void signInAs(deployment, user),
  });

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100vh', minWidth: 640 }}>
      <Header deployment={inFront} onPalette={() => setLayer('palette')} />
      <CommandLayer open={layer} onOpen={setLayer} />
      {consoleLost && (
        <Alert severity="warning" square variant="outlined">
          {text('shell.console-lost')}
        </Alert>
      )}
      <IdleLock opened={opened} />
      <SettingsNotices />
      <PreferencesNotice />
      <FormsNotice />
      <RemovedNotice
        deployments={deployments}
        // A dialog of its own says it too.
        inFront={task === null ? lastInFront : null}
        removing={task?.kind === 'remove' ? task.deployment : null}
      />
      {[...opened].map((id) => (
        <KeepOpen key={id} deployment={id} />
      ))}
      <DeploymentDialogs
        task={task}
        deployments={deployments}
        unapplied={(id) => unappliedOn(id).length > 0}
        onTask={setTask}
        onAdded={goTo}
        onMended={mended}
      />
      <ConsoleLostProvider value={consoleLost}>
        <Box ref={places} sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
          <DeploymentList
            deployments={deployments}
            inFront={inFront?.id ?? null}
            onChoose={choose}
            onAdd={() => setTask({ kind: 'add' })}
            onAction={act}
            onSignInAs={(deployment, user) => void signInAs(deployment, user)}
          />
          {place.journal ? (
            <ErrorBoundary key="journal">
              <Journal
                key={`${place.search ?? ''} ${place.plan ?? ''}`}
                search={place.search ?? ''}
                plan={place.plan}
              />
            </ErrorBoundary>
          ) : place.help !== null ? (
            <ErrorBoundary key="help">
              <KindsOfFederation
                key={inFront?.id ?? ''}
                deployment={inFront}
                panel={place.panel}
                opened={inFront !== null && opened.has(inFront.id)}
                hasPanel={hasPanel}
              />
            </ErrorBoundary>
          ) : inFront === null ? (
            <Box component="main" sx={{ flex: 1, p: 2 }}>
              {list.error === null ? (
                <Typography component="h1" tabIndex={-1} sx={{ outline: 'none' }}>
                  {text(
                    list.isPending
                      ? 'shell.reading-deployments'
                      : deployments.length === 0
                        ? 'shell.no-deployments'
                        : 'shell.choose',
                  )}
                </Typography>
              ) : (
                <Problem error={list.error.error} onRetry={() => void list.refetch()} />
              )}
            </Box>
          ) : (
            <ErrorBoundary key={inFront.id}>
              <DeploymentView
                deployment={inFront}
                opened={opened.has(inFront.id)}
                onOpen={() => wish(inFront.id, true)}
                onClose={() => wish(inFront.id, false)}
                panel={place.panel}
                onTask={setTask}
                onPasswordWanted={(error) => askForPassword(inFront.id, error)}
              />
            </ErrorBoundary>
          )}
        </Box>
      </ConsoleLostProvider>
    </Box>
  );
}

/** Whether a panel is one of ours: a page of help leads to those alone. */
function hasPanel(id: string): boolean {
  return panels.some((panel) => panel.id === id);
}
