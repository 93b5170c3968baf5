import Alert from '@mui/material/Alert';
import { useState, type ReactNode } from 'react';
import { useErrorText, useText } from '../i18n/language.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useFormFaults } from '../kept/use-form-relay.ts';

/** Says once that what is typed is kept in this window alone, and that what was typed before could not be read. */
export function FormsNotice(): ReactNode {
  const text = useText();
  const { refusal, setAside } = useFormFaults();
  const [read, setRead] = useState<EdgewiseError | null>(null);
  const [seen, setSeen] = useState(false);
  return (
    <>
      {setAside !== null && !seen && (
        <Notice words={text('shell.forms-set-aside', setAside)} onClose={() => setSeen(true)} />
      )}
      {refusal !== null && refusal !== read && <NotKept refusal={refusal} onClose={() => setRead(refusal)} />}
    </>
  );
}

interface NotKeptProps {
  readonly refusal: EdgewiseError;
  readonly onClose: () => void;
}

function NotKept({ refusal, onClose }: NotKeptProps): ReactNode {
  const text = useText();
  const { cause } = useErrorText(refusal);
  return <Notice words={text('shell.forms-not-kept', { cause })} onClose={onClose} />;
}

interface NoticeProps {
  readonly words: string;
  readonly onClose: () => void;
}

function Notice({ words, onClose }: NoticeProps): ReactNode {
  const text = useText();
  return (
    <Alert
      severity="warning"
      square
      variant="outlined"
      onClose={onClose}
      closeText={text('setup.close')}
      sx={{ overflowWrap: 'anywhere' }}
    >
      {words}
    </Alert>
  );
}
