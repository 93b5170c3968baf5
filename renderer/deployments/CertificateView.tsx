import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { CertificateProbe } from '../../shared/contract/deployments.ts';
import { CODE_FONTS } from '../app/theme.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useLanguage, useText } from '../i18n/language.ts';
import { dateOf } from '../../shared/diagnosis/step-facts.ts';

interface CertificateViewProps {
  readonly certificate: CertificateProbe;
  /** The fingerprint that was accepted before, or null. */
  readonly pinned: string | null;
}

/** What a server shows and what to make of it; beside the one that was accepted before where it is another. */
export function CertificateView({ certificate, pinned }: CertificateViewProps): ReactNode {
  const text = useText();
  const shown = (
    <>
      <Certificate certificate={certificate} />
      <Box>
        <CopyButton text={certificate.sha256} />
      </Box>
    </>
  );
  if (pinned === null) {
    return (
      <>
        {certificate.trusted ? (
          <Alert severity="success">{text('certificate.known')}</Alert>
        ) : (
          <Alert severity="warning">{text('certificate.unknown')}</Alert>
        )}
        {shown}
      </>
    );
  }
  if (pinned === certificate.sha256) {
    return (
      <>
        <Alert severity="success">{text('certificate.same')}</Alert>
        {shown}
      </>
    );
  }
  return (
    <>
      <Alert severity="error">{text('certificate.other')}</Alert>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '5fr 7fr' }, gap: 3 }}>
        <Side title={text('certificate.before')}>
          <Values rows={[[text('certificate.sha256'), <Fingerprint sha256={pinned} />]]} />
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{text('certificate.before-help')}</Box>
        </Side>
        <Side title={text('certificate.now')}>{shown}</Side>
      </Box>
    </>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const titleId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1, minWidth: 0 }}
    >
      <Typography id={titleId} variant="h3" component="h2">
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Certificate({ certificate }: { readonly certificate: CertificateProbe }): ReactNode {
  const text = useText();
  const language = useLanguage();
  const { subject, issuer, names, validFrom, validTo, sha256 } = certificate;
  const valid = text('certificate.valid-range', { from: dateOf(language, validFrom), to: dateOf(language, validTo) });
  return (
    <Values
      rows={[
        [text('certificate.sha256'), <Fingerprint sha256={sha256} />],
        [text('certificate.subject'), subject],
        [text('certificate.issuer'), issuer],
        [text('certificate.names'), names],
        [text('certificate.valid'), valid],
      ]}
    />
  );
}

function Values({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }): ReactNode {
  return (
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
  );
}

/** In pairs, as other tools write it: it is to be compared with the eyes, or read aloud. */
function Fingerprint({ sha256 }: { readonly sha256: string }): ReactNode {
  const pairs = sha256.toUpperCase().match(/../g) ?? [];
  const quarters = [0, 8, 16, 24].map((from) => pairs.slice(from, from + 8).join(':'));
  return (
    <Box
      component="span"
      sx={{ fontFamily: CODE_FONTS, fontSize: 12.5, display: 'block', lineHeight: 1.6, whiteSpace: 'pre-line' }}
    >
      {quarters.join(':\n')}
    </Box>
  );
}
