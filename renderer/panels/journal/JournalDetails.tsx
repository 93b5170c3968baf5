import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useRef, type ReactNode } from 'react';
import type { JournalEntry } from '../../../shared/contract/journal.ts';
import { useBridge } from '../../api/bridge.ts';
import { useJournalEntry } from '../../api/journal-queries.ts';
import { ask, useDeployments } from '../../api/queries.ts';
import { Problem } from '../../components/Problem.tsx';
import { ReadOnlyNote } from '../../components/ReadOnlyNote.tsx';
import { ReviewDialog } from '../../components/review/ReviewDialog.tsx';
import { useLanguage, useText } from '../../i18n/language.ts';
import { OutcomeMark } from './columns.tsx';
import { UnreachedNote } from './GivenTo.tsx';
import { Direct, Steps } from './StepDetails.tsx';
import { useDeploymentName } from './use-deployment-name.ts';
import { useDrafts } from './use-drafts.ts';
import { useEntryCommands } from './use-journal-commands.ts';
import { outcomeWords, sealWords } from './words.ts';

interface JournalDetailsProps {
  readonly id: string;
}

/** One entry in the pane. */
export function JournalDetails({ id }: JournalDetailsProps): ReactNode {
  const text = useText();
  const query = useJournalEntry(id);
  if (query.data !== undefined) return <EntryDetails entry={query.data} />;
  if (query.error !== null) return <Problem error={query.error.error} onRetry={() => void query.refetch()} />;
  return <Box role="status">{text('table.reading')}</Box>;
}

function EntryDetails({ entry }: { readonly entry: JournalEntry }): ReactNode {
  const text = useText();
  const language = useLanguage();
  const bridge = useBridge();
  const { id, deployment } = entry;
  const deploymentName = useDeploymentName()(deployment);
  const drafts = useDrafts(deployment.id);
  const reasonId = useId();
  const readOnly = useDeployments().data?.find(({ id: each }) => each === deployment.id)?.readOnly ?? false;
  const undoRef = useRef<HTMLDivElement>(null);
  const busy = drafts.asking || drafts.review.state.phase === 'building';
  const undo = (): void => drafts.start(() => ask(bridge, 'journal.undo', { entry: id }));
  const resume = (): void => drafts.start(() => ask(bridge, 'journal.resume', { entry: id }));
  useEntryCommands({ entry, busy, readOnly, onUndo: undo, onResume: resume });
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(entry.at));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text('journal.column.outcome'), <OutcomeMark outcome={entry.outcome} words={text(outcomeWords[entry.outcome])} />],
    [text('journal.column.at'), at],
    [text('journal.column.deployment'), deploymentName],
    [text('journal.address'), entry.url],
    [text('journal.column.user'), entry.user],
    [text('journal.seal'), text(sealWords[entry.seal])],
  ];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 12px' }}>
        {facts.map(([name, value]) => (
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
      <Box ref={undoRef} tabIndex={-1} sx={{ display: 'flex', gap: 1, outline: 'none' }}>
        {entry.undoable && (
          <Button
            variant="outlined"
            disabled={busy || readOnly}
            {...(readOnly && { 'aria-describedby': reasonId })}
            onClick={undo}
          >
            {text('journal.undo')}
          </Button>
        )}
        {entry.resumable && (
          <Button variant="outlined" disabled={busy} onClick={resume}>
            {text('journal.resume')}
          </Button>
        )}
        {entry.undoable && readOnly && <ReadOnlyNote id={reasonId} />}
      </Box>
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
        onClosed={() => undoRef.current?.focus()}
        note={drafts.unreached !== null && <UnreachedNote {...drafts.unreached} />}
      />
    </Box>
  );
}
