import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { VerificationLevel } from '../../../shared/models/federated-domain.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { LevelOrMonitoring } from './use-write-abilities.ts';
import { keepCompositionFromSubmitting } from '../../components/composition.ts';
import { AbsentFields } from '../../components/AbsentFields.tsx';
import { FormFoot } from '../../components/FormFoot.tsx';
import { InSight } from '../../components/InSight.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ReviewButtons } from '../../components/ReviewButtons.tsx';
import { LEVELS, verificationWords } from '../../components/verification-words.ts';
import { useText } from '../../i18n/language.ts';
import type { DomainRow } from './domain-row.ts';
import { changeDrafts } from './many-drafts.ts';

interface ChangeManyProps {
  readonly rows: readonly DomainRow[];
  readonly unavailable: string | null;
  /** Fields of an allowed domain that this server does not take. */
  readonly lacking: readonly LevelOrMonitoring[];
  readonly building: boolean;
  readonly refusal: EdgewiseError | null;
  /** What can be done about a conflict, shown with the refusal; null = nothing. */
  readonly choice: ReactNode;
  /** Hears whether anything was ticked: it is not given up unasked. */
  readonly onTyped: (typed: boolean) => void;
  readonly onReview: (drafts: readonly Draft[]) => void;
  readonly onCancel: () => void;
}

/** The form of many domains that are there: what is ticked becomes the same in all of them, the rest stays as it is. */
export function ChangeMany(props: ChangeManyProps): ReactNode {
  const { rows, unavailable, lacking, building, refusal, choice, onTyped, onReview, onCancel } = props;
  const text = useText();
  const [comment, setComment] = useState<string | null>(null);
  const [level, setLevel] = useState<VerificationLevel | null>(null);
  const typed = comment !== null || level !== null;
  useEffect(() => {
    onTyped(typed);
    return () => onTyped(false);
  }, [onTyped, typed]);
  const drafts = changeDrafts(rows, {
    ...(comment !== null && { comment }),
    ...(level !== null && { verificationLevel: level }),
  });
  const blocked = rows.filter(({ status }) => status === 'blocked').length;
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onKeyDown={keepCompositionFromSubmitting}
      onSubmit={(event) => {
        event.preventDefault();
        if (unavailable === null && drafts.length > 0 && !building) onReview(drafts);
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1, pt: 0.75 }}
    >
      <FormControlLabel
        control={<Checkbox size="small" autoFocus checked={comment !== null} />}
        onChange={(_event, checked) => setComment(checked ? '' : null)}
        label={text('domains.column.comment')}
      />
      <TextField
        value={comment ?? ''}
        disabled={comment === null}
        helperText={text('domains.many.comment-help')}
        onChange={(event) => setComment(event.target.value)}
        slotProps={{ htmlInput: { 'aria-label': text('domains.many.new-comment') } }}
      />
      {lacking.includes('verificationLevel') ? (
        <AbsentFields fields={['verificationLevel']} />
      ) : (
        <>
          <FormControlLabel
            control={<Checkbox size="small" checked={level !== null} />}
            onChange={(_event, checked) => setLevel(checked ? 'UseSourceVerification' : null)}
            label={text('domains.column.verification')}
          />
          <TextField
            select
            value={level ?? ''}
            disabled={level === null}
            helperText={blocked === 0 ? ' ' : text('domains.many.level-help', { count: blocked })}
            onChange={(event) => setLevel(LEVELS.find((each) => each === event.target.value) ?? null)}
            slotProps={{ htmlInput: { 'aria-label': text('domains.many.new-level') } }}
          >
            {LEVELS.map((each) => (
              <MenuItem key={each} value={each}>
                {text(verificationWords[each])}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
      <Typography role="status" variant="body2">
        {comment === null && level === null
          ? ''
          : text('domains.many.changed', { changed: drafts.length, count: rows.length })}
      </Typography>
      {unavailable !== null && <Typography variant="caption">{unavailable}</Typography>}
      {refusal !== null && (
        <InSight>
          <Problem error={refusal} />
          {choice}
        </InSight>
      )}
      <FormFoot>
        <ReviewButtons ready={unavailable === null && drafts.length > 0} building={building} onCancel={onCancel} />
      </FormFoot>
    </Box>
  );
}
