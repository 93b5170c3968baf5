import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import ErrorIcon from '@mui/icons-material/Error';
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import CircularProgress from '@mui/material/CircularProgress';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState, type ReactNode } from 'react';
import type { TestStep } from '../../shared/contract/deployments.ts';
import { TEST_STEPS, type TestStepName } from '../../shared/models/connection-test.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Problem } from '../components/Problem.tsx';
import { useLanguage, useText, type Text } from '../i18n/language.ts';
import { isAboutTrust } from './connect-problems.ts';
import { factsText } from '../../shared/diagnosis/step-facts.ts';
import { adviceTexts, reportText, subjectText } from '../../shared/diagnosis/report.ts';
import { STEP_WORDS } from '../../shared/diagnosis/step-words.ts';
import type { ConnectionTest } from './use-connection-test.ts';

interface ConnectionTestViewProps {
  readonly test: ConnectionTest;
  readonly onStart: () => void;
  /** Whether what would be tested can be tried at all. */
  readonly startable: boolean;
  /** Shows the certificate a step did not trust; left out where nothing can be done about it. */
  readonly onCertificate?: () => void;
  /** Whether the form has other values by now than those that were tested. */
  readonly outdated?: boolean;
}

type StepState = TestStep['state'] | 'waiting' | 'running';

const SIGNS = {
  waiting: { Icon: RadioButtonUncheckedIcon, color: 'text.secondary', words: 'check.state.waiting' },
  ok: { Icon: CheckCircleIcon, color: 'success.main', words: 'check.state.ok' },
  failed: { Icon: ErrorIcon, color: 'error.main', words: 'check.state.failed' },
  skipped: { Icon: RemoveCircleOutlineIcon, color: 'text.secondary', words: 'check.state.skipped' },
} as const;

/** Test connection: each step with its sign while the test runs, and with cause and next step where it failed. */
export function ConnectionTestView(props: ConnectionTestViewProps): ReactNode {
  const { test, onStart, startable, onCertificate, outdated = false } = props;
  const subject = test.tested?.subject ?? null;
  const text = useText();
  const language = useLanguage();
  const [explained, setExplained] = useState(false);
  const running = test.phase === 'running';
  const next = TEST_STEPS[test.steps.length];
  return (
    <Box component="section" aria-label={text('check.heading')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 36 }}>
        <Button
          variant="outlined"
          onClick={running ? test.cancel : onStart}
          disabled={!running && !startable}
          sx={{ whiteSpace: 'nowrap', flex: 'none' }}
        >
          {text(running ? 'setup.cancel' : test.phase === 'idle' ? 'check.start' : 'check.again')}
        </Button>
        <Box role="status" sx={{ fontSize: 12.5, color: 'text.secondary' }}>
          {summary(text, test, next)}
        </Box>
        <Box sx={{ flex: 1 }} />
        {test.endedAt !== null && subject !== null && test.steps.length > 0 && (
          <CopyButton
            text={reportText(language, { ...subject, at: test.endedAt }, test.steps)}
            label={text('check.copy')}
          />
        )}
      </Box>
      {outdated && subject !== null && (
        <Box role="status" sx={{ fontSize: 12.5, color: 'warning.main', overflowWrap: 'anywhere' }}>
          {text('check.outdated', { subject: subjectText(subject) })}
        </Box>
      )}
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={explained}
            onChange={(event) => setExplained(event.target.checked)}
            sx={{ py: 0.25 }}
          />
        }
        label={text('check.explain')}
      />
      <Box component="ol" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
        {TEST_STEPS.map((name, index) => (
          <Step
            key={name}
            name={name}
            ended={test.steps[index] ?? null}
            running={running && name === next}
            explained={explained}
            {...(onCertificate !== undefined && { onCertificate })}
          />
        ))}
      </Box>
      {test.error !== null && test.error.code !== 'workstation.cancelled' && <Problem error={test.error} />}
    </Box>
  );
}

interface StepProps {
  readonly name: TestStepName;
  readonly ended: TestStep | null;
  readonly running: boolean;
  /** Whether it is said what is tried, and what it means that it passed. */
  readonly explained: boolean;
  readonly onCertificate?: () => void;
}

function Step({ name, ended, running, explained, onCertificate }: StepProps): ReactNode {
  const text = useText();
  const language = useLanguage();
  const state: StepState = ended?.state ?? (running ? 'running' : 'waiting');
  const error = ended?.error ?? null;
  const facts = ended === null ? '' : factsText(language, ended);
  const [now] = useState(Date.now);
  const advice = ended === null ? [] : adviceTexts(language, ended, now);
  const stateWords = text(state === 'running' ? 'check.state.running' : SIGNS[state].words);
  const spelt = facts === '' && (state === 'failed' || state === 'skipped');
  return (
    <Box component="li" sx={{ py: 0.375 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        <Box sx={{ display: 'flex', width: 16, flex: 'none', alignSelf: 'flex-start', pt: '2px' }}>
          <Sign state={state} words={spelt ? null : stateWords} />
        </Box>
        <Box sx={{ width: 116, flex: 'none', fontWeight: state === 'running' ? 600 : 400 }}>
          {text(STEP_WORDS[name].title)}
        </Box>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', color: 'text.secondary', fontSize: 12.5 }}>
          {spelt ? stateWords : facts}
        </Box>
        <Box sx={{ flex: 'none', color: 'text.secondary', fontSize: 12, fontVariantNumeric: 'tabular-nums' }}>
          {ended !== null && ended.state !== 'skipped' && text('check.milliseconds', { count: ended.milliseconds })}
        </Box>
      </Box>
      {explained && (
        <Box sx={{ ml: 3, fontSize: 12.5, color: 'text.secondary' }}>
          {text(STEP_WORDS[name].tried)} {ended?.state === 'ok' && text(STEP_WORDS[name].means)}
        </Box>
      )}
      {advice.map((sentence) => (
        <Box key={sentence} sx={{ ml: 3, fontSize: 12.5, color: 'warning.main', overflowWrap: 'anywhere' }}>
          {sentence}
        </Box>
      ))}
      {error !== null && (
        <Box sx={{ mt: 0.5, ml: 3 }}>
          <Problem
            error={error}
            actions={
              onCertificate !== undefined &&
              isAboutTrust(error) && (
                <Button color="inherit" onClick={onCertificate}>
                  {text('certificate.show')}
                </Button>
              )
            }
          />
        </Box>
      )}
    </Box>
  );
}

interface SignProps {
  readonly state: StepState;
  /** null = the words stand beside it. */
  readonly words: string | null;
}

function Sign({ state, words }: SignProps): ReactNode {
  const name = words ?? undefined;
  if (state === 'running') return <CircularProgress size={14} aria-label={name} />;
  const { Icon, color } = SIGNS[state];
  return <Icon {...(name !== undefined && { titleAccess: name })} sx={{ fontSize: 16, color }} />;
}

function summary(text: Text, test: ConnectionTest, next: TestStepName | undefined): string {
  if (test.phase === 'idle') return text('check.before');
  if (test.phase === 'running') {
    return next === undefined ? '' : text('check.running', { step: text(STEP_WORDS[next].title) });
  }
  if (test.error !== null) return test.error.code === 'workstation.cancelled' ? text('check.cancelled') : '';
  const failed = test.steps.find(({ state }) => state === 'failed');
  return failed === undefined
    ? text('check.passed')
    : text('check.failed', { step: text(STEP_WORDS[failed.step].title) });
}
