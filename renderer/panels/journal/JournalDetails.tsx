import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Link from '@mui/material/Link';
import { useId, type ReactNode } from 'react';
import type { JournalEntry } from '../../../shared/contract/journal.ts';
import { useBridge } from '../../api/bridge.ts';
import { useJournalEntry } from '../../api/journal-queries.ts';
import { ask, useDeployments } from '../../api/queries.ts';
import { Facts } from '../../components/Facts.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ReadOnlyNote } from '../../components/ReadOnlyNote.tsx';
import { ReviewDialog } from '../../components/review/ReviewDialog.tsx';
import { SteadyButton } from '../../components/SteadyButton.tsx';
import { useAfter } from '../../components/use-after.ts';
import { useWaited } from '../../components/use-waited.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { OutcomeMark } from './columns.tsx';
import { UnreachedNote } from './GivenTo.tsx';
import { Direct } from './StepDetails.tsx';
import { Steps } from './Steps.tsx';
import { useDeploymentName } from './use-deployment-name.ts';
import { useDrafts } from './use-drafts.ts';
import { useEntryCommands } from './use-journal-commands.ts';
import { outcomeText, sealWords } from './words.ts';

/** As tall as a target of a finger must be (WCAG 2.5.8). */
const LATER = { font: 'inherit', textAlign: 'left', minHeight: 24 } as const;

interface JournalDetailsProps {
  readonly id: string;
  /** Shows another entry in its place. */
  readonly onShow: (id: string) => void;
}

/** One entry in the pane. */
export function JournalDetails({ id, onShow }: JournalDetailsProps): ReactNode {
  const text = useText();
  const query = useJournalEntry(id);
  if (query.data !== undefined) return <EntryDetails entry={query.data} onShow={onShow} />;
  if (query.error !== null) return <Problem error={query.error.error} onRetry={() => void query.refetch()} />;
  return <Box role="status">{text('table.reading')}</Box>;
}

interface EntryDetailsProps {
  readonly entry: JournalEntry;
  readonly onShow: (id: string) => void;
}

function EntryDetails({ entry, onShow }: EntryDetailsProps): ReactNode {
  const text = useText();
  const language = useLanguage();
  const bridge = useBridge();
  const { id, deployment } = entry;
  const deploymentName = useDeploymentName()(deployment);
  const drafts = useDrafts(deployment.id);
  const reasonId = useId();
  const readOnly = useDeployments().data?.find(({ id: each }) => each === deployment.id)?.readOnly ?? false;
  const busy = drafts.asking || drafts.review.state.phase === 'building';
  const slow = useAfter(busy, 1000);
  const waited = useWaited(busy, null);
  const undo = (): void => drafts.start((signal) => ask(bridge, 'journal.undo', { entry: id }, signal));
  const resume = (): void => drafts.start((signal) => ask(bridge, 'journal.resume', { entry: id }, signal));
  useEntryCommands({ entry, busy, readOnly, onUndo: undo, onResume: resume });
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const { since } = entry;
  const facts = [
    {
      name: text('journal.column.outcome'),
      value: <OutcomeMark outcome={entry.outcome} words={outcomeText(text, entry)} />,
    },
    { name: text('journal.column.at'), value: time.format(new Date(entry.at)) },
    ...(since === null
      ? []
      : [
          {
            name: text(entry.undone ? 'journal.undone-at' : 'journal.changed-at'),
            value: (
              <Link component="button" type="button" onClick={() => onShow(since.entry)} sx={LATER}>
                {text('journal.later-entry', { at: time.format(new Date(since.at)) })}
              </Link>
            ),
          },
        ]),
    { name: text('journal.column.deployment'), value: deploymentName },
    { name: text('journal.address'), value: entry.url },
    { name: text('journal.column.user'), value: entry.user },
    { name: text('journal.seal'), value: text(sealWords[entry.seal]) },
  ];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Facts facts={facts} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        {entry.undoable && (
          <SteadyButton
            variant="outlined"
            disabled={readOnly}
            off={busy}
            {...(readOnly && { 'aria-describedby': reasonId })}
            onClick={undo}
          >
            {text('journal.undo')}
          </SteadyButton>
        )}
        {entry.resumable && (
          <SteadyButton variant="outlined" off={busy} onClick={resume}>
            {text('journal.resume')}
          </SteadyButton>
        )}
        {entry.undoable && readOnly && <ReadOnlyNote id={reasonId} />}
      </Box>
      {slow && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <CircularProgress size={16} aria-hidden />
          <Box role="status" sx={{ flex: 1 }}>
            {text('journal.busy')}
          </Box>
          {waited > 0 && <Box sx={{ color: 'text.secondary' }}>{text('shell.waited', { seconds: waited })}</Box>}
          <Button color="inherit" onClick={drafts.cancel}>
            {text('shell.cancel')}
          </Button>
        </Box>
      )}
      {drafts.error !== null && <Problem error={drafts.error} />}
      {drafts.nothingLeft && (
        <Alert severity="success" role="status">
          {text('journal.nothing-left')}
        </Alert>
      )}
      {entry.direct === undefined ? <Steps steps={entry.parts} /> : <Direct direct={entry.direct} />}
      <ReviewDialog
        deploymentName={deploymentName}
        review={drafts.review}
        onTheirs={drafts.review.close}
        note={drafts.unreached !== null && <UnreachedNote {...drafts.unreached} />}
      />
    </Box>
  );
}
