import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId, type ReactNode } from 'react';
import type { VerificationLevel } from '../../../shared/models/federated-domain.ts';
import { providerLevelWords } from '../../components/verification-words.ts';
import { useText } from '../../i18n/language.ts';
import type { ProviderNoun } from './provider-words.ts';

interface LevelChoiceProps {
  readonly noun: ProviderNoun;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (level: string) => void;
}

// Literal keys of our own record, in the order of Microsoft's page.
const LEVELS = Object.keys(providerLevelWords['public-provider']) as readonly VerificationLevel[];

/** The verification level in Microsoft's words, and what it does not do. */
export function LevelChoice({ noun, value, readOnly, onChange }: LevelChoiceProps): ReactNode {
  const text = useText();
  const labelId = useId();
  return (
    <FormControl>
      <FormLabel id={labelId} sx={{ fontSize: 12.5, fontWeight: 600 }}>
        {text('providers.form.level')}
      </FormLabel>
      <RadioGroup aria-labelledby={labelId} value={value} onChange={(event) => onChange(event.target.value)}>
        {LEVELS.map((level) => (
          <FormControlLabel
            key={level}
            value={level}
            disabled={readOnly}
            control={<Radio size="small" sx={{ py: 0.5 }} />}
            label={text(providerLevelWords[noun][level])}
            sx={{ alignItems: 'start', '& .MuiFormControlLabel-label': { pt: 0.4 } }}
          />
        ))}
      </RadioGroup>
      <FormHelperText sx={{ ml: 0 }}>
        {text(
          noun === 'public-provider' && value === 'UseSourceVerification'
            ? 'providers.level.verified-public'
            : 'providers.level.help',
        )}
      </FormHelperText>
    </FormControl>
  );
}
