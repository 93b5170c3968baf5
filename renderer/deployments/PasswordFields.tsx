import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { PasswordState } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';
import { tooLong } from './deployment-fields.ts';

/** A password on its way to main, and whether it is to be kept in the keychain. */
export interface TypedPassword {
  readonly password: string;
  readonly remember: boolean;
}

export const NO_PASSWORD: TypedPassword = { password: '', remember: true };

/**
 * Where a password is now; 'unbound' = there is one, for other values than those of the form, 'unreachable' = the
 * keychain was asked and did not answer.
 */
type ShownState = PasswordState | 'unbound' | 'unreachable';

interface PasswordFieldsProps {
  readonly value: TypedPassword;
  readonly onChange: (value: TypedPassword) => void;
  readonly state: ShownState;
  readonly autoFocus?: boolean;
}

const STATE_WORDS: Readonly<Record<ShownState, MessageId>> = {
  stored: 'password.state.stored',
  session: 'password.state.session',
  absent: 'password.state.absent',
  unknown: 'password.state.unknown',
  unbound: 'password.unbound',
  unreachable: 'password.unreachable',
};

/** What is true no longer once something is typed; its place stays. */
const SAID_OF_NONE: ReadonlySet<ShownState> = new Set(['absent', 'unknown']);

/** The password of a deployment: written, never read back; in the keychain, or with a notice in memory for this run. */
export function PasswordFields({ value, onChange, state, autoFocus = false }: PasswordFieldsProps): ReactNode {
  const text = useText();
  const { password, remember } = value;
  const problem = tooLong(password, 'password');
  return (
    <Box>
      <TextField
        type="password"
        label={text(state === 'stored' || state === 'session' ? 'password.field-new' : 'password.field')}
        value={password}
        autoFocus={autoFocus}
        error={problem !== null}
        helperText={
          problem !== null
            ? text(...problem)
            : password !== '' && SAID_OF_NONE.has(state)
              ? ' '
              : text(STATE_WORDS[state])
        }
        onChange={(event) => onChange({ ...value, password: event.target.value })}
        // The browser's own password store is not ours to fill.
        slotProps={{ htmlInput: { autoComplete: 'new-password' } }}
      />
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={remember}
            onChange={(event) => onChange({ ...value, remember: event.target.checked })}
          />
        }
        label={text('password.remember')}
      />
      <Box role="status" sx={{ ml: 3.5, minHeight: 18, fontSize: 12, color: 'warning.main' }}>
        {!remember && text('password.forgotten-at-end')}
      </Box>
    </Box>
  );
}
