import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { useText } from '../../i18n/language.ts';

interface SectionProps {
  readonly title: MessageId;
  /** The panel where this is changed, and the way there. */
  readonly panel?: { readonly title: MessageId; readonly onGo: () => void };
  /** Beside the heading: how many, or how much. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** One part of the overview under its heading, with the way into the panel it belongs to. */
export function Section({ title, panel, note, children }: SectionProps): ReactNode {
  const text = useText();
  const titleId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        p: 1.5,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 30, mb: 0.5 }}>
        <Typography id={titleId} component="h2" variant="h2">
          {text(title)}
        </Typography>
        <Box component="span" sx={{ flex: 1, ml: 1, color: 'text.secondary', fontSize: 12 }}>
          {note}
        </Box>
        {panel !== undefined && (
          <Button onClick={panel.onGo}>{text('overview.go', { panel: text(panel.title) })}</Button>
        )}
      </Box>
      {children}
    </Box>
  );
}
