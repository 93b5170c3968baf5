import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import type { CertificateProbe } from '../../shared/contract/deployments.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useCertificate } from '../api/deployment-queries.ts';
import { CODE_FONTS } from '../app/theme.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Problem } from '../components/Problem.tsx';
import { useLanguage, useText } from '../i18n/language.ts';
import { dateOf } from './test-facts.ts';

interface CertificateDialogProps {
  /** A management URL, complete. */
  readonly url: string;
  /** The fingerprint that was accepted before (64 hexadecimal digits), or null. */
  readonly pinned: string | null;
  readonly busy: boolean;
  /** Why it could not be saved, or null. */
  readonly error: EdgewiseError | null;
  /** `sha256` in lower-case hex. */
  readonly onTrust: (sha256: string) => void;
  readonly onClose: () => void;
}

/** The certificate a server shows, and the choice to trust that one alone. */
export function CertificateDialog(props: CertificateDialogProps): ReactNode {
  const { url, pinned, busy, error, onTrust, onClose } = props;
  const text = useText();
  const titleId = useId();
  const probe = useCertificate(url);
  const host = new URL(url).host;
  const certificate = probe.data ?? null;
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId} variant="h1">
        {text('certificate.title', { host })}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, minHeight: 220 }}>
        {certificate !== null ? (
          <Certificate certificate={certificate} pinned={pinned} />
        ) : probe.error !== null ? (
          <Problem error={probe.error.error} onRetry={() => void probe.refetch()} />
        ) : (
          <Box role="status">{text('certificate.asking', { host })}</Box>
        )}
        {error !== null && <Problem error={error} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" autoFocus onClick={onClose} disabled={busy}>
          {text('setup.cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={certificate === null || certificate.sha256 === pinned || busy}
          onClick={() => certificate !== null && onTrust(certificate.sha256)}
        >
          {text(busy ? 'certificate.trusting' : 'certificate.trust')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface CertificateProps {
  readonly certificate: CertificateProbe;
  readonly pinned: string | null;
}

function Certificate({ certificate, pinned }: CertificateProps): ReactNode {
  const text = useText();
  const language = useLanguage();
  const { subject, issuer, names, validFrom, validTo, sha256, trusted } = certificate;
  const valid = text('certificate.valid-range', { from: dateOf(language, validFrom), to: dateOf(language, validTo) });
  const other = pinned !== null && pinned !== sha256;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [text('certificate.subject'), subject],
    [text('certificate.issuer'), issuer],
    [text('certificate.names'), names],
    [text('certificate.valid'), valid],
    [text('certificate.sha256'), <Fingerprint sha256={sha256} />],
    ...(other ? [[text('certificate.before'), <Fingerprint sha256={pinned} />] as const] : []),
  ];
  return (
    <>
      {other ? (
        <Alert severity="error">{text('certificate.other')}</Alert>
      ) : trusted ? (
        <Alert severity="success">{text('certificate.known')}</Alert>
      ) : (
        <Alert severity="warning">{text('certificate.unknown')}</Alert>
      )}
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '6px 16px' }}>
        {rows.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      <Box>
        <CopyButton text={sha256} />
      </Box>
    </>
  );
}

/** In pairs, as other tools write it: it is to be compared with the eyes, or read aloud. */
function Fingerprint({ sha256 }: { readonly sha256: string }): ReactNode {
  const pairs = sha256.toUpperCase().match(/../g) ?? [];
  const half = pairs.length / 2;
  return (
    <Box component="span" sx={{ fontFamily: CODE_FONTS, fontSize: 12.5, display: 'block', lineHeight: 1.6 }}>
      {`${pairs.slice(0, half).join(':')}:`}
      <br />
      {pairs.slice(half).join(':')}
    </Box>
  );
}
