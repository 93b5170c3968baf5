import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { nounField } from '../../../shared/nouns/nouns.ts';
import type { ProviderProblems } from '../../../shared/rules/provider.ts';
import type { NounFields } from '../../components/noun-panel/noun-subject.ts';
import { useText } from '../../i18n/language.ts';
import { moreFields, type ProviderNoun } from './provider-words.ts';
import { ProviderInput } from './ProviderInput.tsx';

interface MoreFieldsProps {
  readonly noun: ProviderNoun;
  readonly values: NounFields['values'];
  readonly shown: readonly string[];
  /** What holds for all of them, or null. */
  readonly note: MessageId | null;
  readonly readOnly: boolean;
  /** What is wrong, as far as it is time to say so. */
  readonly told: ProviderProblems;
  readonly onChange: (values: NounFields['values']) => void;
  readonly onLeave: (name: string) => void;
}

/** What Microsoft's control panel does not show and the cmdlets take. */
export function MoreFields({
  noun,
  values,
  shown,
  note,
  readOnly,
  told,
  onChange,
  onLeave,
}: MoreFieldsProps): ReactNode {
  const text = useText();
  const fields = Object.entries(moreFields[noun]).filter(([name]) => shown.includes(name));
  if (fields.length === 0) return null;
  return (
    <Box component="details" sx={{ '& > summary': { cursor: 'pointer', fontWeight: 600 } }}>
      <summary>{text('providers.form.more')}</summary>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.75, pt: 1.75 }}>
        {note !== null && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {text(note)}
          </Typography>
        )}
        {fields.map(([name, { label, help }]) => {
          const value = values[name] ?? '';
          if (typeof value === 'boolean') {
            return (
              <ProviderSwitch
                key={name}
                label={label}
                help={help}
                checked={value}
                readOnly={readOnly}
                onChange={(checked) => onChange({ [name]: checked })}
              />
            );
          }
          const problem = Object.entries(told).find(([field]) => field === name)?.[1] ?? null;
          return (
            <ProviderInput
              key={name}
              label={text(label)}
              help={help === null ? '' : text(help)}
              value={value}
              onChange={(typed) => onChange({ [name]: typed })}
              onLeave={() => onLeave(name)}
              problem={problem}
              readOnly={readOnly}
              numeric={nounField(noun, name)?.kind === 'count'}
            />
          );
        })}
      </Box>
    </Box>
  );
}

interface ProviderSwitchProps {
  readonly label: MessageId;
  readonly help: MessageId | null;
  readonly checked: boolean;
  readonly readOnly: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A switch with its help below it. */
export function ProviderSwitch(props: ProviderSwitchProps): ReactNode {
  const { label, help, checked, readOnly, autoFocus = false, onChange } = props;
  const text = useText();
  const helpId = useId();
  return (
    <div>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={checked}
            disabled={readOnly}
            autoFocus={autoFocus}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: help === null ? {} : { 'aria-describedby': helpId } }}
          />
        }
        label={text(label)}
      />
      {help !== null && (
        <FormHelperText id={helpId} sx={{ ml: 3.75, mt: -0.25 }}>
          {text(help)}
        </FormHelperText>
      )}
    </div>
  );
}
