import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useRef, useState, type ReactNode } from 'react';
import { NARROW } from '../app/theme.ts';
import { keepCompositionFromSubmitting } from '../components/composition.ts';
import { DiscardQuestion } from '../components/DiscardQuestion.tsx';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { CertificateDialog } from './CertificateDialog.tsx';
import { ConnectionTestView } from './ConnectionTestView.tsx';
import { draftOf, isEmptyField, unbindsPassword } from './deployment-fields.ts';
import { DeploymentForm } from './DeploymentForm.tsx';
import { hasSecrets, keptSecrets } from './network-secrets.ts';
import { SavedForThisRun } from './SavedForThisRun.tsx';
import { useDeploymentForm, type DeploymentFormOf } from './use-deployment-form.ts';
import { useNetworkSecrets } from './use-network-secrets.ts';

/** The form of a deployment with Test connection beside it: what is tested is what stands in the form, saved or not. */
export function FilledDialog(props: DeploymentFormOf): ReactNode {
  const { deployment, others } = props;
  const text = useText();
  const titleId = useId();
  const formId = useId();
  const [asking, setAsking] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const cancelRef = useRef<HTMLButtonElement>(null);
  const saveRef = useRef<HTMLButtonElement>(null);
  const form = useDeploymentForm(props, {
    focusWrong: () => formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    focusSave: () => saveRef.current?.focus(),
  });
  const { fields, change, saving, url, used, kept, base, savedAs, removed, dirty, test } = form;
  const { savedDraft, clash } = saving;
  const notice = dirty ? null : saving.notice;
  const network = useNetworkSecrets(hasSecrets(savedAs.network) ? saving.saved : null);
  const [certificate, setCertificate] = useState(false);

  function close(): void {
    if (saving.saving) return;
    if (dirty) setAsking(true);
    else form.leave();
  }

  const title =
    savedDraft === null && deployment === null
      ? text('setup.title.new')
      : text('setup.title.edit', { name: savedAs.name.trim() });
  return (
    <Dialog
      open
      // A click beside it is no decision about what was typed.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && close()}
      aria-labelledby={titleId}
      maxWidth="lg"
      fullWidth
    >
      <DialogTitle id={titleId} variant="h1">
        {title}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'flex', gap: 3, p: 0, minHeight: LEAST_HEIGHT, [NARROW]: ONE_COLUMN }}>
        <Box
          component="form"
          ref={formRef}
          id={formId}
          noValidate
          autoComplete="off"
          onKeyDown={keepCompositionFromSubmitting}
          onSubmit={(event) => {
            event.preventDefault();
            form.submit();
          }}
          sx={{ ...COLUMN, px: 3, py: 2 }}
        >
          <DeploymentForm
            fields={fields}
            onChange={change}
            problems={form.problems}
            onLeave={(field) => !isEmptyField(fields, field) && form.tell(field)}
            groups={[...new Set(others.map(({ group }) => group).filter((group) => group !== ''))].sort()}
            password={form.password}
            onPassword={form.setPassword}
            secrets={form.secrets}
            onSecrets={form.setSecrets}
            kept={keptSecrets(savedAs.network, fields.network, network.states)}
            onForget={network.forgetting ? null : network.forget}
            forgetError={network.error}
            passwordState={
              kept === null || removed
                ? 'absent'
                : deployment !== null && unbindsPassword(base, fields)
                  ? 'unbound'
                  : kept.passwordState
            }
            onShowCertificate={url.ok ? () => setCertificate(true) : null}
          />
        </Box>
        <Box
          sx={{
            ...COLUMN,
            px: 3,
            py: 2,
            borderLeft: 1,
            borderColor: 'divider',
            [NARROW]: { ...COLUMN[NARROW], borderLeft: 0, borderTop: 1, borderColor: 'divider' },
          }}
        >
          <ConnectionTestView
            test={test}
            onStart={form.startTest}
            startable={form.canTest}
            onCertificate={() => setCertificate(true)}
            outdated={form.outdated}
          />
        </Box>
      </DialogContent>
      <Box sx={{ px: 3, '&:not(:empty)': { pt: 1.5 }, maxHeight: '45vh', overflowY: 'auto', flex: 'none' }}>
        {removed && (
          <Alert severity="warning" variant="outlined">
            {text('setup.gone-form', { name: savedAs.name })}
          </Alert>
        )}
        {saving.error !== null &&
          (clash === null ? (
            <Problem error={saving.error} />
          ) : (
            <ChangedMeanwhile
              error={saving.error}
              clash={clash}
              ours={draftOf(fields)}
              onKeep={() => form.decide(false)}
              onTake={() => form.decide(true)}
            />
          ))}
        {notice !== null && <SavedForThisRun notice={notice} />}
      </Box>
      <DialogActions sx={{ px: 3, py: 1.5 }}>
        {asking ? (
          <DiscardQuestion
            onKeep={() => setAsking(false)}
            onDiscard={form.leave}
            onLost={() => cancelRef.current?.focus()}
          />
        ) : (
          <>
            <Button
              // Another one, which takes the focus, in the place of Save.
              key={notice === null ? 'cancel' : 'close'}
              ref={cancelRef}
              color="inherit"
              autoFocus={notice !== null}
              onClick={close}
              disabled={saving.saving}
            >
              {text(savedDraft === null ? 'setup.cancel' : 'setup.close')}
            </Button>
            {notice === null && (
              <Button
                ref={saveRef}
                type="submit"
                form={formId}
                variant="contained"
                disabled={saving.saving || clash !== null}
              >
                {text(saving.saving ? 'setup.saving' : removed ? 'setup.add-again' : 'setup.save')}
              </Button>
            )}
          </>
        )}
      </DialogActions>
      {certificate && url.ok && (
        <CertificateDialog
          url={url.url}
          way={{ network: fields.network, proxyPassword: used.proxyPassword }}
          pinned={base.trust.kind === 'pin' ? base.trust.sha256 : null}
          saved={null}
          busy={false}
          error={null}
          onTrust={(sha256) => {
            change({ trust: 'pin', sha256 });
            setCertificate(false);
          }}
          onClose={() => setCertificate(false)}
        />
      )}
    </Dialog>
  );
}

/** It does not grow while a test runs; in a low window its buttons are still in sight. */
export const LEAST_HEIGHT = 'min(420px, calc(100vh - 208px))';

/** In a narrow window the test stands under the form, and both scroll as one. */
const ONE_COLUMN = { flexDirection: 'column', gap: 0 } as const;
const COLUMN = {
  flex: '1 1 0',
  minWidth: 0,
  overflowY: 'auto',
  [NARROW]: { flex: 'none', overflowY: 'visible' },
} as const;
