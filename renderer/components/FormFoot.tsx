import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The buttons of a form in a pane: they stay in sight at its foot while the form is longer than the window. */
export function FormFoot({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        display: 'flex',
        gap: 1,
        alignItems: 'center',
        mx: -2,
        px: 2,
        py: 1,
        mb: -1,
        // At the end of the pane it stands where it stuck: scrolling to the end does not lift it.
        '&:last-child': { mb: -2 },
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {children}
    </Box>
  );
}
