import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import { FormFoot } from '../../components/FormFoot.tsx';
import { InSight } from '../../components/InSight.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ReviewButton } from '../../components/ReviewButton.tsx';
import { useText } from '../../i18n/language.ts';
import { assignmentDrafts, type Assignment } from './user-subject.ts';

interface AssignFormProps {
  readonly assignments: readonly Assignment[];
  /** The policy that is chosen at first, '' = <Automatic>; null = none yet. */
  readonly initial: string | null;
  readonly policies: readonly string[];
  readonly unavailable: string | null;
  readonly building: boolean;
  /** Left out = it stands below something to be read first. */
  readonly autoFocus?: boolean;
  readonly refusal: EdgewiseError | null;
  /** What can be done about a conflict, shown with the refusal; null = nothing. */
  readonly choice: ReactNode;
  /** Another choice was made: what was refused is said no more. */
  readonly onEdit: () => void;
  readonly onReview: (drafts: readonly Draft[]) => void;
  readonly onCancel: () => void;
}

/** MUI's select has '' for nothing chosen, and <Automatic> is a choice: no policy is called so. */
const AUTOMATIC = ':automatic';

/** Which policy users get; for more than one plan takes, one plan after the other, each when the person says so. */
export function AssignForm(props: AssignFormProps): ReactNode {
  const {
    autoFocus = false,
    assignments,
    initial,
    policies,
    unavailable,
    building,
    refusal,
    choice,
    onEdit,
    onReview,
    onCancel,
  } = props;
  const text = useText();
  const [chosen, setChosen] = useState(initial === '' ? AUTOMATIC : (initial ?? ''));
  const asks = assignments.some(({ policy }) => policy === null);
  const missing = asks && chosen === '';
  const drafts = missing ? [] : assignmentDrafts(assignments, chosen === AUTOMATIC ? '' : chosen);
  const now = drafts.slice(0, PLAN_DRAFT_LIMIT);
  const one = assignments.length === 1;
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (unavailable === null && now.length > 0 && !building) onReview(now);
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, pt: 0.75 }}
    >
      {asks && (
        <TextField
          select
          autoFocus={autoFocus}
          label={text('user.column.policy')}
          value={chosen}
          disabled={unavailable !== null}
          onChange={(event) => {
            if (refusal !== null) onEdit();
            setChosen(event.target.value);
          }}
          helperText={text('user.assign.help')}
        >
          <MenuItem value={AUTOMATIC}>{text('user.automatic')}</MenuItem>
          {[...new Set([...(initial === null || initial === '' ? [] : [initial]), ...policies])].map((name) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {!one && (
        <Typography role="status" variant="body2">
          {missing ? '' : text('user.assign.changed', { changed: drafts.length, count: assignments.length })}
        </Typography>
      )}
      {drafts.length > now.length && (
        <Typography variant="body2">
          {text('user.assign.parts', {
            now: now.length,
            plans: Math.ceil(drafts.length / PLAN_DRAFT_LIMIT),
            left: drafts.length - now.length,
          })}
        </Typography>
      )}
      {unavailable !== null && <Typography variant="caption">{unavailable}</Typography>}
      {refusal !== null && (
        <InSight>
          <Problem error={refusal} />
          {choice}
        </InSight>
      )}
      <FormFoot>
        <ReviewButton
          words={text(building ? 'domains.form.building' : 'domains.form.review')}
          ready={unavailable === null && now.length > 0}
          building={building}
          autoFocus={autoFocus && !asks}
        />
        <Button color="inherit" onClick={onCancel}>
          {text('shell.cancel')}
        </Button>
      </FormFoot>
    </Box>
  );
}
