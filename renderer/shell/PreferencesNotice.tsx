import Alert from '@mui/material/Alert';
import { useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useErrorText, useText } from '../i18n/language.ts';
import { usePreferencesRefusal } from '../preferences/use-preferences.ts';

/** Says once that language, theme and tables are not kept, and why. */
export function PreferencesNotice(): ReactNode {
  const refusal = usePreferencesRefusal();
  const [read, setRead] = useState<EdgewiseError | null>(null);
  return refusal === null || refusal === read ? null : <NotKept refusal={refusal} onClose={() => setRead(refusal)} />;
}

interface NotKeptProps {
  readonly refusal: EdgewiseError;
  readonly onClose: () => void;
}

function NotKept({ refusal, onClose }: NotKeptProps): ReactNode {
  const text = useText();
  const { cause } = useErrorText(refusal);
  return (
    <Alert severity="warning" square variant="outlined" onClose={onClose} closeText={text('setup.close')}>
      {text('shell.preferences-not-kept', { cause })}
    </Alert>
  );
}
