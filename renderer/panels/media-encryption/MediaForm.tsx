import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { Scopes } from '../../../shared/contract/topology.ts';
import { Facts } from '../../components/Facts.tsx';
import { fieldValue } from '../../components/field-words.ts';
import { mediaWords } from '../../components/media-words.ts';
import { NounForm, type NounFormGiven } from '../../components/noun-panel/NounForm.tsx';
import {
  draftOf,
  initialFields,
  isNounFields,
  type NounFields,
  type NounTableRow,
} from '../../components/noun-panel/noun-subject.ts';
import { useKept } from '../../components/use-kept.ts';
import { useText } from '../../i18n/language.ts';
import { identityProblem, isGlobal, knownValues, newScopeOf, scopeOf, targetsOf } from './media-form.ts';
import { LEVELS, levelWords, scopeWords } from './media-words.ts';
import { PublicNote } from './PublicNote.tsx';
import { TargetField } from './TargetField.tsx';

interface MediaFormProps extends NounFormGiven {
  readonly deployment: string;
  readonly rows: readonly NounTableRow[];
  readonly scopes: Scopes;
}

/** The form of one scope's media settings: what it is of, and whether audio and video are encrypted. */
export function MediaForm(props: MediaFormProps): ReactNode {
  const { deployment, name, subject, rows, scopes, onEdit, onReview, ...state } = props;
  const text = useText();
  const { value: fields, keep } = useKept(name, initialFields(subject), isNounFields);
  const [told, setTold] = useState(false);
  const draft = draftOf(subject, fields);
  const isNew = subject.kind === 'new';

  function change(next: NounFields): void {
    keep(next);
    if (state.refusal !== null) onEdit();
  }

  return (
    <NounForm
      {...state}
      identity={isNew ? null : fields.identity}
      changed={draft !== null}
      onTell={() => setTold(true)}
      onReview={() => draft !== null && onReview(draft)}
      notes={<PublicNote deployment={deployment} />}
    >
      {isNew ? (
        <TargetField
          scope={newScopeOf(subject.start)}
          targets={targetsOf(newScopeOf(subject.start), scopes, rows)}
          identity={fields.identity}
          onChange={(identity) => change({ ...fields, identity })}
          problem={told ? identityProblem(fields.identity, rows) : null}
        />
      ) : (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {isGlobal(subject.row)
            ? text('media.scope.global')
            : `${text(scopeWords[scopeOf(subject.row).kind])}: ${scopeOf(subject.row).name}`}
        </Typography>
      )}
      <LevelChoice
        value={String(fields.values['encryptionLevel'] ?? '')}
        readOnly={state.unavailable !== null}
        autoFocus={!isNew}
        onChange={(encryptionLevel) => change({ ...fields, values: { ...fields.values, encryptionLevel } })}
      />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {text(isNew ? 'media.form.begins-as-global' : 'media.form.scope-note')}
      </Typography>
      <Others values={knownValues(subject, fields)} />
    </NounForm>
  );
}

interface LevelChoiceProps {
  readonly value: string;
  readonly readOnly: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (level: string) => void;
}

function LevelChoice({ value, readOnly, autoFocus, onChange }: LevelChoiceProps): ReactNode {
  const text = useText();
  const labelId = useId();
  return (
    <FormControl>
      <FormLabel id={labelId} sx={{ fontSize: 12.5, fontWeight: 600 }}>
        {text('media.column.level')}
      </FormLabel>
      <RadioGroup aria-labelledby={labelId} value={value} onChange={(event) => onChange(event.target.value)}>
        {LEVELS.map((level) => (
          <div key={level}>
            <FormControlLabel
              value={level}
              disabled={readOnly}
              control={<Radio size="small" sx={{ py: 0.4 }} autoFocus={autoFocus && level === value} />}
              label={text(levelWords[level].label)}
            />
            <FormHelperText sx={{ ml: 3.75, mt: -0.25 }}>{text(levelWords[level].help)}</FormHelperText>
          </div>
        ))}
      </RadioGroup>
    </FormControl>
  );
}

/** What else the settings say: shown, for it goes where they go. */
function Others({ values }: Pick<NounFields, 'values'>): ReactNode {
  const text = useText();
  const facts = Object.entries(mediaWords).flatMap(([field, label]) => {
    const value = values[field];
    return value === undefined || value === '' ? [] : [{ name: text(label), value: fieldValue(text, field, value) }];
  });
  if (facts.length === 0) return null;
  return (
    <div>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {text('media.form.others')}
      </Typography>
      <Facts facts={facts} />
    </div>
  );
}
