import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { DEPLOYMENT_LIMITS } from '../../shared/models/deployment-limits.ts';
import { useText } from '../i18n/language.ts';
import { tooLong } from './deployment-fields.ts';

interface AccountFieldsProps {
  readonly users: readonly string[];
  readonly onChange: (users: readonly string[]) => void;
  /** Whether the person signed in to this computer is one of them. */
  readonly currentUser: boolean;
  readonly onRemoveCurrentUser: () => void;
}

/** Further accounts of a deployment, to change over to; each has a password of its own, asked for when it is first used. */
export function AccountFields(props: AccountFieldsProps): ReactNode {
  const { users, onChange, currentUser, onRemoveCurrentUser } = props;
  const text = useText();
  const count = users.length + (currentUser ? 1 : 0);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      {users.map((user, at) => (
        // A row is its place: what is typed in it must not make it another one.
        <Account
          key={at}
          number={at + 1}
          user={user}
          onUser={(typed) => onChange(users.with(at, typed))}
          onRemove={() => onChange(users.toSpliced(at, 1))}
        />
      ))}
      {currentUser && (
        <Account number={count} user={text('setup.current-user')} onUser={null} onRemove={onRemoveCurrentUser} />
      )}
      <Button
        color="inherit"
        disabled={count >= DEPLOYMENT_LIMITS.otherUsers}
        onClick={() => onChange([...users, ''])}
        sx={{ alignSelf: 'start' }}
      >
        {text('setup.other-user.add')}
      </Button>
      <Typography sx={{ fontSize: 12, color: 'text.secondary' }}>{text('setup.other-user.help')}</Typography>
    </Box>
  );
}

interface AccountProps {
  /** From 1. */
  readonly number: number;
  readonly user: string;
  /** null = it is not typed. */
  readonly onUser: ((user: string) => void) | null;
  readonly onRemove: () => void;
}

function Account({ number, user, onUser, onRemove }: AccountProps): ReactNode {
  const text = useText();
  const problem = tooLong(user, 'user');
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'start' }}>
      <TextField
        label={text('setup.other-user', { number })}
        value={user}
        onChange={(event) => onUser?.(event.target.value)}
        error={problem !== null}
        helperText={problem && text(...problem)}
        slotProps={{ htmlInput: { spellCheck: false, readOnly: onUser === null } }}
        sx={{ flex: 1 }}
      />
      <IconButton aria-label={text('setup.other-user.remove', { number })} onClick={onRemove}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
