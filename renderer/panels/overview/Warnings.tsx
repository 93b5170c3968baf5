import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { Theme } from '@mui/material/styles';
import { useMemo, type ReactNode } from 'react';
import type { Overview } from '../../../shared/contract/overview.ts';
import type { OpenDeployment } from '../../../shared/contract/requests.ts';
import { overviewWarnings } from '../../../shared/rules/overview-warnings.ts';
import { LEFTOVERS } from '../../../shared/rules/warning-facts.ts';
import { useUnheldPolicies } from '../../api/unheld-queries.ts';
import { NARROW } from '../../app/theme.ts';
import { useText } from '../../i18n/language.ts';
import type { OverviewPanel } from './panel-titles.ts';
import { Section } from './Section.tsx';
import { UnheldPolicies } from './UnheldPolicies.tsx';
import { notLookedAt, userPolicies, warningFacts } from './warning-facts.ts';
import { WarningItem } from './WarningItem.tsx';

interface WarningsProps {
  readonly open: OpenDeployment;
  readonly overview: Overview | undefined;
  readonly reading: boolean;
  readonly onGo: (panel: OverviewPanel) => void;
}

/** As tall with no warning as with many: what stands below never moves, and more than fit are scrolled to. */
const HEIGHT = 168;

/** More than fits is said by a shadow where it goes on: it is drawn at the edge, and covered where nothing follows. */
const SCROLLED = {
  height: HEIGHT,
  [NARROW]: { height: 1.5 * HEIGHT },
  overflowY: 'auto',
  background: ({ palette }: Theme) => {
    const cover = palette.background.paper;
    const shadow = palette.action.disabled;
    return `linear-gradient(${cover}, ${cover}) top / 100% 8px local no-repeat,
      linear-gradient(${cover}, ${cover}) bottom / 100% 8px local no-repeat,
      linear-gradient(${shadow}, transparent) top / 100% 6px scroll no-repeat,
      linear-gradient(transparent, ${shadow}) bottom / 100% 6px scroll no-repeat`;
  },
} as const;

/** What is set and in effect for nobody, with why and what to do; the rules are of shared/rules. */
export function Warnings({ open, overview, reading, onGo }: WarningsProps): ReactNode {
  const text = useText();
  const policies = userPolicies(overview);
  const search = useUnheldPolicies(open.deployment.id, policies);
  const unheld = search.found?.policies ?? null;
  const warnings = useMemo(() => overviewWarnings(warningFacts(overview, unheld)), [overview, unheld]);
  const unread = notLookedAt(overview, open.cmdlets);
  const leftover = warnings.filter(({ id }) => LEFTOVERS.has(id)).length;
  return (
    <Section
      title="overview.warnings"
      note={overview && text('overview.warnings.count', { count: warnings.length - leftover, leftover })}
    >
      <Box
        // It scrolls: what scrolls must be reachable by the keyboard.
        tabIndex={0}
        role="group"
        aria-label={text('overview.warnings')}
        sx={SCROLLED}
      >
        {overview === undefined && reading && (
          <Box aria-hidden>
            <Skeleton animation={false} height={25} width="70%" />
            <Skeleton animation={false} height={25} width="55%" />
          </Box>
        )}
        {overview === undefined && !reading && text('overview.not-read')}
        {overview !== undefined && warnings.length === 0 && (
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.5 }}>
            <CheckCircleOutlineIcon aria-hidden sx={{ fontSize: 17, color: 'success.main' }} />
            {text('overview.warnings.none')}
          </Box>
        )}
        {warnings.length > 0 && (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {warnings.map((warning) => (
              <WarningItem key={warning.id} warning={warning} onGo={onGo} />
            ))}
          </Box>
        )}
        {unread.length > 0 && (
          <Box sx={{ color: 'text.secondary', fontSize: 12, py: 0.5 }}>
            {text('overview.warnings.unread', { cmdlets: unread.join(', ') })}
          </Box>
        )}
      </Box>
      <UnheldPolicies
        search={search}
        count={overview?.policies.ok === true ? policies.length : null}
        cmdlets={open.cmdlets}
      />
    </Section>
  );
}
