import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { negotiated, type XmppStance } from '../../../shared/rules/xmpp-negotiation.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useText } from '../../i18n/language.ts';
import { verdictSigns } from './xmpp-words.ts';

interface NegotiationViewProps {
  readonly stance: XmppStance;
}

/** What comes of the three choices, said while they are made: the methods, best first, and what is to be known. */
export function NegotiationView({ stance }: NegotiationViewProps): ReactNode {
  const text = useText();
  const leadId = useId();
  const { methods, verdict } = negotiated(stance);
  const refused = verdict.kind === 'refused';
  return (
    <Box
      role="group"
      aria-labelledby={leadId}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1.25, py: 1 }}
    >
      <Typography id={leadId} variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        {text('xmpp.negotiated.lead')}
      </Typography>
      {/* As tall as its longest usual answer, so that the form stands still while one chooses. */}
      <Box role="status" sx={{ minHeight: 132, fontSize: 13 }}>
        {refused || methods.length === 0 ? (
          <Box sx={{ my: 0.5 }}>{text('xmpp.negotiated.nothing')}</Box>
        ) : (
          <Box component="ol" sx={{ m: 0, my: 0.5, pl: 2.25 }}>
            {methods.map((method) => (
              <li key={method}>{text(`rules.xmpp-method.${method}`)}</li>
            ))}
          </Box>
        )}
        <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start' }}>
          <Sign kind={verdictSigns[verdict.kind]} />
          <span>
            <strong>{text(`rules.xmpp-verdict.${verdict.kind}`)}</strong>
            {verdict.reason !== null && <> {text(`rules.xmpp-negotiation.${verdict.reason}`)}</>}
          </span>
        </Box>
      </Box>
      <PageLink page="xmpp-negotiation" about={text('xmpp.page.negotiation')} />
    </Box>
  );
}
