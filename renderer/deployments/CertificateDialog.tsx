import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId, useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useCertificate, type ProbeWay } from '../api/deployment-queries.ts';
import { keepCompositionFromSubmitting } from '../components/composition.ts';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { CertificateView } from './CertificateView.tsx';

interface CertificateDialogProps {
  /** A management URL, complete. */
  readonly url: string;
  /** By which way it is asked; null = not known yet. */
  readonly way: ProbeWay | null;
  /** The fingerprint that was accepted before (64 hexadecimal digits), or null. */
  readonly pinned: string | null;
  readonly busy: boolean;
  /** It was accepted and saved, with this notice: nothing is left to choose; null = not yet. */
  readonly saved: ReactNode;
  /** Why it could not be saved, or null. */
  readonly error: EdgewiseError | null;
  /** What else belongs to accepting it, once there is something to accept. */
  readonly children?: ReactNode;
  /** `sha256` in lower-case hex; null = what was accepted before is not known yet. */
  readonly onTrust: ((sha256: string) => void) | null;
  readonly onClose: () => void;
}

/**
 * The certificate a server shows, and the choice to trust that one alone. In place of one that was accepted before it is
 * taken only by who says that they have asked.
 */
export function CertificateDialog(props: CertificateDialogProps): ReactNode {
  const { url, way, pinned, busy, saved, error, children, onTrust, onClose } = props;
  const text = useText();
  const titleId = useId();
  const formId = useId();
  const [asked, setAsked] = useState(false);
  const probe = useCertificate(url, way);
  const host = new URL(url).host;
  const certificate = probe.data ?? null;
  const other = certificate !== null && pinned !== null && pinned !== certificate.sha256;
  const open = saved === null;
  const acceptable =
    open && certificate !== null && certificate.sha256 !== pinned && (asked || !other) && onTrust !== null;
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      maxWidth={other ? 'md' : 'sm'}
      fullWidth
    >
      <DialogTitle id={titleId} variant="h1">
        {text('certificate.title', { host })}
      </DialogTitle>
      <DialogContent sx={{ minHeight: 220 }}>
        <Box
          component="form"
          id={formId}
          noValidate
          autoComplete="off"
          onKeyDown={keepCompositionFromSubmitting}
          onSubmit={(event) => {
            event.preventDefault();
            if (acceptable && !busy) onTrust(certificate.sha256);
          }}
          sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
        >
          {certificate !== null ? (
            <CertificateView certificate={certificate} pinned={pinned} />
          ) : probe.error !== null ? (
            <Problem error={probe.error.error} onRetry={() => void probe.refetch()} />
          ) : (
            // Without a way there is nothing to ask; why stands below.
            error === null && <Box role="status">{text('certificate.asking', { host })}</Box>
          )}
          {open && other && (
            <FormControlLabel
              control={<Checkbox size="small" checked={asked} onChange={(event) => setAsked(event.target.checked)} />}
              label={text('certificate.asked')}
            />
          )}
          {open && certificate !== null && certificate.sha256 !== pinned && children}
          {saved}
          {error !== null && <Problem error={error} />}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button key={open ? 'cancel' : 'close'} color="inherit" autoFocus onClick={onClose} disabled={busy}>
          {text(open ? 'setup.cancel' : 'setup.close')}
        </Button>
        {open && (
          <Button type="submit" form={formId} variant="contained" disabled={!acceptable || busy}>
            {text(busy ? 'certificate.trusting' : 'certificate.trust')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
