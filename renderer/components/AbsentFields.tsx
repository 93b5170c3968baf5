import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { fieldName } from './field-words.ts';

/** Says which fields the open deployment's server has no parameter for; nothing where it has all. */
export function AbsentFields({ fields }: { readonly fields: readonly string[] }): ReactNode {
  const text = useText();
  if (fields.length === 0) return null;
  return (
    <Typography variant="caption" sx={{ color: 'text.secondary' }}>
      {text('table.absent-fields', { fields: fields.map((field) => fieldName(text, field)).join(', ') })}
    </Typography>
  );
}
