import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

/** A part of a form under its heading; a line parts it from the one before. */
export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const titleId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 1.5,
        '* + &': { borderTop: 1, borderColor: 'divider', pt: 2 },
      }}
    >
      <Typography id={titleId} variant="h3" component="h2">
        {title}
      </Typography>
      {children}
    </Box>
  );
}
