import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, type ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import { FormFoot } from '../../components/FormFoot.tsx';
import { InSight } from '../../components/InSight.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ReviewButtons } from '../../components/ReviewButtons.tsx';
import { useText } from '../../i18n/language.ts';
import type { Assignments } from './use-assignments.ts';
import { assignmentDrafts } from './user-subject.ts';

interface AssignFormProps {
  readonly held: Assignments;
  /** Of one user nothing is counted. */
  readonly one: boolean;
  /** The policy that is there before one is chosen, '' = <Automatic>; null = none is. */
  readonly initial: string | null;
  /** In the same way; null = nothing was chosen. */
  readonly chosen: string | null;
  readonly policies: readonly string[];
  readonly unavailable: string | null;
  readonly building: boolean;
  /** Left out = it stands below something to be read first. */
  readonly autoFocus?: boolean;
  readonly refusal: EdgewiseError | null;
  /** What can be done about a conflict, shown with the refusal; null = nothing. */
  readonly choice: ReactNode;
  /** Another choice was made: what was refused is said no more. */
  readonly onChoose: (policy: string) => void;
  readonly onReview: (drafts: readonly Draft[]) => void;
  readonly onCancel: () => void;
}

/** MUI's select has '' for nothing chosen, and <Automatic> is a choice: no policy is called so. */
const AUTOMATIC = ':automatic';

/** Which policy users get; for more than one plan takes, one plan after the other, each when the person says so. */
export function AssignForm(props: AssignFormProps): ReactNode {
  const {
    autoFocus = false,
    held,
    one,
    initial,
    policies,
    unavailable,
    building,
    refusal,
    choice,
    onChoose,
    onReview,
    onCancel,
  } = props;
  const text = useText();
  const { assignments, gone, missing } = held;
  const chosen = props.chosen ?? initial;
  const asks = assignments.some(({ policy }) => policy === null);
  const drafts = useMemo(
    () => (missing > 0 || (asks && chosen === null) ? NOTHING : assignmentDrafts(assignments, chosen ?? '')),
    [assignments, missing, asks, chosen],
  );
  const now = drafts.slice(0, PLAN_DRAFT_LIMIT);
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
          value={chosen === '' ? AUTOMATIC : (chosen ?? '')}
          disabled={unavailable !== null}
          onChange={(event) => onChoose(event.target.value === AUTOMATIC ? '' : event.target.value)}
          helperText={text('user.assign.help')}
        >
          <MenuItem value={AUTOMATIC}>{text('user.automatic')}</MenuItem>
          {[...new Set([...[initial, chosen].filter(isNamed), ...policies])].map((name) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {(!one || missing > 0) && (
        <Typography role="status" variant="body2">
          {missing > 0
            ? held.error === null && text('user.paste.looking', { read: held.read, count: missing })
            : text('user.assign.changed', { changed: drafts.length, count: assignments.length })}
        </Typography>
      )}
      {!one && gone > 0 && <Typography variant="body2">{text('user.assign.gone', { count: gone })}</Typography>}
      {held.error !== null && <Problem error={held.error} onRetry={held.retry} />}
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
        <ReviewButtons
          ready={unavailable === null && now.length > 0}
          building={building}
          {...(autoFocus && !asks && { focus: 'review' })}
          onCancel={onCancel}
        />
      </FormFoot>
    </Box>
  );
}

const NOTHING: readonly Draft[] = [];

function isNamed(policy: string | null): policy is string {
  return policy !== null && policy !== '';
}
