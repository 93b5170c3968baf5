import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Conflict, ConflictField } from '../../../shared/conflict.ts';
import { useText } from '../../i18n/language.ts';
import { fieldName, fieldValue, type FieldOwner } from '../field-words.ts';
import { conflictKey } from './object-key.ts';

interface ConflictChoiceProps {
  /** One, or all that one plan has met: they are decided in one act. */
  readonly conflicts: readonly Conflict[];
  /** Whether the object is named: needed where more than one is in sight. */
  readonly named?: boolean;
  /** Reviews one's own change again, over what is there now; null = there is nothing to insist on. */
  readonly onMine: (() => void) | null;
  /** Gives one's own change up, and shows what is there now. */
  readonly onTheirs: () => void;
}

/** What somebody else has done meanwhile, each field as it was reviewed, as it is now and as it is wanted; and the choice. */
export function ConflictChoice({ conflicts, named = false, onMine, onTheirs }: ConflictChoiceProps): ReactNode {
  const text = useText();
  const many = conflicts.length > 1;
  const gone = !many && conflicts[0]?.now === 'gone';
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      {conflicts.slice(0, SHOWN).map((conflict) => (
        <ConflictFields key={conflictKey(conflict)} conflict={conflict} named={named || many} />
      ))}
      {conflicts.length > SHOWN && <div>{text('conflict.more', { count: conflicts.length - SHOWN })}</div>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {onMine !== null && (
          <Button variant="outlined" onClick={onMine}>
            {text(many ? 'conflict.mine-all' : gone ? 'conflict.add-again' : 'conflict.mine')}
          </Button>
        )}
        <Button color="inherit" variant="outlined" onClick={onTheirs}>
          {text(many ? 'conflict.theirs-all' : gone ? 'conflict.give-up' : 'conflict.theirs')}
        </Button>
      </Box>
    </Box>
  );
}

interface ConflictFieldsProps {
  readonly conflict: Conflict;
  readonly named: boolean;
}

function ConflictFields({ conflict, named }: ConflictFieldsProps): ReactNode {
  const text = useText();
  const name = nameOf(conflict);
  const owner = ownerOf(conflict);
  return (
    <>
      {named && name !== null && (
        <Typography variant="h3" sx={{ overflowWrap: 'anywhere' }}>
          {text('conflict.of', { domain: name })}
        </Typography>
      )}
      {conflict.fields.map((field) => (
        <Box key={field.field} role="group" aria-label={fieldName(text, field.field, owner)} sx={{ fontSize: 13 }}>
          <Box sx={{ fontWeight: 600 }}>{fieldName(text, field.field, owner)}</Box>
          <ThreeValues field={field} owner={owner} />
        </Box>
      ))}
    </>
  );
}

interface ThreeValuesProps {
  readonly field: ConflictField;
  readonly owner: FieldOwner;
}

/** Of a field that one has not changed there are two, and the word that it stays. */
function ThreeValues({ field: { field, ...values }, owner }: ThreeValuesProps): ReactNode {
  const text = useText();
  return (
    <>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 1.5 }}>
        {VALUES.map((which) => {
          const value = values[which];
          if (value === undefined) return null;
          return (
            <Box key={which} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {text(WORDS[which])}
              </Box>
              <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', fontWeight: which === 'now' ? 600 : 400 }}>
                {fieldValue(text, field, value, owner)}
              </Box>
            </Box>
          );
        })}
      </Box>
      {values.wanted === undefined && <div>{text('conflict.untouched')}</div>}
    </>
  );
}

/** The name of an object of which there are many. */
function nameOf({ object }: Conflict): string | null {
  if (object.kind === 'access-edge') return null;
  return object.kind === 'domain' ? object.domain : object.identity;
}

/** Whose the fields are. */
function ownerOf({ object }: Conflict): FieldOwner {
  if (object.kind === 'domain') return null;
  return object.kind === 'noun' ? object.noun : object.kind;
}

/** So many are shown one by one. */
const SHOWN = 20;

/** In the order of time. */
const VALUES = ['reviewed', 'now', 'wanted'] as const;
const WORDS = { reviewed: 'conflict.reviewed', now: 'conflict.now', wanted: 'conflict.wanted' } as const;
