import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';

interface AccountFieldsProps {
  readonly users: readonly string[];
  readonly onChange: (users: readonly string[]) => void;
}

/** As many as the contract takes. */
const MOST = 20;

/** Further accounts of a deployment, to change over to; each has a password of its own, asked for when it is first used. */
export function AccountFields({ users, onChange }: AccountFieldsProps): ReactNode {
  const text = useText();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      {users.map((user, at) => (
        // A row is its place: what is typed in it must not make it another one.
        <Box key={at} sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
          <TextField
            label={text('setup.other-user', { number: at + 1 })}
            value={user}
            onChange={(event) => onChange(users.with(at, event.target.value))}
            slotProps={{ htmlInput: { spellCheck: false, maxLength: 256 } }}
            sx={{ flex: 1 }}
          />
          <IconButton
            aria-label={text('setup.other-user.remove', { number: at + 1 })}
            onClick={() => onChange(users.toSpliced(at, 1))}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Button
        color="inherit"
        disabled={users.length >= MOST}
        onClick={() => onChange([...users, ''])}
        sx={{ alignSelf: 'start' }}
      >
        {text('setup.other-user.add')}
      </Button>
      <Typography sx={{ fontSize: 12, color: 'text.secondary' }}>{text('setup.other-user.help')}</Typography>
    </Box>
  );
}
