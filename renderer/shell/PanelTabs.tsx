import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { panels } from '../panels/panels.ts';

interface PanelTabsProps {
  readonly current: string;
  readonly onChoose: (panel: string) => void;
}

/** The tabs of a deployment, in Microsoft's order. */
export function PanelTabs({ current, onChoose }: PanelTabsProps): ReactNode {
  const text = useText();
  return (
    <Tabs
      value={current}
      onChange={(_event, panel: string) => onChoose(panel)}
      aria-label={text('shell.panels')}
      variant="scrollable"
      sx={{ flex: 'none', borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      {panels.map(({ id, title }) => (
        <Tab key={id} value={id} label={text(title)} id={tabId(id)} aria-controls={tabPanelId(id)} />
      ))}
    </Tabs>
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
