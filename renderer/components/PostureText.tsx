import AltRouteIcon from '@mui/icons-material/AltRoute';
import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import PowerSettingsNewIcon from '@mui/icons-material/PowerSettingsNew';
import PublicIcon from '@mui/icons-material/Public';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Posture } from '../../shared/plan/plan.ts';
import { useText, type Text } from '../i18n/language.ts';

interface PostureTextProps {
  /** null = not read yet. */
  readonly posture: Posture | null;
}

const ICONS = {
  off: PowerSettingsNewIcon,
  closed: LockOutlinedIcon,
  open: PublicIcon,
  'default-route': AltRouteIcon,
  unknown: HelpOutlineIcon,
} as const;

/** Federation in one sentence, with a sign of its own for each kind: never by colour alone. */
export function PostureText({ posture }: PostureTextProps): ReactNode {
  const text = useText();
  const Icon = ICONS[posture?.kind ?? 'unknown'];
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      <Icon sx={{ fontSize: 17, color: posture === null ? 'text.secondary' : 'primary.main' }} aria-hidden />
      <span>{postureSentence(text, posture)}</span>
    </Box>
  );
}

/** The sentence of a posture; null = not read yet. */
export function postureSentence(text: Text, posture: Posture | null): string {
  switch (posture?.kind) {
    case undefined:
      return text('posture.unknown');
    case 'off':
      return text('posture.off');
    case 'closed':
      return text('posture.closed', { count: posture.allowedDomains });
    case 'open':
      return text('posture.open', { count: posture.blockedDomains });
    case 'default-route':
      // While it is being typed: no server has a default route without a name.
      return posture.fqdn === ''
        ? text('posture.default-route-unnamed')
        : text('posture.default-route', { fqdn: posture.fqdn });
  }
}
