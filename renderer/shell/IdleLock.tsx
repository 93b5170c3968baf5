import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useBridge } from '../api/bridge.ts';
import { useIdle } from '../api/idle-queries.ts';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { reopenUnasked } from './reopen.ts';
import { useActivity } from './use-activity.ts';

/**
 * What stands over the window once nobody has used Edgewise for the chosen time: every connection is closed, everything
 * else is as it was. `opened` are the deployments to connect to again.
 */
export function IdleLock({ opened }: { readonly opened: ReadonlySet<string> }): ReactNode {
  const text = useText();
  const bridge = useBridge();
  const client = useQueryClient();
  const titleId = useId();
  const { minutes, locked } = useIdle();
  const [error, setError] = useState<EdgewiseError | null>(null);
  useActivity(minutes !== null && !locked);

  const wasLocked = useRef(false);
  const connectAgain = useEffectEvent(() => {
    for (const id of opened) void reopenUnasked(client, id);
  });
  // Whichever window was unlocked: in this one too nothing was open meanwhile, and what was tried was refused.
  useEffect(() => {
    if (wasLocked.current && !locked) connectAgain();
    wasLocked.current = locked;
  }, [locked]);

  async function unlock(): Promise<void> {
    const answer = await bridge.request('idle.unlock', {});
    setError(answer.ok ? null : answer.error);
  }

  return (
    <Dialog open={locked} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId} variant="h1">
        {text('absence.locked-title')}
      </DialogTitle>
      <DialogContent>
        {text('absence.locked', { minutes: minutes ?? 0 })}
        {error !== null && <Problem error={error} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" autoFocus onClick={() => void unlock()}>
          {text('absence.unlock')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
