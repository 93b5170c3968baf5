import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import { useId, useState, type ReactNode } from 'react';
import { isServersWord, type EdgewiseError, type ErrorCode } from '../../shared/errors.ts';
import { withoutSecrets } from '../../shared/diagnosis/without-secrets.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import { CODE_FONTS } from '../app/theme.ts';
import { useErrorText, useText } from '../i18n/language.ts';
import { CopyButton } from './CopyButton.tsx';

interface ProblemProps {
  readonly error: EdgewiseError;
  /** Tries the same thing again; offered only where that can help. */
  readonly onRetry?: () => void;
  /** The name of the retry, when it has a better one than "Try again". */
  readonly retryLabel?: MessageId;
  /** What else can be done about it here: buttons. */
  readonly actions?: ReactNode;
  /** What is being done about it without anybody. */
  readonly children?: ReactNode;
}

/** What is no failure: the person's own wish, and a keychain without which everything goes on for this run. */
const SEVERITIES: Readonly<Partial<Record<ErrorCode, 'info' | 'warning'>>> = {
  'workstation.cancelled': 'info',
  'workstation.keychain-unavailable': 'warning',
  'workstation.keychain-password': 'warning',
};

/** An error at the place it belongs to: its layer, cause and next step; the server's own words behind "Show details". */
export function Problem({ error, onRetry, retryLabel = 'problem.retry', actions, children }: ProblemProps): ReactNode {
  const text = useText();
  const { layer, cause, next } = useErrorText(error);
  const [open, setOpen] = useState(false);
  const detailsId = useId();

  return (
    <Alert severity={SEVERITIES[error.code] ?? 'error'} variant="outlined">
      <AlertTitle>{layer}</AlertTitle>
      <Box sx={{ overflowWrap: 'anywhere' }}>{cause}</Box>
      <Box sx={{ overflowWrap: 'anywhere', color: 'text.secondary', mt: 0.25 }}>
        {next} {children}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75, ml: -0.75 }}>
        {onRetry !== undefined && (
          <Button color="inherit" onClick={onRetry}>
            {text(retryLabel)}
          </Button>
        )}
        {actions}
        <Button color="inherit" onClick={() => setOpen(!open)} aria-expanded={open} aria-controls={detailsId}>
          {text(open ? 'problem.hide-details' : 'problem.show-details')}
        </Button>
      </Box>
      <Collapse in={open} id={detailsId} unmountOnExit>
        <Details error={error} />
      </Collapse>
    </Alert>
  );
}

function Details({ error }: { readonly error: EdgewiseError }): ReactNode {
  const text = useText();
  const { serverText, cmdlet, fullyQualifiedErrorId, deployment } = error.details;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [text(isServersWord(error) ? 'problem.server-text' : 'problem.system-text'), serverText],
    [text('problem.cmdlet'), cmdlet],
    [text('problem.error-id'), fullyQualifiedErrorId],
    [text('problem.deployment'), deployment],
    [text('problem.code'), `${error.code} ${JSON.stringify(error.values)}`],
  ];
  const shown = rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return (
    <Box sx={{ mt: 1 }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.5 }}
      >
        {shown.map(({ name, value }) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, fontFamily: CODE_FONTS, fontSize: 12, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      <CopyButton text={withoutSecrets(shown.map(({ name, value }) => `${name}: ${value}`).join('\n'))} />
    </Box>
  );
}
