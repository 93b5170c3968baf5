import HistoryIcon from '@mui/icons-material/History';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { goToJournal } from '../../app/place.ts';
import { useText } from '../../i18n/language.ts';
import { keepCompositionFromSubmitting } from '../composition.ts';
import { FormFoot } from '../FormFoot.tsx';
import { InSight } from '../InSight.tsx';
import { ChangedSince } from '../list-panel/ChangedSince.tsx';
import type { ReadSince } from '../list-panel/read-since.ts';
import { Problem } from '../Problem.tsx';
import { ReviewButtons } from '../ReviewButtons.tsx';
import type { NounSubject, NounTableRow } from './noun-subject.ts';

/** What a form of a noun's object is given by its panel. */
export interface NounFormState {
  /** Why nothing can be changed, or null. The values are shown all the same. */
  readonly unavailable: string | null;
  readonly building: boolean;
  /** Why main refused the last draft of this form, or null. */
  readonly refusal: EdgewiseError | null;
  /** What can be done about a conflict, shown with the refusal; null = nothing. */
  readonly choice: ReactNode;
  /** What has become of the object since the form was opened. */
  readonly since: ReadSince;
  readonly onCancel: () => void;
}

/** What every form of a noun's object is given by its pane (`nounForm`). */
export interface NounFormGiven extends NounFormState {
  /** Under which what is typed is kept while the form is open. */
  readonly name: string;
  readonly subject: NounSubject;
  /** Called when something is typed after a refusal: that was about what stood there before. */
  readonly onEdit: () => void;
  readonly onReview: (draft: Draft) => void;
  /** Shows another object in its place. */
  readonly onOpen: (row: NounTableRow) => void;
}

interface NounFormProps extends NounFormState {
  /** Of an object that is there: what the journal knows of it is a click away. */
  readonly identity: string | null;
  /** Whether anything would be changed. */
  readonly changed: boolean;
  /** Says everything that is wrong; the first field that is wrong has the focus then. */
  readonly onTell: () => void;
  /** Reviews the draft, if nothing is wrong. */
  readonly onReview: () => void;
  readonly children: ReactNode;
  /** What one may want to know besides, below everything that is done here. */
  readonly notes?: ReactNode;
}

/** The frame of a noun's form: its fields, what stands in the way, Review and Cancel. */
export function NounForm(props: NounFormProps): ReactNode {
  const { identity, unavailable, building, refusal, choice, since, changed, onTell, onReview, onCancel } = props;
  const text = useText();
  const form = useRef<HTMLFormElement>(null);

  function submit(): void {
    if (unavailable !== null || building || !changed) return;
    flushSync(onTell);
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong === null || wrong === undefined) onReview();
    else wrong.focus();
  }

  return (
    <Box
      component="form"
      ref={form}
      noValidate
      autoComplete="off"
      onKeyDown={keepCompositionFromSubmitting}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.75, pt: 0.75 }}
    >
      {props.children}
      {unavailable !== null && <Typography variant="caption">{unavailable}</Typography>}
      {refusal === null && <ChangedSince since={since} />}
      {refusal !== null && (
        <InSight>
          <Problem error={refusal} {...(refusal.retry && { onRetry: submit })} />
          {choice}
        </InSight>
      )}
      <FormFoot>
        <ReviewButtons offered={unavailable === null} ready={changed} building={building} onCancel={onCancel} />
      </FormFoot>
      {identity !== null && (
        <Button
          color="inherit"
          startIcon={<HistoryIcon />}
          onClick={() => goToJournal({ search: /\s/.test(identity) ? `="${identity}"` : `=${identity}` })}
          sx={{ alignSelf: 'start' }}
        >
          {text('journal.history-object')}
        </Button>
      )}
      {props.notes}
    </Box>
  );
}
