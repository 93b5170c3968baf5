import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { LEFTOVERS, type OverviewWarning, type WarnedObject } from '../../../shared/rules/warning-facts.ts';
import { useDay, useText, type Text } from '../../i18n/language.ts';
import { PANEL_TITLES, type OverviewPanel } from './panel-titles.ts';
import { WARNING_PANELS } from './warning-facts.ts';

interface WarningItemProps {
  readonly warning: OverviewWarning;
  readonly onGo: (panel: OverviewPanel) => void;
}

/** So many are named; the panel it leads to has them all. */
const NAMED = 5;

/** One warning: what it is, why, the next step, and the way to where that is taken. */
export function WarningItem({ warning: { id, objects }, onGo }: WarningItemProps): ReactNode {
  const text = useText();
  const day = useDay('medium');
  const panel = WARNING_PANELS[id];
  const leftover = LEFTOVERS.has(id);
  const Icon = leftover ? HistoryIcon : WarningIcon;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'start', py: 0.5 }}>
      <Icon aria-hidden color={leftover ? 'inherit' : 'warning'} sx={{ fontSize: 17, mt: '1px', flex: 'none' }} />
      {/* The way stands under the words where there is no room beside them. */}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, flex: 1, minWidth: 0 }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere', wordBreak: 'keep-all' }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {text(leftover ? 'overview.warnings.leftover' : 'overview.warnings.warning')}{' '}
          </Box>
          {text(`overview.warning.${id}.what`, { count: objects.length, names: namesOf(objects, text, day) })}
          <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
            {text(`overview.warning.${id}.why`)} {text(`overview.warning.${id}.next`)}
          </Box>
        </Box>
        {panel !== null && (
          <Button onClick={() => onGo(panel)} sx={{ flex: 'none', py: 0, alignSelf: 'start' }}>
            {text('overview.go', { panel: text(PANEL_TITLES[panel]) })}
          </Button>
        )}
      </Box>
    </Box>
  );
}

function namesOf(objects: readonly WarnedObject[], text: Text, day: (iso: string) => string): string {
  const names = objects
    .slice(0, NAMED)
    .map(({ name, endedOn }) =>
      endedOn === null ? name : text('overview.warnings.ended', { name, date: day(endedOn) }),
    )
    .join(', ');
  const more = objects.length - NAMED;
  return more > 0 ? text('overview.warnings.more', { names, count: more }) : names;
}
