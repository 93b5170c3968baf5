import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../../shared/models/deployment.ts';
import {
  FEDERATION_FACTS,
  FEDERATION_KINDS,
  FEDERATION_USES,
  type Allowance,
  type FederationKind,
} from '../../../shared/rules/federation-kinds.ts';
import { kindState } from '../../../shared/rules/kinds-in-force.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { Sign, type SignKind } from '../../components/Sign.tsx';
import { useText, type Text } from '../../i18n/language.ts';
import { Needs } from './Needs.tsx';
import { stateSigns } from './state-signs.ts';
import type { FactsRead } from './use-deployment-facts.ts';

interface KindsTableProps {
  readonly deployment: DeploymentSummary | null;
  /** null = nothing is known of it. */
  readonly read: FactsRead | null;
  readonly hasPanel: (id: string) => boolean;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly cell: (kind: FederationKind) => ReactNode;
}

/** The kinds side by side: a column each. */
export function KindsTable({ deployment, read, hasPanel }: KindsTableProps): ReactNode {
  const text = useText();
  const rows: readonly Row[] = [
    { id: 'whom', name: text('kinds.row.whom'), cell: (kind) => text(`kinds.whom.${kind}`) },
    ...(deployment === null || read === null
      ? []
      : [
          {
            id: 'now',
            name: text('kinds.row.now', { name: deployment.name }),
            cell: (kind: FederationKind) => <Now kind={kind} read={read} />,
          },
        ]),
    ...FEDERATION_USES.map((use) => ({
      id: use,
      name: text(`kinds.use.${use}`),
      cell: (kind: FederationKind) => <Allowed allowance={FEDERATION_FACTS[kind].allows[use]} />,
    })),
    {
      id: 'needs',
      name: text('kinds.row.needs'),
      cell: (kind) => <Needs kind={kind} deployment={deployment} facts={read?.facts ?? null} hasPanel={hasPanel} />,
    },
    { id: 'know', name: text('kinds.row.know'), cell: (kind) => text(`kinds.know.${kind}`) },
    {
      id: 'page',
      name: text('kinds.row.page'),
      cell: (kind) => <PageLink page={FEDERATION_FACTS[kind].page} about={text(`kinds.kind.${kind}`)} />,
    },
  ];
  return (
    <Box component="table" aria-label={text('kinds.table')} sx={TABLE}>
      <thead>
        <tr>
          <td />
          {FEDERATION_KINDS.map((kind) => (
            <th key={kind} scope="col">
              {text(`kinds.kind.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, cell }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {FEDERATION_KINDS.map((kind) => (
              <td key={kind}>{cell(kind)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

/** The names of the rows stay in sight while the kinds go by. */
const TABLE = {
  borderCollapse: 'separate',
  borderSpacing: 0,
  width: '100%',
  minWidth: 980,
  tableLayout: 'fixed',
  fontSize: 13,
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    p: 0.9,
    borderBottom: 1,
    borderColor: 'divider',
    fontWeight: 400,
    overflowWrap: 'break-word',
  },
  '& thead th': { fontWeight: 600 },
  '& th[scope="row"], & thead td': {
    position: 'sticky',
    left: 0,
    bgcolor: 'background.default',
    color: 'text.secondary',
    width: 140,
  },
} as const;

function Now({ kind, read }: { readonly kind: FederationKind; readonly read: FactsRead }): ReactNode {
  const text = useText();
  if (read.reading) return <Box sx={{ color: 'text.secondary' }}>{text('kinds.reading')}</Box>;
  const state = kindState(kind, read.facts);
  return <Signed kind={stateSigns[state]} words={text(`kinds.state.${state}`)} />;
}

function Allowed({ allowance }: { readonly allowance: Allowance }): ReactNode {
  const text = useText();
  return <Signed kind={allowanceSign(allowance)} words={allowanceText(text, allowance)} />;
}

function allowanceText(text: Text, allowance: Allowance): string {
  return allowance === 'yes' || allowance === 'no'
    ? text(`kinds.allowed.${allowance}`)
    : text(`kinds.partly.${allowance}`);
}

function allowanceSign(allowance: Allowance): SignKind {
  if (allowance === 'no') return 'off';
  return 'allowed';
}

function Signed({ kind, words }: { readonly kind: SignKind; readonly words: string }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'flex-start' }}>
      <Sign kind={kind} />
      {words}
    </Box>
  );
}
