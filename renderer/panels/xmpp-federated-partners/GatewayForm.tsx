import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { NounBox } from '../../components/noun-panel/NounBox.tsx';
import { NounForm, type NounFormGiven } from '../../components/noun-panel/NounForm.tsx';
import { CheckedTextField } from '../../components/CheckedTextField.tsx';
import { draftOf, initialFields, isNounFields, type NounFields } from '../../components/noun-panel/noun-subject.ts';
import { useKept } from '../../components/use-kept.ts';
import { useText, type Text } from '../../i18n/language.ts';
import { gatewayCount, wrongCounts } from './gateway-form.ts';
import { GATEWAY_COUNTS } from './xmpp-words.ts';

/** The settings of the gateway: every value but its passphrase, which is a secret. */
export function GatewayForm({ name, subject, onEdit, onReview, ...state }: NounFormGiven): ReactNode {
  const text = useText();
  const { value: fields, keep } = useKept(name, initialFields(subject), isNounFields);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tellAll, setTellAll] = useState(false);
  const readOnly = state.unavailable !== null;
  const wrong = wrongCounts(fields);
  const draft = wrong.size > 0 ? null : draftOf(subject, fields);

  function change(changed: NounFields['values']): void {
    keep({ ...fields, values: { ...fields.values, ...changed } });
    if (state.refusal !== null) onEdit();
  }

  return (
    <NounForm
      {...state}
      identity={fields.identity}
      changed={draft !== null || wrong.size > 0}
      onTell={() => setTellAll(true)}
      onReview={() => draft !== null && onReview(draft)}
    >
      <Typography variant="caption">{text('xmpp.gateway.lead')}</Typography>
      {GATEWAY_COUNTS.map(([field, label], at) => (
        <CheckedTextField
          key={field}
          label={text(label)}
          help={helpOf(text, field)}
          value={String(fields.values[field] ?? '')}
          onChange={(typed) => change({ [field]: typed })}
          onLeave={() => setLeft(new Set([...left, field]))}
          problem={wrong.has(field) && (tellAll || left.has(field)) ? problemOf(text, field) : null}
          readOnly={readOnly}
          autoFocus={at === 0 && !readOnly}
          numeric
        />
      ))}
      <NounBox
        label={text('xmpp.gateway.logging')}
        note={text('xmpp.gateway.logging.note')}
        checked={fields.values['enableLoggingAllMessageBodies'] === true}
        readOnly={readOnly}
        onChange={(enableLoggingAllMessageBodies) => change({ enableLoggingAllMessageBodies })}
      />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {text('xmpp.gateway.passphrase')}
      </Typography>
    </NounForm>
  );
}

function helpOf(text: Text, field: string): string {
  const { parameter, range, initial } = gatewayCount(field);
  return text('xmpp.gateway.default', { parameter, min: range.min, max: range.max, initial: initial ?? range.min });
}

function problemOf(text: Text, field: string): string {
  const { min, max } = gatewayCount(field).range;
  return text('xmpp.number', { min, max });
}
