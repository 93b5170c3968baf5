import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import { idleReason, type AccessSwitch } from '../../../shared/rules/external-access-policy.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { switchWhom, switchWords } from '../../components/policy-words.ts';
import { useText } from '../../i18n/language.ts';
import { idleWords, switchHelp } from './switch-help.ts';

interface PolicySwitchProps {
  readonly each: AccessSwitch;
  readonly on: boolean;
  /** Whether it stands under another one. */
  readonly under: boolean;
  readonly disabled: boolean;
  /** Whether it is on without the switch it needs. */
  readonly needed: boolean;
  readonly edge: AccessEdge | null;
  readonly onTick: (on: boolean) => void;
}

/** One switch: its box, why it has no effect now if so, and what it allows and what else that needs. */
export function PolicySwitch({ each, on, under, disabled, needed, edge, onTick }: PolicySwitchProps): ReactNode {
  const text = useText();
  const idleId = useId();
  const { help, page } = switchHelp[each];
  const reason = on && edge !== null ? idleReason(each, edge) : null;
  const idle = on && needed ? 'policies.idle.alone' : reason === null ? null : idleWords[reason];
  const whom = text(switchWhom[each]);
  return (
    <Box sx={{ pl: under ? 3 : 0, mb: 0.75 }}>
      <FormControlLabel
        disabled={disabled}
        control={
          <Checkbox
            size="small"
            checked={on}
            onChange={(event) => onTick(event.target.checked)}
            slotProps={{ input: { 'aria-describedby': idle === null ? undefined : idleId } }}
            sx={{ py: 0.4 }}
          />
        }
        label={text(switchWords[each])}
      />
      {idle !== null && (
        <Typography id={idleId} variant="caption" component="p" sx={NOTE}>
          <WarningIcon aria-hidden color="warning" sx={{ fontSize: 15, flex: 'none', mt: '1px' }} />
          {text(idle)}
        </Typography>
      )}
      <Box component="details" sx={DETAILS}>
        <summary aria-label={text('policies.help.summary-of', { whom })}>{text('policies.help.summary')}</summary>
        <Box component="p" sx={{ m: 0, my: 0.5 }}>
          {text(help)}
        </Box>
        <PageLink page={page} about={whom} />
      </Box>
    </Box>
  );
}

const NOTE = { m: 0, pl: 3.5, mt: -0.25, display: 'flex', gap: 0.5, color: 'text.primary' } as const;

const DETAILS = {
  pl: 3.5,
  fontSize: 12,
  color: 'text.secondary',
  '& > summary': { cursor: 'pointer', width: 'max-content' },
} as const;
