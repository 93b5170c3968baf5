import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { checkManagementUrl } from '../../shared/rules/management-url.ts';
import { NARROW } from '../app/theme.ts';
import { keepCompositionFromSubmitting } from '../components/composition.ts';
import { DiscardQuestion } from '../components/DiscardQuestion.tsx';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { CertificateDialog } from './CertificateDialog.tsx';
import { ConnectionTestView } from './ConnectionTestView.tsx';
import {
  CHECKED_FIELDS,
  canConnect,
  checkFields,
  draftOf,
  fieldsOf,
  isEmptyField,
  tooLong,
  unbindsPassword,
  withProxySplit,
  type CheckedField,
  type DeploymentFields,
  type FieldProblems,
} from './deployment-fields.ts';
import { DeploymentForm } from './DeploymentForm.tsx';
import { mergeDrafts, withParts } from './merge-drafts.ts';
import { hasSecrets, keptSecrets, NO_NETWORK_SECRETS, usedSecrets } from './network-secrets.ts';
import { NO_PASSWORD } from './PasswordFields.tsx';
import { SavedForThisRun } from './SavedForThisRun.tsx';
import { isTestOf, useConnectionTest } from './use-connection-test.ts';
import { useNetworkSecrets } from './use-network-secrets.ts';
import { useSaveDeployment } from './use-save-deployment.ts';

/** Values the form begins with, and what it is a form of. */
export interface FilledDialogProps {
  /** The one to edit; null = a new one. */
  readonly deployment: DeploymentSummary | null;
  /** Whether the one to edit was removed meanwhile: saved, it is added again. */
  readonly gone: boolean;
  readonly others: readonly DeploymentSummary[];
  readonly draft: DeploymentDraft;
  readonly onSaved: (deployment: string) => void;
  readonly onClose: () => void;
}

/** The form of a deployment with Test connection beside it: what is tested is what stands in the form, saved or not. */
export function FilledDialog(props: FilledDialogProps): ReactNode {
  const { deployment, gone, others, draft, onSaved, onClose } = props;
  const text = useText();
  const titleId = useId();
  const formId = useId();
  // What is read again while the form is open is not what it was filled with.
  const [initial] = useState(draft);
  const [start, setStart] = useState(() => fieldsOf(initial));
  const [fields, setFields] = useState(start);
  const [password, setPassword] = useState(NO_PASSWORD);
  const [secrets, setSecrets] = useState(NO_NETWORK_SECRETS);
  const [told, setTold] = useState<ReadonlySet<CheckedField>>(new Set());
  const [asking, setAsking] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const cancelRef = useRef<HTMLButtonElement>(null);
  const saveRef = useRef<HTMLButtonElement>(null);
  const [certificate, setCertificate] = useState(false);
  const test = useConnectionTest();
  const saving = useSaveDeployment(gone ? null : (deployment?.id ?? null), onSaved);
  const { savedDraft, notice, clash } = saving;
  const removed = gone && saving.saved === null;
  const base = saving.known ?? initial;
  const savedNetwork = (savedDraft ?? initial).network;
  const network = useNetworkSecrets(hasSecrets(savedNetwork) ? saving.saved : null);
  const used = usedSecrets(fields.network, secrets);

  const taken = others.filter(({ id }) => id !== saving.saved).map(({ name }) => name);
  const problems = checkFields(fields, taken);
  const url = checkManagementUrl(fields.url);
  // What the last Save was pressed with, and of which outcome the form knows already.
  const [sent, setSent] = useState(start);
  const [settled, setSettled] = useState<DeploymentDraft | null>(null);
  const [noticed, setNoticed] = useState(notice);
  if (savedDraft !== settled && savedDraft !== null) {
    setSettled(savedDraft);
    settle(savedDraft);
  }
  if (notice !== noticed) {
    setNoticed(notice);
    if (notice !== null) forgetTyped();
  }
  // A new one is in the list once it was saved, whatever became of its password.
  const kept = deployment ?? others.find(({ id }) => id === saving.saved) ?? null;
  const typed = password.password + secrets.proxyPassword + secrets.passphrase;
  const dirty = typed !== '' || (Object.keys(start) as (keyof DeploymentFields)[]).some(isChanged);

  const settledNotice = dirty ? null : notice;

  // Literal keys of the fields' own record.
  function isChanged(name: keyof DeploymentFields): boolean {
    return JSON.stringify(fields[name]) !== JSON.stringify(start[name]);
  }

  /** What was saved is no longer a change; what others had saved is taken into the form, beside what was typed since. */
  function settle(saved: DeploymentDraft): void {
    const before = draftOf(sent);
    if (JSON.stringify(saved) === JSON.stringify(before)) {
      setStart(sent);
      return;
    }
    setStart(fieldsOf(saved));
    setFields(fieldsOf(mergeDrafts(before, draftOf(fields), saved, false).draft));
  }

  function forgetTyped(): void {
    setPassword({ ...password, password: '' });
    setSecrets(NO_NETWORK_SECRETS);
  }

  /** Of what both changed, ours stays or theirs is taken; what only one side changed is in the form either way. */
  function decide(take: boolean): void {
    if (clash === null) return;
    const merged = mergeDrafts(clash.base, draftOf(fields), clash.theirs, typed !== '').draft;
    flushSync(() => {
      setFields(fieldsOf(take ? withParts(merged, clash.theirs, clash.parts) : merged));
      setStart(fieldsOf(clash.theirs));
      saving.decided();
    });
    saveRef.current?.focus();
  }

  function change(changed: Partial<DeploymentFields>): void {
    setFields((before) => ({ ...before, ...changed }));
  }

  function submit(): void {
    // Enter leaves no field, and a port that was pasted with its host is split when that is left.
    const split = withProxySplit(fields);
    flushSync(() => {
      setFields(split);
      setTold(new Set(CHECKED_FIELDS));
    });
    const wrong = checkFields(split, taken);
    const secretsTooLong = [password.password, secrets.proxyPassword, secrets.passphrase].some(
      (each) => tooLong(each, 'password') !== null,
    );
    if (secretsTooLong || CHECKED_FIELDS.some((field) => wrong[field] !== null)) {
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (saving.saving || clash !== null) return;
    setSent(split);
    saving.save(draftOf(split), gone ? null : initial, password, used);
  }

  function startTest(): void {
    setTold(new Set([...told, ...CHECKED_FIELDS.filter((field) => field !== 'name')]));
    const now = draftOf(fields);
    const subject = { url: url.ok ? url.url : now.url, user: now.user.trim() };
    if (canConnect(problems)) test.start({ draft: now }, subject, password.password, used);
  }

  function close(): void {
    if (saving.saving) return;
    if (dirty) setAsking(true);
    else leave();
  }

  /** What waits for it goes on with what was saved last. */
  function leave(): void {
    if (savedDraft !== null && saving.saved !== null) onSaved(saving.saved);
    else onClose();
  }

  const title =
    savedDraft === null && deployment === null
      ? text('setup.title.new')
      : text('setup.title.edit', { name: (savedDraft ?? initial).name.trim() });
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
            submit();
          }}
          sx={{ ...COLUMN, px: 3, py: 2 }}
        >
          <DeploymentForm
            fields={fields}
            onChange={change}
            problems={shownProblems(problems, told)}
            onLeave={(field) => !isEmptyField(fields, field) && setTold(new Set([...told, field]))}
            groups={[...new Set(others.map(({ group }) => group).filter((group) => group !== ''))].sort()}
            password={password}
            onPassword={setPassword}
            secrets={secrets}
            onSecrets={setSecrets}
            kept={keptSecrets(savedNetwork, fields.network, network.states)}
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
            onStart={startTest}
            startable={canConnect(problems)}
            onCertificate={() => setCertificate(true)}
            outdated={test.tested !== null && !isTestOf(test.tested.target, draftOf(fields))}
          />
        </Box>
      </DialogContent>
      <Box sx={{ px: 3, '&:not(:empty)': { pt: 1.5 }, maxHeight: '45vh', overflowY: 'auto', flex: 'none' }}>
        {removed && (
          <Alert severity="warning" variant="outlined">
            {text('setup.gone-form', { name: initial.name })}
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
              onKeep={() => decide(false)}
              onTake={() => decide(true)}
            />
          ))}
        {settledNotice !== null && <SavedForThisRun notice={settledNotice} />}
      </Box>
      <DialogActions sx={{ px: 3, py: 1.5 }}>
        {asking ? (
          <DiscardQuestion
            onKeep={() => setAsking(false)}
            onDiscard={leave}
            onLost={() => cancelRef.current?.focus()}
          />
        ) : (
          <>
            <Button
              // Another one, which takes the focus, in the place of Save.
              key={settledNotice === null ? 'cancel' : 'close'}
              ref={cancelRef}
              color="inherit"
              autoFocus={settledNotice !== null}
              onClick={close}
              disabled={saving.saving}
            >
              {text(savedDraft === null ? 'setup.cancel' : 'setup.close')}
            </Button>
            {settledNotice === null && (
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

/** Nobody is told that a field is wrong before they have left it. */
function shownProblems(problems: FieldProblems, told: ReadonlySet<CheckedField>): FieldProblems {
  const shown = CHECKED_FIELDS.map((field) => [field, told.has(field) ? problems[field] : null]);
  // Every field's name is in the list.
  return Object.fromEntries(shown) as FieldProblems;
}
