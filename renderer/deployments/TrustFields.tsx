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
import { certificateFile, certificateText } from './certificate-file.ts';
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
          <PemField
            value={fields.pem}
            onChange={(pem) => onChange({ pem })}
            onLeave={() => onLeave('pem')}
            problem={problems.pem && text(...problems.pem)}
          />
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
            problem={problems.sha256 && text(...problems.sha256)}
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

interface PemFieldProps {
  readonly value: string;
  readonly onChange: (pem: string) => void;
  readonly onLeave: () => void;
  /** What is wrong with it, in words. */
  readonly problem: string | null;
}

/**
 * The certificates of an authority, pasted or read from a file: the window reads it, main never learns its path. A private
 * key never stands in the field, however it came.
 */
function PemField({ value, onChange, onLeave, problem }: PemFieldProps): ReactNode {
  const text = useText();
  const inputRef = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);

  function take(typed: string, fromFile: boolean): void {
    const found = certificateText(typed);
    const clean = fromFile || found.leftOut.length > 0;
    setUnread(fromFile && found.pem === '' && found.leftOut.length === 0 ? text('setup.trust.file-none') : null);
    setLeftOut(found.leftOut);
    // A file without one leaves what stands there.
    if (!clean) onChange(typed);
    else if (found.pem !== '' || !fromFile) onChange(found.pem);
  }

  function read(file: File | undefined): void {
    if (file === undefined) return;
    file.arrayBuffer().then(
      (bytes) => take(certificateFile(new Uint8Array(bytes)) ?? '', true),
      (reason: unknown) => {
        const said = reason instanceof Error ? reason.message : String(reason);
        setUnread(text('setup.trust.file-unreadable', { reason: said }));
      },
    );
  }

  return (
    <>
      <CheckedTextField
        label={text('setup.trust.pem')}
        value={value}
        onChange={(typed) => take(typed, false)}
        onLeave={onLeave}
        problem={problem}
        lines={3}
        sx={CODE}
      />
      <input
        ref={inputRef}
        type="file"
        hidden
        accept=".pem,.crt,.cer,.der"
        onChange={(event) => {
          read(event.target.files?.[0]);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      <Button onClick={() => inputRef.current?.click()}>{text('setup.trust.choose-file')}</Button>
      {unread !== null && (
        <Typography role="alert" variant="caption" component="div" color="error">
          {unread}
        </Typography>
      )}
      {leftOut.length > 0 && (
        <Typography role="status" variant="caption" component="div" sx={{ color: 'warning.main' }}>
          {text('setup.trust.left-out', { kinds: leftOut.join(', ') })}
        </Typography>
      )}
    </>
  );
}
