import HistoryIcon from '@mui/icons-material/History';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { goToJournal } from '../../app/place.ts';
import { keepCompositionFromSubmitting } from '../../components/composition.ts';
import { AbsentFields } from '../../components/AbsentFields.tsx';
import { FormFoot } from '../../components/FormFoot.tsx';
import { InSight } from '../../components/InSight.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ChangedSince } from '../../components/list-panel/ChangedSince.tsx';
import type { ReadSince } from '../../components/list-panel/read-since.ts';
import { ReviewButtons } from '../../components/ReviewButtons.tsx';
import { useKept } from '../../components/use-kept.ts';
import { LEVELS, verificationWords } from '../../components/verification-words.ts';
import { useText } from '../../i18n/language.ts';
import {
  checkFields,
  draftOf,
  initialFields,
  statusOf,
  type DomainFields,
  type DomainSubject,
} from './domain-draft.ts';
import { DomainStatusMark } from './columns.tsx';
import { statusWords } from './domain-row.ts';
import type { LevelOrMonitoring } from './use-write-abilities.ts';
import { isDomainFields } from './kept-subject.ts';
import { NameField } from './NameField.tsx';

interface DomainFormProps {
  /** Under which what is typed is kept while the form is open. */
  readonly name: string;
  readonly subject: DomainSubject;
  /** Why nothing can be changed, or null. The values are shown all the same. */
  readonly unavailable: string | null;
  /** Fields of an allowed domain that this server does not take. */
  readonly lacking: readonly LevelOrMonitoring[];
  /** What has become of the domain since the form was opened. */
  readonly since: ReadSince;
  readonly building: boolean;
  /** Why main refused the last draft of this form, or null. */
  readonly refusal: EdgewiseError | null;
  /** What can be done about a conflict, shown with the refusal; null = nothing. */
  readonly choice: ReactNode;
  /** Called when something is typed after a refusal: that was about what stood there before. */
  readonly onEdit: () => void;
  readonly onReview: (draft: Draft) => void;
  readonly onCancel: () => void;
}

/** The form of one federated domain: new, or one that is there (its name is fixed: the server cannot rename it). */
export function DomainForm(props: DomainFormProps): ReactNode {
  const { name, subject, unavailable, lacking, since, building, refusal, choice, onEdit, onReview, onCancel } = props;
  const text = useText();
  const { value: fields, keep: setFields } = useKept(name, initialFields(subject), isDomainFields);
  const [told, setTold] = useState<ReadonlySet<keyof DomainFields>>(new Set());
  const status = statusOf(subject);
  const isNew = subject.kind === 'new';
  const problems = checkFields(fields);
  const draft = draftOf(subject, fields);

  function change(changed: Partial<DomainFields>): void {
    setFields({ ...fields, ...changed });
    if (refusal !== null) onEdit();
  }

  function tell(...names: readonly (keyof DomainFields)[]): void {
    setTold(new Set([...told, ...names]));
  }

  function submit(): void {
    tell('domain', 'proxyFqdn');
    if (unavailable !== null || building || draft === null) return;
    if ((isNew && problems.domain !== null) || problems.proxyFqdn !== null) return;
    onReview(draft);
  }

  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onKeyDown={keepCompositionFromSubmitting}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.75, pt: 0.75 }}
    >
      <DomainStatusMark status={status} words={text(statusWords[status])} />
      <NameField
        label={text('domains.form.domain')}
        help={text(isNew ? 'domains.form.domain-help' : 'domains.form.domain-fixed')}
        value={fields.domain}
        onChange={(domain) => change({ domain })}
        onLeave={() => fields.domain !== '' && tell('domain')}
        problem={isNew && told.has('domain') ? problems.domain : null}
        required
        readOnly={!isNew}
        autoFocus={isNew}
      />
      {status === 'allowed' && (
        <NameField
          label={text('domains.column.proxy')}
          help={text('domains.form.proxy-help')}
          value={fields.proxyFqdn}
          onChange={(proxyFqdn) => change({ proxyFqdn })}
          onLeave={() => tell('proxyFqdn')}
          problem={told.has('proxyFqdn') ? problems.proxyFqdn : null}
          autoFocus={!isNew}
        />
      )}
      <TextField
        label={text('domains.column.comment')}
        value={fields.comment}
        onChange={(event) => change({ comment: event.target.value })}
        autoFocus={!isNew && status === 'blocked'}
      />
      {status === 'allowed' && (
        <MoreFields fields={fields} lacking={unavailable === null ? lacking : []} onChange={change} />
      )}
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {unavailable ?? text(status === 'allowed' ? 'domains.form.allowed-note' : 'domains.form.blocked-note')}
      </Typography>
      {refusal === null && <ChangedSince since={since} />}
      {refusal !== null && (
        <InSight>
          <Problem error={refusal} {...(refusal.retry && { onRetry: submit })} />
          {choice}
        </InSight>
      )}
      <FormFoot>
        <ReviewButtons offered={unavailable === null} ready={draft !== null} building={building} onCancel={onCancel} />
      </FormFoot>
      {!isNew && (
        <Button
          color="inherit"
          startIcon={<HistoryIcon />}
          onClick={() => goToJournal({ search: `=${fields.domain}` })}
          sx={{ alignSelf: 'start' }}
        >
          {text('journal.history')}
        </Button>
      )}
    </Box>
  );
}

interface MoreFieldsProps {
  readonly fields: DomainFields;
  readonly lacking: readonly LevelOrMonitoring[];
  readonly onChange: (changed: Partial<DomainFields>) => void;
}

/** What Microsoft's control panel does not show and the cmdlet takes. */
function MoreFields({ fields, lacking, onChange }: MoreFieldsProps): ReactNode {
  const text = useText();
  return (
    <Box component="details" sx={{ '& > summary': { cursor: 'pointer', fontWeight: 600, mb: 1.5 } }}>
      <summary>{text('domains.form.more')}</summary>
      {!lacking.includes('verificationLevel') && (
        <TextField
          select
          label={text('domains.column.verification')}
          value={fields.verificationLevel}
          onChange={(event) =>
            onChange({ verificationLevel: LEVELS.find((level) => level === event.target.value) ?? '' })
          }
          slotProps={{ select: { displayEmpty: true } }}
        >
          <MenuItem value="">{text('domains.verification.default')}</MenuItem>
          {LEVELS.map((level) => (
            <MenuItem key={level} value={level}>
              {text(verificationWords[level])}
            </MenuItem>
          ))}
        </TextField>
      )}
      {!lacking.includes('markForMonitoring') && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={fields.markForMonitoring}
              onChange={(event) => onChange({ markForMonitoring: event.target.checked })}
            />
          }
          label={text('domains.form.monitoring')}
          sx={{ mt: 1 }}
        />
      )}
      <AbsentFields fields={lacking} />
    </Box>
  );
}
