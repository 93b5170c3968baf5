import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import { useText } from '../../i18n/language.ts';
import { fieldName, fieldValue, type FieldOwner } from '../field-words.ts';

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  /** Whether the object is named: needed where more than one is in sight. */
  readonly named?: boolean;
  /** Reviews one's own change again, over what is there now; null = there is nothing to insist on. */
  readonly onMine: (() => void) | null;
  /** Gives one's own change up, and shows what is there now. */
  readonly onTheirs: () => void;
}

/** What somebody else has done meanwhile, each field as it was reviewed, as it is now and as it is wanted; and the choice. */
export function ConflictChoice({ conflict, named = false, onMine, onTheirs }: ConflictChoiceProps): ReactNode {
  const text = useText();
  const name = nameOf(conflict);
  const owner = ownerOf(conflict);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      {named && name !== null && <Typography variant="h3">{text('conflict.of', { domain: name })}</Typography>}
      {conflict.fields.map(({ field, ...values }) => (
        <Box key={field} role="group" aria-label={fieldName(text, field, owner)} sx={{ fontSize: 13 }}>
          <Box sx={{ fontWeight: 600 }}>{fieldName(text, field, owner)}</Box>
          <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 1.5 }}>
            {VALUES.map((which) => (
              <Box key={which} sx={{ display: 'contents' }}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {text(WORDS[which])}
                </Box>
                <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', fontWeight: which === 'now' ? 600 : 400 }}>
                  {fieldValue(text, field, values[which], owner)}
                </Box>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {onMine !== null && (
          <Button variant="outlined" onClick={onMine}>
            {text(conflict.now === 'gone' ? 'conflict.add-again' : 'conflict.mine')}
          </Button>
        )}
        <Button color="inherit" variant="outlined" onClick={onTheirs}>
          {text(conflict.now === 'gone' ? 'conflict.give-up' : 'conflict.theirs')}
        </Button>
      </Box>
    </Box>
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

/** In the order of time. */
const VALUES = ['reviewed', 'now', 'wanted'] as const;
const WORDS = { reviewed: 'conflict.reviewed', now: 'conflict.now', wanted: 'conflict.wanted' } as const;
