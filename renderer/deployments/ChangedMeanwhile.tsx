import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useErrorText, useText } from '../i18n/language.ts';
import { partText, partWords } from './draft-words.ts';
import type { Clash } from './use-save-deployment.ts';

interface ChangedMeanwhileProps {
  readonly error: EdgewiseError;
  readonly clash: Clash;
  /** What stands in the form. */
  readonly ours: DeploymentDraft;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** What was changed here and elsewhere at once: both values of each part, and the choice between them. */
export function ChangedMeanwhile({ error, clash, ours, onKeep, onTake }: ChangedMeanwhileProps): ReactNode {
  const text = useText();
  const { cause } = useErrorText(error);
  return (
    <Alert severity="warning" variant="outlined" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {cause} {text('setup.changed.rest')}
      </Box>
      <Box
        component="table"
        sx={{
          mt: 1,
          width: '100%',
          tableLayout: 'fixed',
          borderSpacing: 0,
          textAlign: 'left',
          '& th, & td': { py: 0.375, pr: 2, verticalAlign: 'top', fontWeight: 400, overflowWrap: 'anywhere' },
          '& thead th, & tbody th': { color: 'text.secondary' },
        }}
      >
        <thead>
          <tr>
            <th scope="col">{text('setup.changed.field')}</th>
            <th scope="col">{text('setup.changed.ours')}</th>
            <th scope="col">{text('setup.changed.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {clash.parts.map((part) => (
            <tr key={part}>
              <th scope="row">{text(partWords[part])}</th>
              <td>{partText(text, ours, part)}</td>
              <td>{partText(text, clash.theirs, part)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75, ml: -0.75 }}>
        <Button color="inherit" onClick={onKeep}>
          {text('setup.changed.keep')}
        </Button>
        <Button color="inherit" onClick={onTake}>
          {text('setup.changed.take')}
        </Button>
      </Box>
    </Alert>
  );
}
