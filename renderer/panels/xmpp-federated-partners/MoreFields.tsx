import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import { NounBox } from '../../components/noun-panel/NounBox.tsx';
import { CheckedTextField } from '../../components/CheckedTextField.tsx';
import type { NounFields } from '../../components/noun-panel/noun-subject.ts';
import { useText } from '../../i18n/language.ts';
import type { PartnerProblems } from './partner-form.ts';

interface MoreFieldsProps {
  readonly values: NounFields['values'];
  /** The fields this server has. */
  readonly shown: readonly string[];
  readonly problems: PartnerProblems;
  /** Whether it is time to say what is wrong with a field. */
  readonly isTime: (field: string) => boolean;
  readonly readOnly: boolean;
  readonly onChange: (values: NounFields['values']) => void;
  readonly onLeave: (field: string) => void;
}

/** What Microsoft's control panel does not show and the cmdlets take. */
export function MoreFields(props: MoreFieldsProps): ReactNode {
  const { values, shown, problems, isTime, readOnly, onChange, onLeave } = props;
  const text = useText();
  const [opened, setOpened] = useState(false);
  const proxy = isTime('proxyFqdn') ? problems.proxyFqdn : null;
  const limit = isTime('connectionLimit') ? problems.connectionLimit : null;
  return (
    <Box
      component="details"
      // What is wrong must be in sight once it is spoken of.
      open={opened || proxy !== null || limit !== null}
      onToggle={(event) => setOpened(event.currentTarget.open)}
      sx={{ '& > summary': { cursor: 'pointer', fontWeight: 600 } }}
    >
      <summary>{text('xmpp.more')}</summary>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.75, pt: 1.75 }}>
        {shown.includes('proxyFqdn') && (
          <CheckedTextField
            label={text('xmpp.proxy')}
            help={text('xmpp.proxy.help')}
            value={String(values['proxyFqdn'] ?? '')}
            onChange={(proxyFqdn) => onChange({ proxyFqdn })}
            onLeave={() => onLeave('proxyFqdn')}
            problem={proxy === null ? null : text(`rules.domain-name.${proxy}`)}
            readOnly={readOnly}
          />
        )}
        {shown.includes('connectionLimit') && (
          <CheckedTextField
            label={text('xmpp.limit')}
            help={text('xmpp.limit.help')}
            value={String(values['connectionLimit'] ?? '')}
            onChange={(connectionLimit) => onChange({ connectionLimit })}
            onLeave={() => onLeave('connectionLimit')}
            problem={limit === null ? null : text('xmpp.number', { min: limit.min, max: limit.max })}
            readOnly={readOnly}
            numeric
          />
        )}
        {shown.includes('enableKeepAlive') && (
          <NounBox
            label={text('xmpp.keep-alive')}
            checked={values['enableKeepAlive'] === true}
            readOnly={readOnly}
            onChange={(enableKeepAlive) => onChange({ enableKeepAlive })}
          />
        )}
      </Box>
    </Box>
  );
}
