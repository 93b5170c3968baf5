import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState, type ReactNode } from 'react';
import { CODE_FONTS } from '../app/theme.ts';
import { CheckedTextField } from '../components/CheckedTextField.tsx';
import { useText } from '../i18n/language.ts';
import type { DeploymentFields, FieldProblems } from './deployment-fields.ts';
import { trustWords } from './draft-words.ts';

interface TrustFieldsProps {
  readonly fields: DeploymentFields;
  readonly problems: FieldProblems;
  readonly onChange: (changed: Partial<DeploymentFields>) => void;
  readonly onLeave: (field: 'pem' | 'sha256') => void;
  /** Shows the server's certificate; null while there is no address to ask. */
  readonly onShowCertificate: (() => void) | null;
}

const KINDS = ['system', 'ca', 'pin'] as const;
const CODE = { '& textarea, & input': { fontFamily: CODE_FONTS, fontSize: 12 } } as const;

/** How the server's certificate is trusted, with what each way needs. */
export function TrustFields({ fields, problems, onChange, onLeave, onShowCertificate }: TrustFieldsProps): ReactNode {
  const text = useText();
  const labelId = useId();
  return (
    <Box role="group" aria-labelledby={labelId}>
      <Typography id={labelId} sx={{ fontSize: 12.5, fontWeight: 600, color: 'text.secondary' }}>
        {text('setup.trust')}
      </Typography>
      <RadioGroup
        aria-labelledby={labelId}
        value={fields.trust}
        onChange={(_event, value) => onChange({ trust: KINDS.find((kind) => kind === value) ?? 'system' })}
      >
        {KINDS.map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio size="small" sx={{ py: 0.375 }} />}
            label={text(trustWords[kind])}
          />
        ))}
      </RadioGroup>
      {fields.trust === 'ca' && (
        <Box sx={{ mt: 0.5 }}>
          <CheckedTextField
            label={text('setup.trust.pem')}
            value={fields.pem}
            onChange={(pem) => onChange({ pem })}
            onLeave={() => onLeave('pem')}
            problem={problems.pem && text(problems.pem)}
            lines={3}
            sx={CODE}
          />
          <PemFile onRead={(pem) => onChange({ pem })} />
        </Box>
      )}
      {fields.trust === 'pin' && (
        <Box sx={{ mt: 0.5 }}>
          <CheckedTextField
            label={text('setup.trust.sha256')}
            help={text('setup.trust.sha256-help')}
            value={fields.sha256}
            onChange={(sha256) => onChange({ sha256 })}
            onLeave={() => onLeave('sha256')}
            problem={problems.sha256 && text(problems.sha256)}
            sx={CODE}
          />
        </Box>
      )}
      {fields.trust !== 'ca' && (
        <Button disabled={onShowCertificate === null} onClick={() => onShowCertificate?.()} sx={{ mt: 0.25 }}>
          {text('setup.trust.show')}
        </Button>
      )}
    </Box>
  );
}

/** Reads a certificate's file into the field: the window reads it, main never learns its path. */
function PemFile({ onRead }: { readonly onRead: (pem: string) => void }): ReactNode {
  const text = useText();
  const inputRef = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function read(file: File | undefined): void {
    if (file === undefined) return;
    file.text().then(
      (pem) => {
        setProblem(null);
        onRead(pem);
      },
      (reason: unknown) => setProblem(reason instanceof Error ? reason.message : String(reason)),
    );
  }

  return (
    <>
      <input
        ref={inputRef}
        type="file"
        hidden
        accept=".pem,.crt,.cer"
        onChange={(event) => {
          read(event.target.files?.[0]);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      <Button onClick={() => inputRef.current?.click()}>{text('setup.trust.choose-file')}</Button>
      {problem !== null && (
        <Typography role="alert" variant="caption" color="error">
          {text('setup.trust.file-unreadable', { reason: problem })}
        </Typography>
      )}
    </>
  );
}
