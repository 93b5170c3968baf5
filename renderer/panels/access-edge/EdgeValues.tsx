import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import { kindOf, type AccessEdgeField } from '../../../shared/rules/access-edge.ts';
import { accessEdgeWords, routingWords } from '../../components/access-edge-words.ts';
import { fieldValue } from '../../components/field-words.ts';
import { isVerificationLevel, verificationWords } from '../../components/verification-words.ts';
import { Facts } from '../../components/Facts.tsx';
import { useLanguage, useText } from '../../i18n/language.ts';
import { initialFields, isOffered, valueIn } from './edge-fields.ts';
import { boxes, moreGroups } from './layout.ts';

/** Every value for who may only read: nothing that looks as if it could be changed. */
export function EdgeValues({ edge }: { readonly edge: AccessEdge }): ReactNode {
  const text = useText();
  const fields = initialFields(edge);
  const factsOf = (names: readonly AccessEdgeField[]): readonly { name: string; value: ReactNode }[] =>
    names
      .filter((field) => isOffered(field, fields, { edge, settable: null }) || field === 'enablePartnerDiscovery')
      .map((field) => ({ name: text(accessEdgeWords[field]), value: <Value edge={edge} field={field} /> }));
  return (
    <>
      <Facts facts={factsOf([boxes.federation, ...boxes.underFederation, ...boxes.others])} valueWidth={VALUE_WIDTH} />
      {moreGroups.map(({ title, fields: names }) => (
        <Box key={title} component="section" sx={{ mt: 2 }}>
          <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>
            {text(title)}
          </Typography>
          <Facts
            facts={[
              ...(title === 'edge.group.routing'
                ? [{ name: text('edge.routing'), value: text(routingWords[edge.routing]) }]
                : []),
              ...factsOf(names),
            ]}
            valueWidth={VALUE_WIDTH}
          />
        </Box>
      ))}
    </>
  );
}

const VALUE_WIDTH = 'minmax(160px, 1fr)';

function Value({ edge, field }: { readonly edge: AccessEdge; readonly field: AccessEdgeField }): ReactNode {
  const text = useText();
  const language = useLanguage();
  const value = valueIn(edge, field);
  if (kindOf(field) === 'flag') {
    const Icon = value === true ? CheckIcon : CloseIcon;
    return (
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
        <Icon aria-hidden sx={{ fontSize: 15, color: value === true ? 'success.main' : 'text.secondary' }} />
        {fieldValue(text, field, value === true, 'access-edge')}
      </Box>
    );
  }
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value !== 'string' || value === '') return text('edge.none');
  return isVerificationLevel(value) ? text(verificationWords[value]) : value;
}
