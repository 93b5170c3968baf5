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
import { useDeploymentDraft } from '../api/deployment-queries.ts';
import { keepCompositionFromSubmitting } from '../components/composition.ts';
import { DiscardQuestion } from '../components/DiscardQuestion.tsx';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { CertificateDialog } from './CertificateDialog.tsx';
import { ConnectionTestView } from './ConnectionTestView.tsx';
import {
  canConnect,
  checkFields,
  draftOf,
  fieldsOf,
  isEmptyField,
  NETWORK_FIELDS,
  NEW_DEPLOYMENT,
  unbindsPassword,
  type CheckedField,
  type DeploymentFields,
  type FieldProblems,
} from './deployment-fields.ts';
import { DeploymentForm } from './DeploymentForm.tsx';
import { hasSecrets, keptSecrets, NO_NETWORK_SECRETS, usedSecrets } from './network-secrets.ts';
import { NO_PASSWORD } from './PasswordFields.tsx';
import { useConnectionTest, type TestTarget } from './use-connection-test.ts';
import { useNetworkSecrets } from './use-network-secrets.ts';
import { useSaveDeployment } from './use-save-deployment.ts';

interface DeploymentDialogProps {
  /** The one to edit; null = a new one. */
  readonly deployment: DeploymentSummary | null;
  readonly others: readonly DeploymentSummary[];
  readonly onSaved: (deployment: string) => void;
  readonly onClose: () => void;
}

/** The form of a deployment with Test connection beside it: what is tested is what stands in the form, saved or not. */
export function DeploymentDialog(props: DeploymentDialogProps): ReactNode {
  return props.deployment === null ? (
    <FilledDialog {...props} draft={NEW_DEPLOYMENT} />
  ) : (
    <ExistingDialog {...props} deployment={props.deployment} />
  );
}

function ExistingDialog(props: DeploymentDialogProps & { readonly deployment: DeploymentSummary }): ReactNode {
  const { deployment, onClose } = props;
  const text = useText();
  const titleId = useId();
  const query = useDeploymentDraft(deployment.id);
  // The list may be read again while the form is open; what was typed stays.
  if (query.data !== undefined) return <FilledDialog {...props} draft={query.data} />;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="lg" fullWidth>
      <DialogTitle id={titleId} variant="h1">
        {text('setup.title.edit', { name: deployment.name })}
      </DialogTitle>
      <DialogContent sx={{ minHeight: LEAST_HEIGHT }}>
        {query.error === null ? (
          <Box role="status">{text('setup.loading')}</Box>
        ) : (
          <Problem error={query.error.error} onRetry={() => void query.refetch()} />
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" onClick={onClose}>
          {text('setup.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function FilledDialog(props: DeploymentDialogProps & { readonly draft: DeploymentDraft }): ReactNode {
  const { deployment, others, draft: initial, onSaved, onClose } = props;
  const text = useText();
  const titleId = useId();
  const formId = useId();
  const [start] = useState(() => fieldsOf(initial));
  const [fields, setFields] = useState(start);
  const [password, setPassword] = useState(NO_PASSWORD);
  const [secrets, setSecrets] = useState(NO_NETWORK_SECRETS);
  const [told, setTold] = useState<ReadonlySet<CheckedField>>(new Set());
  const [asking, setAsking] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const cancelRef = useRef<HTMLButtonElement>(null);
  const [certificate, setCertificate] = useState(false);
  const test = useConnectionTest();
  const saving = useSaveDeployment(deployment?.id ?? null, onSaved);
  const savedNetwork = (saving.savedDraft ?? initial).network;
  const network = useNetworkSecrets(hasSecrets(savedNetwork) ? saving.saved : null);
  const used = usedSecrets(fields.network, secrets);

  const problems = checkFields(
    fields,
    others.filter(({ id }) => id !== saving.saved).map(({ name }) => name),
  );
  const url = checkManagementUrl(fields.url);
  // A new one is in the list once it was saved, whatever became of its password.
  const kept = deployment ?? others.find(({ id }) => id === saving.saved) ?? null;
  const typed = password.password + secrets.proxyPassword + secrets.passphrase;
  const dirty = typed !== '' || (Object.keys(start) as (keyof DeploymentFields)[]).some(isChanged);

  // Literal keys of the fields' own record.
  function isChanged(name: keyof DeploymentFields): boolean {
    return fields[name] !== start[name];
  }

  function change(changed: Partial<DeploymentFields>): void {
    setFields((before) => ({ ...before, ...changed }));
  }

  function submit(): void {
    flushSync(() => setTold(new Set(CHECKED)));
    if (CHECKED.some((field) => problems[field] !== null)) {
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (saving.saving) return;
    saving.save(draftOf(fields), password, used);
  }

  function startTest(): void {
    setTold(new Set([...told, ...CHECKED.filter((field) => field !== 'name')]));
    const draft = draftOf(fields);
    const subject = { url: url.ok ? url.url : draft.url, user: draft.user.trim() };
    if (canConnect(problems)) test.start({ draft }, subject, password.password, used);
  }

  function close(): void {
    if (saving.saving) return;
    if (deployment === null && saving.saved !== null) onSaved(saving.saved);
    else if (dirty) setAsking(true);
    else onClose();
  }

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
        {deployment === null ? text('setup.title.new') : text('setup.title.edit', { name: deployment.name })}
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
              kept === null
                ? 'absent'
                : deployment !== null && unbindsPassword(initial, fields)
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
            outdated={test.tested !== null && !isSameConnection(test.tested.target, draftOf(fields))}
          />
        </Box>
      </DialogContent>
      {saving.error !== null && (
        <Box sx={{ px: 3, pt: 1.5 }}>
          <Problem error={saving.error} />
        </Box>
      )}
      <DialogActions sx={{ px: 3, py: 1.5 }}>
        {asking ? (
          <DiscardQuestion
            onKeep={() => setAsking(false)}
            onDiscard={onClose}
            onLost={() => cancelRef.current?.focus()}
          />
        ) : (
          <>
            <Button ref={cancelRef} color="inherit" onClick={close} disabled={saving.saving}>
              {text(saving.saved === (deployment?.id ?? null) ? 'setup.cancel' : 'setup.close')}
            </Button>
            <Button type="submit" form={formId} variant="contained" disabled={saving.saving}>
              {text(saving.saving ? 'setup.saving' : 'setup.save')}
            </Button>
          </>
        )}
      </DialogActions>
      {certificate && url.ok && (
        <CertificateDialog
          url={url.url}
          way={{ network: fields.network, proxyPassword: used.proxyPassword }}
          pinned={initial.trust.kind === 'pin' ? initial.trust.sha256 : null}
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
const LEAST_HEIGHT = 'min(420px, calc(100vh - 208px))';

/** In a narrow window the test stands under the form, and both scroll as one. */
const ONE_COLUMN = { flexDirection: 'column', gap: 0 } as const;
const COLUMN = {
  flex: '1 1 0',
  minWidth: 0,
  overflowY: 'auto',
  [NARROW]: { flex: 'none', overflowY: 'visible' },
} as const;

const CHECKED: readonly CheckedField[] = ['name', 'url', 'user', 'pem', 'sha256', ...NETWORK_FIELDS];

/** Whether a test was of the connection that the draft has: its name and marks, and who else may sign in, do not matter. */
function isSameConnection(target: TestTarget, draft: DeploymentDraft): boolean {
  return 'draft' in target && connectionText(target.draft) === connectionText(draft);
}

function connectionText(draft: DeploymentDraft): string {
  const { url, user, scheme, spn, trust, network, channelBinding, resourceUri } = draft;
  return JSON.stringify([url, user, scheme, spn, trust, network, channelBinding, resourceUri]);
}

/** Nobody is told that a field is wrong before they have left it. */
function shownProblems(problems: FieldProblems, told: ReadonlySet<CheckedField>): FieldProblems {
  const shown = (field: CheckedField): FieldProblems[CheckedField] => (told.has(field) ? problems[field] : null);
  return {
    name: shown('name'),
    url: shown('url'),
    user: shown('user'),
    pem: shown('pem'),
    sha256: shown('sha256'),
    proxyHost: shown('proxyHost'),
    proxyPort: shown('proxyPort'),
    proxyUser: shown('proxyUser'),
    clientCertificate: shown('clientCertificate'),
  };
}
