import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { XMPP_TEMPLATES } from '../../../shared/facts/xmpp-templates.ts';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import { fieldsOf } from '../../components/noun-panel/noun-fields.ts';
import { NounForm, type NounFormGiven } from '../../components/noun-panel/NounForm.tsx';
import { CheckedTextField } from '../../components/CheckedTextField.tsx';
import { OpenOther } from '../../components/noun-panel/OpenOther.tsx';
import { draftOf, isNounFields, type NounFields, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { useKept } from '../../components/use-kept.ts';
import { useText } from '../../i18n/language.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import { domainProblemText } from './domain-problem-text.ts';
import { MoreFields } from './MoreFields.tsx';
import { isWrong, problemsOf, sentFields, typedFields } from './partner-form.ts';
import { typeWords, wordsOfType } from './xmpp-words.ts';

interface PartnerFormProps extends NounFormGiven {
  readonly rows: readonly NounTableRow[];
  readonly abilities: NounAbilities | null;
}

/** The form of one XMPP partner: new, perhaps from a template, or one that is there (its primary domain is fixed). */
export function PartnerForm(props: PartnerFormProps): ReactNode {
  const { name, subject, rows, abilities, onEdit, onReview, onOpen, ...state } = props;
  const text = useText();
  const { value: fields, keep } = useKept(name, typedFields(subject), isNounFields);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tellAll, setTellAll] = useState(false);
  const isNew = subject.kind === 'new';
  const readOnly = state.unavailable !== null;
  const { values } = fields;
  const problems = problemsOf(subject, fields, rows);
  const { shown } = fieldsOf(subject, abilities);
  const draft = draftOf(subject, sentFields(fields));
  const template = isNew ? XMPP_TEMPLATES.find(({ identity }) => identity === subject.start.identity) : undefined;
  const { primary, additional } = problems;
  const isTime = (field: string): boolean => tellAll || left.has(field);
  const taker = primary?.problem === 'taken' && isTime('primary') ? primary.partner : null;

  function change(changed: Partial<NounFields>): void {
    keep({ ...fields, ...changed });
    if (state.refusal !== null) onEdit();
  }
  function changeValues(changed: NounFields['values']): void {
    change({ values: { ...values, ...changed } });
  }
  function leave(field: string): void {
    setLeft(new Set([...left, field]));
  }

  return (
    <NounForm
      {...state}
      identity={isNew ? null : fields.identity}
      changed={isNew || draft !== null || isWrong(problems)}
      onTell={() => setTellAll(true)}
      onReview={() => draft !== null && !isWrong(problems) && onReview(draft)}
    >
      {template !== undefined && <Typography variant="caption">{text(`xmpp.template.${template.id}.note`)}</Typography>}
      <CheckedTextField
        label={text('xmpp.primary')}
        help={text(isNew ? 'xmpp.primary.help' : 'xmpp.primary.fixed')}
        value={fields.identity}
        onChange={(identity) => change({ identity })}
        onLeave={() => fields.identity !== '' && leave('primary')}
        problem={primary !== null && isTime('primary') ? domainProblemText(text, primary, false) : null}
        required
        readOnly={readOnly || !isNew}
        autoFocus={isNew}
      />
      <OpenOther rows={rows} identity={taker} onOpen={onOpen} />
      <CheckedTextField
        label={text('xmpp.description')}
        help=""
        value={String(values['description'] ?? '')}
        onChange={(description) => changeValues({ description })}
        problem={null}
        readOnly={readOnly}
        autoFocus={!isNew && !readOnly}
      />
      <CheckedTextField
        label={text('xmpp.additional')}
        help={text('xmpp.additional.help')}
        value={String(values['additionalDomains'] ?? '')}
        onChange={(additionalDomains) => changeValues({ additionalDomains })}
        onLeave={() => leave('additional')}
        problem={
          additional.length > 0 && isTime('additional')
            ? additional.map((problem) => domainProblemText(text, problem, true)).join('\n')
            : null
        }
        readOnly={readOnly}
        lines={2}
        mostLines={8}
      />
      <TypeField
        value={String(values['partnerType'] ?? '')}
        readOnly={readOnly}
        onChange={(partnerType) => changeValues({ partnerType })}
      />
      <ConnectionFields
        values={values}
        problem={tellAll ? problems.stance : null}
        readOnly={readOnly}
        onChange={changeValues}
      />
      <MoreFields
        values={values}
        shown={shown}
        problems={problems}
        isTime={isTime}
        readOnly={readOnly}
        onChange={changeValues}
        onLeave={leave}
      />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {text('xmpp.needs')}
      </Typography>
      <PageLink page="xmpp-partners" about={text('xmpp.page.partners')} />
    </NounForm>
  );
}

interface TypeFieldProps {
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (type: string) => void;
}

/** The partner type, and what the chosen one lets people do. */
function TypeField({ value, readOnly, onChange }: TypeFieldProps): ReactNode {
  const text = useText();
  const chosen = wordsOfType(value);
  return (
    <TextField
      select
      required
      label={text('xmpp.type')}
      value={value}
      helperText={chosen === null ? '' : text(chosen.help)}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        select: { readOnly },
        // As tall as the longest, so that the form stands still while one chooses.
        formHelperText: { role: 'status', sx: { minHeight: 84 } },
      }}
    >
      {Object.entries(typeWords).map(([type, { name }]) => (
        <MenuItem key={type} value={type}>
          {text(name)}
        </MenuItem>
      ))}
    </TextField>
  );
}
