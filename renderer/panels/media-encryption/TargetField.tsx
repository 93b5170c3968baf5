import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { useText } from '../../i18n/language.ts';
import { identityOf, typedName, type Target } from './media-form.ts';
import type { NewScope } from './media-words.ts';

interface TargetFieldProps {
  readonly scope: NewScope;
  /** What there is to choose from; null = this role cannot see it, so it is typed. */
  readonly targets: readonly Target[] | null;
  readonly identity: string;
  readonly onChange: (identity: string) => void;
  /** What is wrong, when it is time to say so. */
  readonly problem: MessageId | null;
}

const LABELS = { site: 'media.form.site', service: 'media.form.service' } as const;
const HELP = { site: 'media.form.site-help', service: 'media.form.service-help' } as const;

/** What new settings are for: chosen from the topology, or typed. */
export function TargetField({ scope, targets, identity, onChange, problem }: TargetFieldProps): ReactNode {
  const text = useText();
  const help =
    targets === null
      ? scope === 'service' && text('media.form.service-example')
      : text(targets.length === 0 ? 'media.form.none-left' : HELP[scope]);
  const shared = {
    label: text(LABELS[scope]),
    required: true,
    autoFocus: true,
    error: problem !== null,
    helperText: problem === null ? help : text(problem),
  };
  // Announced when it appears, without taking the focus away from the field.
  const formHelperText = { role: problem === null ? undefined : 'alert' };
  if (targets === null) {
    return (
      <TextField
        {...shared}
        value={typedName(scope, identity)}
        onChange={(event) => onChange(identityOf(scope, event.target.value))}
        slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off' }, formHelperText }}
      />
    );
  }
  return (
    <TextField
      {...shared}
      select
      value={targets.some((target) => target.identity === identity) ? identity : ''}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ formHelperText }}
    >
      {targets.map((target) => (
        <MenuItem key={target.identity} value={target.identity}>
          {target.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
