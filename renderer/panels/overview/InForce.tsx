import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutlined';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import { useText } from '../../i18n/language.ts';
import { Facts } from '../../components/Facts.tsx';
import { switchesOf, type SwitchState } from './in-force.ts';

const WORDS: Readonly<Record<SwitchState, MessageId>> = {
  on: 'overview.on',
  off: 'overview.off',
  idle: 'overview.without-effect',
  absent: 'overview.not-by-default-route',
};

/** Microsoft's five boxes: which are in force; what is not, is grey, and says so in words. */
export function InForce({ edge }: { readonly edge: AccessEdge }): ReactNode {
  const text = useText();
  // Only a build without the property has no disclaimer; only a default route has no discovery.
  const shown = switchesOf(edge).filter(
    ({ label, state }) => state !== 'absent' || label === 'edge.enable-partner-discovery',
  );
  return (
    <Facts
      facts={shown.map(({ label, state }) => ({ name: text(label), value: <SwitchMark state={state} /> }))}
      valueWidth="minmax(90px, max-content)"
    />
  );
}

function SwitchMark({ state }: { readonly state: SwitchState }): ReactNode {
  const text = useText();
  const on = state === 'on';
  const Icon = on ? CheckCircleOutlineIcon : RemoveCircleOutlineIcon;
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', color: on ? 'text.primary' : 'text.secondary' }}
    >
      <Icon aria-hidden sx={{ fontSize: 16, color: on ? 'success.main' : 'text.secondary' }} />
      {text(WORDS[state])}
    </Box>
  );
}
