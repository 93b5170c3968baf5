import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { kindOf, type AccessEdgeField, type AccessEdgeProblem } from '../../../shared/rules/access-edge.ts';
import { useText } from '../../i18n/language.ts';
import { EdgeBox } from './EdgeBox.tsx';
import { isOffered, isTicked, textOf, withValue, type EdgeAsRead, type EdgeFields } from './edge-fields.ts';
import { EdgeInput, EdgeLevel } from './EdgeInput.tsx';
import { boxes, levelFields, moreGroups } from './layout.ts';
import { Routing } from './Routing.tsx';
import type { RoutingHurdle } from './routing-hurdle.ts';

export interface EdgeFormProps {
  readonly fields: EdgeFields;
  /** As it was read: which fields the server's build has. */
  readonly read: EdgeAsRead;
  readonly onFields: (fields: EdgeFields) => void;
  readonly problems: ReadonlyMap<AccessEdgeField, AccessEdgeProblem>;
  readonly hurdle: RoutingHurdle | null;
  /** Whether every problem is said now: a review was asked for. */
  readonly told: boolean;
}

/** Microsoft's five boxes, each under what it needs; the rest under More. */
export function EdgeForm(props: EdgeFormProps): ReactNode {
  const { fields, read, onFields } = props;
  const text = useText();
  const federation = isTicked(fields, boxes.federation);
  const box = (field: AccessEdgeField, note?: string, disabled = false): ReactNode => (
    <EdgeBox
      key={field}
      field={field}
      ticked={isTicked(fields, field) && !(disabled && field === 'enablePartnerDiscovery' && federation)}
      onTick={(ticked) => onFields(withValue(fields, field, ticked))}
      {...(note !== undefined && { note })}
      disabled={disabled}
    />
  );
  const byRoute = fields.routing === 'default-route';
  return (
    <>
      <Box role="group" aria-label={text('edge.title')} sx={{ display: 'flex', flexDirection: 'column' }}>
        {box(boxes.federation, text('edge.federation-note'))}
        <Box sx={{ pl: 3.5 }}>
          {box('enablePartnerDiscovery', undefined, !federation || byRoute)}
          <Typography variant="caption" component="p" sx={{ m: 0, minHeight: 17, color: 'text.secondary' }}>
            {!federation ? text('edge.needs-federation') : byRoute && text('edge.not-by-default-route')}
          </Typography>
          {isOffered('enableArchivingDisclaimer', fields, read) &&
            box('enableArchivingDisclaimer', undefined, !federation)}
        </Box>
        {box('allowOutsideUsers')}
        {box('allowAnonymousUsers', text('edge.anonymous-note'))}
      </Box>
      <More {...props} />
    </>
  );
}

function More({ fields, read, onFields, problems, hurdle, told }: EdgeFormProps): ReactNode {
  const text = useText();
  const [open, setOpen] = useState(false);
  // What is wrong must be in sight once it is spoken of.
  const shown = open || (told && (problems.size > 0 || hurdle?.kind === 'providers'));
  return (
    <Box
      component="details"
      open={shown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      sx={{ mt: 2, '& > summary': { cursor: 'pointer', fontWeight: 600 } }}
    >
      <summary>{text('edge.more')}</summary>
      {moreGroups.map(({ title, fields: names }) => (
        <Box key={title} component="section" sx={{ mt: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          <Typography variant="h3" component="h3">
            {text(title)}
          </Typography>
          {title === 'edge.group.routing' && (
            <Routing
              routing={fields.routing}
              onRouting={(routing) => onFields({ ...fields, routing })}
              hurdle={hurdle}
            />
          )}
          {names
            .filter((field) => isOffered(field, fields, read))
            .map((field) =>
              kindOf(field) === 'flag' ? (
                <EdgeBox
                  key={field}
                  field={field}
                  ticked={isTicked(fields, field)}
                  onTick={(ticked) => onFields(withValue(fields, field, ticked))}
                />
              ) : levelFields.has(field) ? (
                <EdgeLevel
                  key={field}
                  field={field}
                  value={textOf(fields, field)}
                  onChange={(value) => onFields(withValue(fields, field, value))}
                />
              ) : (
                <EdgeInput
                  key={field}
                  field={field}
                  value={textOf(fields, field)}
                  onChange={(value) => onFields(withValue(fields, field, value))}
                  problem={problems.get(field) ?? null}
                  told={told}
                />
              ),
            )}
        </Box>
      ))}
    </Box>
  );
}
