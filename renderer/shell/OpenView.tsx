import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { OpenDeployment } from '../../shared/contract/requests.ts';
import { edgewiseError, type EdgewiseError } from '../../shared/errors.ts';
import { usePosture } from '../api/posture.ts';
import { goTo, goToHelp } from '../app/place.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import type { Panel, PanelProps } from '../panels/panel.ts';
import { firstPanel, panels } from '../panels/panels.ts';
import { PanelTabs, tabId, tabPanelId } from './PanelTabs.tsx';
import { PostureBar } from './PostureBar.tsx';
import { isPassing } from './use-quiet-reconnect.ts';

interface OpenViewProps {
  readonly open: OpenDeployment;
  /** The panel of the address, or null. */
  readonly panel: string | null;
  /** Why the session broke off, or null: what was read stays on screen. */
  readonly lost: EdgewiseError | null;
  readonly onReconnect: () => void;
  /** What else can be done about that. */
  readonly actions: ReactNode;
}

/** An open deployment: posture, tabs, and the panel in front. */
export function OpenView({ open, panel: wanted, lost, onReconnect, actions }: OpenViewProps): ReactNode {
  const text = useText();
  const { posture, readAt } = usePosture(open, lost !== null);
  const panel = panels.find(({ id }) => id === wanted) ?? firstPanel;
  return (
    <>
      <PostureBar posture={posture} readAt={readAt} old={lost !== null} />
      <PanelTabs
        deployment={open.deployment.id}
        current={panel.id}
        onChoose={(id) => goTo(open.deployment.id, id)}
        onHelp={() => goToHelp('kinds-of-federation', { deployment: open.deployment.id, panel: panel.id })}
      />
      {lost !== null && (
        <Box sx={{ p: 1.5, pb: 0.5 }}>
          <Problem error={lost} onRetry={onReconnect} retryLabel="shell.reconnect" actions={actions}>
            {isPassing(lost) && text('shell.lost-passing')}
          </Problem>
        </Box>
      )}
      <Box
        role="tabpanel"
        id={tabPanelId(panel.id)}
        aria-labelledby={tabId(panel.id)}
        sx={{ display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}
      >
        <ErrorBoundary key={`${open.deployment.id}/${panel.id}`}>
          <PanelContent panel={panel} open={open} lost={lost !== null} />
        </ErrorBoundary>
      </Box>
    </>
  );
}

function PanelContent({ panel, open, lost }: PanelProps & { readonly panel: Panel }): ReactNode {
  const { Content, Absent, needs: cmdlet } = panel;
  if (open.cmdlets.some((name) => name.toLowerCase() === cmdlet.toLowerCase()))
    return <Content open={open} lost={lost} />;
  if (Absent !== undefined) return <Absent open={open} lost={lost} />;
  return (
    <Box sx={{ p: 1.5, flex: 1 }}>
      <Problem error={edgewiseError('permission.cmdlet-absent', { cmdlet })} />
    </Box>
  );
}
