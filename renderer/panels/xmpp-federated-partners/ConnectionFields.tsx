import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactNode } from 'react';
import { XMPP_NEGOTIATIONS } from '../../../shared/cmdlets/index.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { stanceOf, type XmppRefusal } from '../../../shared/rules/xmpp-negotiation.ts';
import { NounBox } from '../../components/noun-panel/NounBox.tsx';
import type { NounFields } from '../../components/noun-panel/noun-subject.ts';
import { negotiationWords } from '../../components/negotiation-words.ts';
import { useText } from '../../i18n/language.ts';
import { NegotiationView } from './NegotiationView.tsx';

interface ConnectionFieldsProps {
  readonly values: NounFields['values'];
  /** Why the choice is refused, when it is time to say so. */
  readonly problem: XmppRefusal | null;
  readonly readOnly: boolean;
  readonly onChange: (values: NounFields['values']) => void;
}

const SELECTS = [
  ['tlsNegotiation', 'xmpp.tls'],
  ['saslNegotiation', 'xmpp.sasl'],
] as const satisfies readonly (readonly [string, MessageId])[];

/** Microsoft's group Connection Type: TLS, SASL, dialback, and what comes of them. */
export function ConnectionFields({ values, problem, readOnly, onChange }: ConnectionFieldsProps): ReactNode {
  const text = useText();
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box component="legend" sx={{ p: 0, mb: 1.25, fontWeight: 600, fontSize: 13 }}>
        {text('xmpp.connection')}
      </Box>
      {SELECTS.map(([field, label]) => (
        <TextField
          key={field}
          select
          label={text(label)}
          value={String(values[field] ?? '')}
          error={problem !== null}
          onChange={(event) => onChange({ [field]: event.target.value })}
          slotProps={{
            select: {
              readOnly,
              SelectDisplayProps: { 'aria-invalid': problem !== null },
            },
          }}
        >
          {XMPP_NEGOTIATIONS.map((each) => (
            <MenuItem key={each} value={each}>
              {text(negotiationWords[each])}
            </MenuItem>
          ))}
        </TextField>
      ))}
      <NounBox
        label={text('xmpp.dialback')}
        checked={values['supportDialbackNegotiation'] === true}
        readOnly={readOnly}
        onChange={(supportDialbackNegotiation) => onChange({ supportDialbackNegotiation })}
      />
      <NegotiationView stance={stanceOf(values)} />
    </Box>
  );
}
