import WarningIcon from '@mui/icons-material/Warning';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { ReactNode } from 'react';
import type { GuardReason, PostureChange } from '../../../shared/plan/plan.ts';
import { useText, type Text } from '../../i18n/language.ts';
import { accessWords, guardWords, reachWords } from './guard-words.ts';

const TITLES = {
  posture: 'review.guard.title',
  access: 'review.guard.access.title',
  policy: 'review.guard.policy.title',
} as const;

interface PlanGuardProps {
  readonly reasons: readonly GuardReason[];
  readonly change: PostureChange;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** Stops a guarded plan: what it changes for whom, and a box. */
export function PlanGuard({ reasons, change, accepted, onAccept, disabled }: PlanGuardProps): ReactNode {
  const text = useText();
  const ofPosture = reasons.some(({ reason }) => reason === 'posture');
  return (
    <Alert severity="error" variant="outlined" icon={<WarningIcon fontSize="inherit" />} sx={{ borderWidth: 2 }}>
      {reasons.map((each) => (
        <Box key={each.reason} sx={{ '& + &': { mt: 1 } }}>
          <AlertTitle>{text(TITLES[each.reason])}</AlertTitle>
          {sentencesOf(text, each, change).map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Box>
      ))}
      <FormControlLabel
        sx={{ display: 'flex', mt: 0.5 }}
        disabled={disabled}
        control={
          <Checkbox
            size="small"
            color="error"
            checked={accepted}
            onChange={(event) => onAccept(event.target.checked)}
          />
        }
        label={text(ofPosture ? 'review.guard.accept' : 'review.guard.policy.accept')}
      />
    </Alert>
  );
}

function sentencesOf(text: Text, reason: GuardReason, change: PostureChange): readonly string[] {
  switch (reason.reason) {
    case 'policy':
      return reason.reaches.flatMap((reach) => reachWords(text, reach));
    case 'access':
      return accessWords(text, reason.reach);
    case 'posture': {
      const { id, values } = guardWords(change);
      return [text(id, values)];
    }
  }
}
