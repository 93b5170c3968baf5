import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { PasswordState } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';
import { tooLong } from './deployment-fields.ts';

interface NetworkSecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Where it is now; 'unbound' = what is kept is for other values than those of the form. */
  readonly state: PasswordState | 'unbound';
  /** What an empty field means where nothing is known to be kept; left out = the state's own words. */
  readonly emptyHelp?: string;
  readonly forgetLabel: string;
  /** null = it cannot be forgotten just now. */
  readonly onForget: (() => void) | null;
}

const STATE_WORDS: Readonly<Record<PasswordState | 'unbound', MessageId>> = {
  stored: 'setup.network.secret.stored',
  session: 'setup.network.secret.session',
  absent: 'setup.network.secret.absent',
  unknown: 'setup.network.secret.unknown',
  unbound: 'setup.network.secret.unbound',
};

/** A field left empty is an answer: nothing that is kept would go in its place. */
const MAY_BE_NONE: ReadonlySet<PasswordState | 'unbound'> = new Set(['absent', 'unknown']);

/** A secret of the network: written, never read back; where it is kept is said, and it can be forgotten. */
export function NetworkSecretField(props: NetworkSecretFieldProps): ReactNode {
  const { label, value, onChange, state, emptyHelp, forgetLabel, onForget } = props;
  const text = useText();
  const help = emptyHelp !== undefined && MAY_BE_NONE.has(state) ? emptyHelp : text(STATE_WORDS[state]);
  const problem = tooLong(value, 'password');
  return (
    <Box>
      <TextField
        type="password"
        label={label}
        value={value}
        // What is kept is replaced by what is typed; its place stays.
        error={problem !== null}
        helperText={problem !== null ? text(...problem) : value === '' ? help : ' '}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ htmlInput: { autoComplete: 'new-password' } }}
      />
      {(state === 'stored' || state === 'session') && (
        <Button color="inherit" disabled={onForget === null} onClick={onForget ?? undefined}>
          {forgetLabel}
        </Button>
      )}
    </Box>
  );
}
