import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface InSightProps {
  readonly children: ReactNode;
}

/** What appears below the fold of a form is scrolled into sight: nobody looks for a refusal they have not seen. */
export function InSight({ children }: InSightProps): ReactNode {
  return (
    <Box ref={reveal} sx={{ display: 'flex', flexDirection: 'column', gap: 1, scrollMarginBlock: '12px' }}>
      {children}
    </Box>
  );
}

function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
