import CheckIcon from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import type { MessageId } from '../../shared/i18n/index.ts';
import { DEPLOYMENT_COLOURS, type DeploymentColour } from '../../shared/models/deployment.ts';
import { paintOf } from '../app/theme.ts';
import { useText } from '../i18n/language.ts';

interface ColourChoiceProps {
  readonly value: DeploymentColour;
  readonly onChange: (colour: DeploymentColour) => void;
}

const COLOUR_WORDS: Readonly<Record<DeploymentColour, MessageId>> = {
  grey: 'setup.colour.grey',
  red: 'setup.colour.red',
  orange: 'setup.colour.orange',
  yellow: 'setup.colour.yellow',
  green: 'setup.colour.green',
  teal: 'setup.colour.teal',
  blue: 'setup.colour.blue',
  purple: 'setup.colour.purple',
};

/** The colour by which a deployment is known again: real radio buttons, so that the arrow keys work; the word stands beside. */
export function ColourChoice({ value, onChange }: ColourChoiceProps): ReactNode {
  const text = useText();
  const name = useId();
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, fontSize: 12.5, fontWeight: 600, mb: 0.5, color: 'text.secondary' }}>
        {text('setup.colour')}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
        {DEPLOYMENT_COLOURS.map((colour) => (
          <Box
            component="label"
            key={colour}
            title={text(COLOUR_WORDS[colour])}
            sx={{
              position: 'relative',
              flex: 'none',
              width: 24,
              height: 24,
              borderRadius: '50%',
              bgcolor: paintOf(colour),
              color: 'background.paper',
              display: 'grid',
              placeItems: 'center',
              cursor: 'pointer',
              '&:has(:focus-visible)': { outline: 2, outlineOffset: 2, outlineColor: 'primary.main' },
            }}
          >
            <Box
              component="input"
              type="radio"
              name={name}
              value={colour}
              checked={colour === value}
              onChange={() => onChange(colour)}
              aria-label={text(COLOUR_WORDS[colour])}
              sx={{ position: 'absolute', inset: 0, m: 0, opacity: 0, cursor: 'pointer' }}
            />
            {colour === value && <CheckIcon aria-hidden sx={{ fontSize: 16 }} />}
          </Box>
        ))}
        <Box component="span" aria-hidden sx={{ ml: 0.5, color: 'text.secondary' }}>
          {text(COLOUR_WORDS[value])}
        </Box>
      </Box>
    </Box>
  );
}
