import Alert from '@mui/material/Alert';
import { useState, type ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';
import { panels } from '../panels/panels.ts';
import { unappliedOn } from './use-unapplied.ts';

interface RemovedNoticeProps {
  readonly deployments: readonly DeploymentSummary[];
  /** The deployment that was in front, or null. */
  readonly inFront: string | null;
  /** The one that this window removes: its dialog has said all of it. */
  readonly removing: string | null;
}

/** Says that a deployment was removed in another window, with what was typed for it here. */
export function RemovedNotice({ deployments, inFront, removing }: RemovedNoticeProps): ReactNode {
  const text = useText();
  const [before, setBefore] = useState(deployments);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  if (before !== deployments) {
    setBefore(deployments);
    const ids = new Set(deployments.map(({ id }) => id));
    const said = before.filter(({ id }) => !ids.has(id) && id !== removing).flatMap(sentence);
    if (said.length > 0) setRemoved([...removed, ...said]);
  }

  function sentence({ id, name }: DeploymentSummary): readonly string[] {
    const typed = unappliedOn(id).flatMap((panel) => panels.filter((each) => each.id === panel));
    if (typed.length > 0) {
      const where = typed.map(({ title }) => text(title)).join(', ');
      return [text('shell.removed-with-typed', { name, panels: where })];
    }
    return id === inFront ? [text('shell.removed', { name })] : [];
  }

  return removed.map((words, at) => (
    <Alert
      key={words}
      severity="warning"
      square
      variant="outlined"
      onClose={() => setRemoved(removed.toSpliced(at, 1))}
      closeText={text('setup.close')}
      sx={{ overflowWrap: 'anywhere' }}
    >
      {words}
    </Alert>
  ));
}
