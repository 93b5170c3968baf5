import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../../shared/models/deployment.ts';
import {
  FEDERATION_FACTS,
  NEED_PANELS,
  type FederationKind,
  type FederationNeed,
} from '../../../shared/rules/federation-kinds.ts';
import { needState, type DeploymentFacts } from '../../../shared/rules/kinds-in-force.ts';
import { goTo } from '../../app/place.ts';
import { Sign } from '../../components/Sign.tsx';
import { useText } from '../../i18n/language.ts';
import { stateSigns } from './state-signs.ts';

interface NeedsProps {
  readonly kind: FederationKind;
  readonly deployment: DeploymentSummary | null;
  /** null = nothing is known. */
  readonly facts: DeploymentFacts | null;
  readonly hasPanel: (id: string) => boolean;
}

/** What a kind needs on this side, each with whether it is set and the way to where it is set. */
export function Needs({ kind, ...rest }: NeedsProps): ReactNode {
  const text = useText();
  const { needs, needsForMedia } = FEDERATION_FACTS[kind];
  return (
    <>
      <NeedList needs={needs} {...rest} />
      {needsForMedia.length > 0 && (
        <>
          <Box sx={{ mt: 0.75, color: 'text.secondary' }}>{text('kinds.for-media')}</Box>
          <NeedList needs={needsForMedia} {...rest} />
        </>
      )}
    </>
  );
}

interface NeedListProps extends Omit<NeedsProps, 'kind'> {
  readonly needs: readonly FederationNeed[];
}

function NeedList({ needs, deployment, facts, hasPanel }: NeedListProps): ReactNode {
  const text = useText();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      {needs.map((need) => {
        const panel = NEED_PANELS[need];
        const words = text(`kinds.need.${need}`);
        const state = facts === null ? null : needState(need, facts);
        return (
          <li key={need}>
            {panel === null || deployment === null || !hasPanel(panel) ? (
              words
            ) : (
              <Link
                component="button"
                onClick={() => goTo(deployment.id, panel)}
                sx={{ textAlign: 'left', overflowWrap: 'anywhere' }}
              >
                {words}
              </Link>
            )}
            {state !== null && (
              <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color: 'text.secondary', fontSize: 12 }}>
                <Sign kind={stateSigns[state]} />
                {text(`kinds.met.${state}`)}
              </Box>
            )}
          </li>
        );
      })}
    </Box>
  );
}
