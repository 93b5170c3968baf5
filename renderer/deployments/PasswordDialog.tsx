import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import type { PasswordKept } from '../../shared/contract/deployments.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import type { Result } from '../../shared/result.ts';
import { useBridge } from '../api/bridge.ts';
import { keys } from '../api/queries.ts';
import { keepCompositionFromSubmitting } from '../components/composition.ts';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { tooLong } from './deployment-fields.ts';
import { NO_PASSWORD, PasswordFields } from './PasswordFields.tsx';
import { SavedForThisRun } from './SavedForThisRun.tsx';

interface PasswordDialogProps {
  readonly deployment: DeploymentSummary;
  /** It is asked for because the keychain did not answer: it is kept for this run, unless somebody wishes to try. */
  readonly withoutKeychain: boolean;
  /** A password was set; not called when one was forgotten. */
  readonly onSet: () => void;
  readonly onClose: () => void;
}

/** Sets or forgets the password of one deployment. */
export function PasswordDialog({ deployment, withoutKeychain, onSet, onClose }: PasswordDialogProps): ReactNode {
  const text = useText();
  const bridge = useBridge();
  const titleId = useId();
  const [typed, setTyped] = useState({ ...NO_PASSWORD, remember: !withoutKeychain });
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<EdgewiseError | null>(null);
  // What waits for a password goes on once the notice about it was read.
  const [isSet, setIsSet] = useState(false);
  const { id, name, user, passwordState } = deployment;
  const settable = typed.password !== '' && tooLong(typed.password, 'password') === null;
  const keptForNow = isSet ? notice : null;
  const leave = isSet ? onSet : onClose;
  const client = useQueryClient();
  const unknown = passwordState === 'unknown';
  const known = !withoutKeychain || passwordState === 'stored' || passwordState === 'session';

  useEffect(() => {
    // The keychain may have been busy or locked when the list was read: reading it again asks it again.
    if (unknown) void client.invalidateQueries({ queryKey: keys.deployments });
  }, [client, unknown]);

  async function finish(request: Promise<Result<PasswordKept>>, onDone: () => void): Promise<void> {
    // For this run only is what was asked for: a keychain that does not answer matters where it may hold an old one.
    const inMemory = onDone === onSet && !typed.remember && passwordState !== 'stored';
    setBusy(true);
    setNotice(null);
    const kept = await request;
    setBusy(false);
    const told = !kept.ok ? kept.error : inMemory ? null : kept.value.notice;
    // What could not be kept as it was asked for is read before the dialog goes.
    if (told === null) onDone();
    else setNotice(told);
    if (kept.ok) {
      setTyped(NO_PASSWORD);
      setIsSet(onDone === onSet);
    }
  }

  return (
    <Dialog open onClose={busy ? undefined : leave} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId} variant="h1" sx={{ overflowWrap: 'anywhere' }}>
        {text('password.title', { user })}
      </DialogTitle>
      <form
        autoComplete="off"
        onKeyDown={keepCompositionFromSubmitting}
        onSubmit={(event) => {
          event.preventDefault();
          if (settable && !busy) void finish(bridge.request('credentials.set', { deployment: id, ...typed }), onSet);
        }}
      >
        <DialogContent sx={{ pt: 0, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          <Typography sx={{ color: 'text.secondary' }}>{name}</Typography>
          {keptForNow === null ? (
            <PasswordFields value={typed} onChange={setTyped} state={known ? passwordState : 'unreachable'} autoFocus />
          ) : (
            <SavedForThisRun notice={keptForNow} />
          )}
          {notice !== null && keptForNow === null && <Problem error={notice} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          {keptForNow === null && (passwordState === 'stored' || passwordState === 'session') && (
            <Button
              color="error"
              disabled={busy}
              onClick={() => void finish(bridge.request('credentials.forget', { deployment: id }), onClose)}
              sx={{ mr: 'auto' }}
            >
              {text('password.forget')}
            </Button>
          )}
          <Button
            key={keptForNow === null ? 'cancel' : 'close'}
            color="inherit"
            autoFocus={keptForNow !== null}
            disabled={busy}
            onClick={leave}
          >
            {text(notice === null ? 'setup.cancel' : 'setup.close')}
          </Button>
          {keptForNow === null && (
            <Button type="submit" variant="contained" disabled={busy || !settable}>
              {text(busy ? 'password.setting' : 'password.set')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
