import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import type { ProviderProblems } from '../../../shared/rules/provider.ts';
import { AbsentFields } from '../../components/AbsentFields.tsx';
import { fieldsOf } from '../../components/noun-panel/noun-fields.ts';
import { NounForm, type NounFormGiven } from '../../components/noun-panel/NounForm.tsx';
import { OpenOther } from '../../components/noun-panel/OpenOther.tsx';
import { draftOf, initialFields, isNounFields, type NounFields } from '../../components/noun-panel/noun-subject.ts';
import { useKept } from '../../components/use-kept.ts';
import { useText } from '../../i18n/language.ts';
import { LevelChoice } from './LevelChoice.tsx';
import { MoreFields, ProviderSwitch } from './MoreFields.tsx';
import { filledIn, isMadeAnew, problemsOf, takerOf, templatesOf, type ProviderPlace } from './provider-form.ts';
import { kindWords, templateWords, type ProviderNoun } from './provider-words.ts';
import { ProviderInput } from './ProviderInput.tsx';
import { NeedsNote, RetiredNote } from './ProviderNotes.tsx';

interface ProviderFormProps extends NounFormGiven, ProviderPlace {
  readonly noun: ProviderNoun;
  readonly abilities: NounAbilities | null;
}

/** The form of one provider: new, perhaps from a template, or one that is there (its name is fixed). */
export function ProviderForm(props: ProviderFormProps): ReactNode {
  const { name, subject, noun, abilities, rows, defaultRouting, onEdit, onReview, onOpen, ...state } = props;
  const text = useText();
  const { value: fields, keep } = useKept(name, initialFields(subject), isNounFields);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tellAll, setTellAll] = useState(false);
  const isNew = subject.kind === 'new';
  const readOnly = state.unavailable !== null;
  const { shown, absent } = fieldsOf(subject, abilities);
  const problems = problemsOf(subject, fields, { rows, defaultRouting });
  const told = toldOf(problems, (field) => tellAll || left.has(field));
  const draft = draftOf(subject, fields);
  const [namesake, neighbour] = [takerOf(told.name), takerOf(told.proxyFqdn)];

  function change(changed: Partial<NounFields>): void {
    keep({ ...fields, ...changed });
    if (state.refusal !== null) onEdit();
  }
  function changeValues(values: NounFields['values']): void {
    change({ values: { ...fields.values, ...values } });
  }
  function leave(field: string): void {
    setLeft(new Set([...left, field]));
  }

  return (
    <NounForm
      {...state}
      identity={isNew ? null : fields.identity}
      changed={isNew || draft !== null || Object.keys(problems).length > 0}
      onTell={() => setTellAll(true)}
      onReview={() => draft !== null && onReview(draft)}
      notes={<NeedsNote noun={noun} />}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {text(kindWords[noun])}
      </Typography>
      {!readOnly && (
        <TemplateChoice
          noun={noun}
          autoFocus={isNew}
          onChoose={(template) => {
            keep(filledIn(subject, fields, template, shown));
            setTellAll(true);
          }}
        />
      )}
      <RetiredNote noun={noun} name={fields.identity} proxyFqdn={String(fields.values['proxyFqdn'] ?? '')} />
      <ProviderSwitch
        label="providers.form.enabled"
        help={null}
        checked={fields.values['enabled'] === true}
        readOnly={readOnly}
        autoFocus={!isNew}
        onChange={(enabled) => changeValues({ enabled })}
      />
      <ProviderInput
        label={text('providers.form.name')}
        help={text(isNew ? 'providers.form.name-help' : 'providers.form.name-fixed')}
        value={fields.identity}
        onChange={(identity) => change({ identity })}
        onLeave={() => fields.identity !== '' && leave('name')}
        problem={told.name ?? null}
        required
        readOnly={readOnly || !isNew}
      />
      <OpenOther rows={rows} identity={namesake} onOpen={onOpen} />
      <ProviderInput
        label={text('domains.column.proxy')}
        help={text(isNew ? 'providers.form.edge-help' : 'providers.form.made-anew')}
        value={String(fields.values['proxyFqdn'] ?? '')}
        onChange={(proxyFqdn) => changeValues({ proxyFqdn })}
        onLeave={() => leave('proxyFqdn')}
        problem={told.proxyFqdn ?? null}
        required
        readOnly={readOnly}
      />
      <OpenOther rows={rows} identity={neighbour === namesake ? null : neighbour} onOpen={onOpen} />
      <LevelChoice
        noun={noun}
        value={String(fields.values['verificationLevel'] ?? '')}
        readOnly={readOnly}
        onChange={(verificationLevel) => changeValues({ verificationLevel })}
      />
      <MoreFields
        noun={noun}
        values={fields.values}
        shown={shown}
        note={noun === 'public-provider' && !isNew && !readOnly ? 'providers.form.made-anew-each' : null}
        readOnly={readOnly}
        told={told}
        onChange={changeValues}
        onLeave={leave}
      />
      <AbsentFields fields={absent} />
      {isMadeAnew(subject, fields) && (
        <Typography variant="caption" role="status">
          {text('providers.form.is-made-anew')}
        </Typography>
      )}
    </NounForm>
  );
}

interface TemplateChoiceProps {
  readonly noun: ProviderNoun;
  readonly autoFocus: boolean;
  readonly onChoose: (template: ReturnType<typeof templatesOf>[number]) => void;
}

/** Fills the form in; what was chosen is not kept, for the fields can be changed after it. */
function TemplateChoice({ noun, autoFocus, onChoose }: TemplateChoiceProps): ReactNode {
  const text = useText();
  const [chosen, setChosen] = useState('');
  const templates = templatesOf(noun);
  return (
    <TextField
      select
      label={text('providers.template')}
      autoFocus={autoFocus}
      value={chosen}
      onChange={(event) => {
        const template = templates.find(({ id }) => id === event.target.value);
        setChosen(template?.id ?? '');
        if (template !== undefined) onChoose(template);
      }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{text('providers.template.none')}</MenuItem>
      {templates.map(({ id }) => (
        <MenuItem key={id} value={id}>
          {text(templateWords[id])}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The problems it is time to say; that a default route leaves no room for any provider is said at once. */
function toldOf(problems: ProviderProblems, isTime: (field: string) => boolean): ProviderProblems {
  return Object.fromEntries(
    Object.entries(problems).filter(([field, { code }]) => isTime(field) || code === 'conflict.default-routing'),
  );
}
