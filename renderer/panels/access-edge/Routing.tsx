import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId, type ReactNode } from 'react';
import type { AccessEdgeRouting } from '../../../shared/rules/access-edge.ts';
import { routingWords } from '../../components/access-edge-words.ts';
import { useText } from '../../i18n/language.ts';
import type { RoutingHurdle } from './routing-hurdle.ts';

interface RoutingProps {
  readonly routing: AccessEdgeRouting;
  readonly onRouting: (routing: AccessEdgeRouting) => void;
  /** What stands against the choice, or null. */
  readonly hurdle: RoutingHurdle | null;
}

const METHODS = ['dns-srv', 'default-route'] as const satisfies readonly AccessEdgeRouting[];

/** The routing method, and what stands against it. */
export function Routing({ routing, onRouting, hurdle }: RoutingProps): ReactNode {
  const text = useText();
  const labelId = useId();
  const refused = hurdle?.kind === 'providers';
  return (
    <FormControl error={refused}>
      <FormLabel id={labelId} sx={{ fontSize: 12.5, fontWeight: 600 }}>
        {text('edge.routing')}
      </FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={routing}
        onChange={(event) => onRouting(METHODS.find((method) => method === event.target.value) ?? routing)}
      >
        {METHODS.map((method) => (
          <FormControlLabel
            key={method}
            value={method}
            control={<Radio size="small" sx={{ py: 0.4 }} />}
            label={text(routingWords[method])}
          />
        ))}
      </RadioGroup>
      {hurdle !== null && (
        <FormHelperText role={refused ? 'alert' : undefined} sx={{ ml: 0 }}>
          {refused
            ? text('edge.providers-exist', { hosting: hurdle.hosting, public: hurdle.public })
            : text('edge.providers-unknown')}
        </FormHelperText>
      )}
    </FormControl>
  );
}
