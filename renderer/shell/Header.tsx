import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useOpenDeployment } from '../api/queries.ts';
import { NARROW, paintOf } from '../app/theme.ts';
import { PaletteButton } from '../commands/PaletteButton.tsx';
import { useText } from '../i18n/language.ts';
import { PreferencesMenu } from './PreferencesMenu.tsx';
import { JournalButton } from './JournalButton.tsx';
import { KindBadge } from './KindBadge.tsx';

interface HeaderProps {
  /** The deployment in front, or null. */
  readonly deployment: DeploymentSummary | null;
  readonly onPalette: () => void;
}

/** The top of the window: which deployment is in front is never in doubt. */
export function Header({ deployment, onPalette }: HeaderProps): ReactNode {
  const text = useText();
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1.5,
        height: 44,
        flex: 'none',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1, width: 228, flex: 'none', [NARROW]: { width: 'auto' } }}
      >
        <Box component="img" src="/icon.svg" alt="" sx={{ width: 20, height: 20 }} />
        <Typography component="span" variant="h1" sx={{ [NARROW]: { display: 'none' } }}>
          {text('shell.product')}
        </Typography>
      </Box>
      {deployment !== null && <InFront deployment={deployment} />}
      <Box sx={{ flex: 1 }} />
      <PaletteButton onOpen={onPalette} />
      <JournalButton />
      <PreferencesMenu />
    </Box>
  );
}

function InFront({ deployment }: { readonly deployment: DeploymentSummary }): ReactNode {
  const { data } = useOpenDeployment(deployment.id, false);
  return (
    <>
      <Box
        aria-hidden
        sx={{ width: 6, height: 22, borderRadius: 0.5, flex: 'none', bgcolor: paintOf(deployment.colour) }}
      />
      <Typography
        component="h1"
        variant="h1"
        noWrap
        title={deployment.name}
        sx={{ flex: '0 1 auto', minWidth: 48, maxWidth: 360 }}
      >
        {deployment.name}
      </Typography>
      <KindBadge deployment={deployment} />
      {data !== undefined && (
        <Typography
          component="span"
          variant="body2"
          noWrap
          // The name is never in doubt: in a narrow window the version gives way to it, and stands in the Overview.
          // So much more than the name that what the name gives is less than Chromium's least length: a hair is an ellipsis.
          sx={{ color: 'text.secondary', minWidth: 0, flexShrink: 100_000, [NARROW]: { display: 'none' } }}
          title={data.serverVersion}
        >
          {withoutLicence(data.serverVersion)}
        </Typography>
      )}
    </>
  );
}

/** The version alone: the server puts the kind of its licence key behind it, which the Overview shows. */
function withoutLicence(serverVersion: string): string {
  return /^[^)]*\)(?=:)/.exec(serverVersion)?.[0] ?? serverVersion;
}
