import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { keys } from '../../api/queries.ts';
import { useOverview } from '../../api/overview-queries.ts';
import { goTo } from '../../app/place.ts';
import { Problem } from '../../components/Problem.tsx';
import { SteadyButton } from '../../components/SteadyButton.tsx';
import { TableStatus } from '../../components/TableStatus.tsx';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { InForce } from './InForce.tsx';
import { Lists } from './Lists.tsx';
import { Part } from './Part.tsx';
import { Replication } from './Replication.tsx';
import { Routes } from './Routes.tsx';
import { Section } from './Section.tsx';
import { Session } from './Session.tsx';
import { Warnings } from './Warnings.tsx';

/** The Overview: a deployment at a glance, part by part, with the way into the panels. The posture stands above it. */
export function Overview({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const client = useQueryClient();
  const { deployment } = open;
  const query = useOverview(deployment.id);
  const { data: overview, isFetching: reading } = query;
  const waiting = reading && overview === undefined;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
      <Box role="toolbar" aria-label={text('overview.title')} sx={{ p: 1, px: 1.5 }}>
        <SteadyButton color="inherit" startIcon={<RefreshIcon />} onClick={() => void query.refetch()} off={reading}>
          {text('table.refresh')}
        </SteadyButton>
      </Box>
      {query.error !== null && !lost && (
        <Box sx={{ px: 1.5, pb: 1 }}>
          <Problem error={query.error.error} onRetry={() => void query.refetch()} />
        </Box>
      )}
      <Box
        // It scrolls: what scrolls must be reachable by the keyboard.
        tabIndex={0}
        role="region"
        aria-label={text('overview.title')}
        aria-busy={waiting}
        sx={{
          flex: 1,
          minHeight: 0,
          overflowY: 'auto',
          px: 1.5,
          pb: 1.5,
          display: 'flex',
          flexWrap: 'wrap',
          alignContent: 'start',
          gap: 1.5,
        }}
      >
        <Box sx={{ flex: '1 0 100%', minWidth: 0 }}>
          <Warnings open={open} overview={overview} reading={waiting} onGo={(panel) => goTo(deployment.id, panel)} />
        </Box>
        <Column>
          <Section
            title="overview.in-force"
            panel={{ title: 'edge.title', onGo: () => goTo(deployment.id, 'access-edge') }}
          >
            <Part result={overview?.edge} lines={5} reading={waiting}>
              {(edge) => <InForce edge={edge} />}
            </Part>
          </Section>
          <Section title="overview.lists">
            <Lists
              overview={overview}
              reading={waiting}
              cmdlets={open.cmdlets}
              onGo={(panel) => goTo(deployment.id, panel)}
            />
          </Section>
          <Section title="overview.routes">
            <Part result={overview?.routes} lines={3} reading={waiting}>
              {(routes) => <Routes routes={routes} />}
            </Part>
          </Section>
        </Column>
        <Column>
          <Section title="overview.replication">
            <Part result={overview?.replicas} lines={6} reading={waiting}>
              {(replicas) => <Replication replicas={replicas} readAt={overview?.readAt ?? ''} />}
            </Part>
          </Section>
          <Section title="overview.session">
            <Session open={open} roles={overview?.roles} reading={waiting} />
          </Section>
        </Column>
      </Box>
      <TableStatus
        count={null}
        shown={0}
        selected={0}
        readAt={overview?.readAt ?? null}
        reading={reading}
        read={0}
        onCancel={() => void client.cancelQueries({ queryKey: keys.overview(deployment.id) })}
      />
    </Box>
  );
}

/** Sections one below the other; beside the other column where the window is wide enough. */
function Column({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box sx={{ flex: '1 1 460px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: 1.5 }}>{children}</Box>
  );
}
