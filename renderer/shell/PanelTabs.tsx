import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, type ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { panels } from '../panels/panels.ts';
import { UnappliedMark } from './UnappliedMark.tsx';
import { useUnapplied } from './use-unapplied.ts';

interface PanelTabsProps {
  readonly deployment: string;
  readonly current: string;
  readonly onChoose: (panel: string) => void;
  readonly onHelp: () => void;
}

/** The tabs of a deployment, in Microsoft's order, and help where Microsoft has it: at the right. */
export function PanelTabs({ deployment, current, onChoose, onHelp }: PanelTabsProps): ReactNode {
  const text = useText();
  const unapplied = useUnapplied(deployment);
  const help = text('kinds.title');

  // A window made narrower leaves the scrolled tabs where they were, and the chosen one may be out of sight.
  useEffect(() => {
    const intoSight = (): void => {
      document.getElementById(tabId(current))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    window.addEventListener('resize', intoSight);
    return () => window.removeEventListener('resize', intoSight);
  }, [current]);

  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Tabs
        value={current}
        onChange={(_event, panel: string) => onChoose(panel)}
        aria-label={text('shell.panels')}
        variant="scrollable"
        // Always there: those that come once the tabs were measured would move them.
        scrollButtons
        sx={{ flex: 1, minWidth: 0 }}
      >
        {panels.map(({ id, title }) => (
          <Tab
            key={id}
            value={id}
            label={
              <Box component="span" sx={{ position: 'relative' }}>
                {text(title)}
                {unapplied.includes(id) && <UnappliedMark inMargin />}
              </Box>
            }
            id={tabId(id)}
            aria-controls={tabPanelId(id)}
          />
        ))}
      </Tabs>
      <Tooltip title={help}>
        <IconButton aria-label={help} onClick={onHelp} size="small" sx={{ mx: 0.75 }}>
          <HelpOutlineIcon fontSize="small" />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

/** The element id of a panel's tab. */
export function tabId(panel: string): string {
  return `tab-${panel}`;
}

/** The element id of a tab's panel. */
export function tabPanelId(panel: string): string {
  return `panel-${panel}`;
}
