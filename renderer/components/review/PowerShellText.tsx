import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { CopyButton } from '../CopyButton.tsx';
import { PowerShellCode } from '../PowerShellCode.tsx';

interface PowerShellTextProps {
  readonly lines: readonly string[];
}

/** The exact PowerShell of every step, a line each, and a button that copies all of it. */
export function PowerShellText({ lines }: PowerShellTextProps): ReactNode {
  const text = useText();
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="h3">{text('review.powershell')}</Typography>
        <CopyButton text={lines.join('\n')} />
      </Box>
      <PowerShellCode lines={lines} />
    </Box>
  );
}
