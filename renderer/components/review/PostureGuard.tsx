import WarningIcon from '@mui/icons-material/Warning';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { ReactNode } from 'react';
import type { PostureChange } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/language.ts';
import { guardWords } from './guard-words.ts';

interface PostureGuardProps {
  readonly change: PostureChange;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** Stops a plan that changes what federation means: what it means for whom, and a box before it can be applied. */
export function PostureGuard({ change, accepted, onAccept, disabled }: PostureGuardProps): ReactNode {
  const text = useText();
  const { id, values } = guardWords(change);
  return (
    <Alert severity="error" variant="outlined" icon={<WarningIcon fontSize="inherit" />} sx={{ borderWidth: 2 }}>
      <AlertTitle>{text('review.guard.title')}</AlertTitle>
      {text(id, values)}
      <FormControlLabel
        sx={{ display: 'flex', mt: 0.5 }}
        disabled={disabled}
        control={
          <Checkbox
            size="small"
            color="error"
            checked={accepted}
            onChange={(event) => onAccept(event.target.checked)}
          />
        }
        label={text('review.guard.accept')}
      />
    </Alert>
  );
}
