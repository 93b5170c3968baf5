import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { JournalStep, Unreached } from '../../../shared/contract/journal.ts';
import { useText } from '../../i18n/language.ts';

/** So many are named; a search of the journal finds all. */
const NAMED = 200;

/** To whom the object of a step was given just before it was removed: nothing where nobody was asked, or nobody had it. */
export function GivenTo({ step: { before } }: { readonly step: JournalStep }): ReactNode {
  const text = useText();
  const givenTo = before !== null && 'row' in before ? (before.givenTo ?? []) : [];
  if (givenTo.length === 0) return null;
  const more = givenTo.length - NAMED;
  return (
    <Box component="details" sx={{ my: 0.75, fontSize: 12, '& > summary': { cursor: 'pointer' } }}>
      <summary>{text('journal.given-to', { count: givenTo.length })}</summary>
      {givenTo.slice(0, NAMED).join(', ')}
      {more > 0 && ` ${text('policies.delete.more', { count: more })}`}
    </Box>
  );
}

/** Whom an undo does not give back what they had, and why. */
export function UnreachedNote({ later, elsewhere }: Unreached): ReactNode {
  const text = useText();
  return (
    <Alert severity="warning">
      {later > 0 && <div>{text('journal.undo.later', { count: later })}</div>}
      {elsewhere.length > 0 && (
        <div>
          {text('journal.undo.elsewhere', {
            count: elsewhere.length,
            users: elsewhere.slice(0, NAMED).join(', '),
          })}
        </div>
      )}
    </Alert>
  );
}
