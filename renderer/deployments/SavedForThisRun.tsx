import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useErrorText, useText } from '../i18n/language.ts';

/** All is saved; `notice` is why a password is kept until Edgewise ends only. */
export function SavedForThisRun({ notice }: { readonly notice: EdgewiseError }): ReactNode {
  const text = useText();
  const { cause } = useErrorText(notice);
  return (
    <Alert severity="success" variant="outlined">
      <AlertTitle>{text('password.saved-for-this-run')}</AlertTitle>
      {cause}
    </Alert>
  );
}
