import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutlined';
import SyncIcon from '@mui/icons-material/Sync';
import SyncProblemIcon from '@mui/icons-material/SyncProblem';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { Replica } from '../../../shared/models/topology.ts';
import { replicaSince, replicaState, type ReplicaState } from '../../../shared/rules/replication.ts';
import { LongName } from '../../components/LongName.tsx';
import { useAgo, useMoment, useSpan, useText } from '../../i18n/language.ts';
import { FactTable } from './FactTable.tsx';

interface ReplicationProps {
  readonly replicas: readonly Replica[];
  /** ISO 8601: when they were read. */
  readonly readAt: string;
}

const STATES = {
  current: { Icon: CheckCircleOutlineIcon, color: 'success.main', words: 'overview.replica-current' },
  behind: { Icon: SyncIcon, color: 'info.main', words: 'overview.replica-behind' },
  stale: { Icon: SyncProblemIcon, color: 'warning.main', words: 'overview.replica-stale' },
} as const satisfies Readonly<Record<ReplicaState, { readonly words: MessageId; readonly [more: string]: unknown }>>;

/** Every replica: whether it has what was written last, and since when. */
export function Replication({ replicas, readAt }: ReplicationProps): ReactNode {
  const text = useText();
  const moment = useMoment();
  const ago = useAgo();
  const span = useSpan();
  if (replicas.length === 0) return text('overview.no-replicas');
  const stale = replicas.some((replica) => replicaState(replica, readAt) === 'stale');
  const behind = replicas.filter((replica) => !replica.upToDate).length;
  return (
    <>
      <Box role="status" sx={{ mb: 0.5 }}>
        {behind === 0
          ? text('overview.replication-all', { count: replicas.length })
          : text('overview.replication-behind', { behind, count: replicas.length })}
        {stale && ` ${text('overview.stale-note')}`}
      </Box>
      <FactTable
        label={text('overview.replication')}
        headers={[text('overview.replica'), text('overview.state'), text('overview.since'), text('overview.version')]}
        rows={replicas.map((replica, index) => {
          const since = replicaSince(replica);
          return {
            id: replica.fqdn ?? String(index),
            cells: [
              replica.fqdn === null ? text('overview.replica-unnamed') : <LongName key="name" name={replica.fqdn} />,
              <Lines
                key="state"
                first={<ReplicaMark state={replicaState(replica, readAt)} />}
                second={replica.upToDate || since === null ? '' : text('overview.for', { span: span(since, readAt) })}
              />,
              since === null ? '–' : <Lines key="since" first={moment(since)} second={ago(since, readAt)} />,
              replica.productVersion ?? '–',
            ],
          };
        })}
      />
    </>
  );
}

interface LinesProps {
  readonly first: ReactNode;
  readonly second: string;
}

/** A value, and under it in grey what it comes to; a line is kept for it. */
function Lines({ first, second }: LinesProps): ReactNode {
  return (
    <>
      <Box>{first}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: 12, minHeight: 18 }}>{second}</Box>
    </>
  );
}

function ReplicaMark({ state }: { readonly state: ReplicaState }): ReactNode {
  const text = useText();
  const { Icon, color, words } = STATES[state];
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', whiteSpace: 'nowrap' }}>
      <Icon aria-hidden sx={{ fontSize: 16, color }} />
      {text(words)}
    </Box>
  );
}
