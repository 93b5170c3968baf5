import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, type ReactNode } from 'react';
import type { PlanStep } from '../../../shared/plan/plan.ts';
import { CODE_FONTS } from '../../app/theme.ts';
import { useText } from '../../i18n/language.ts';
import { CopyButton } from '../CopyButton.tsx';

interface PowerShellTextProps {
  readonly steps: readonly Pick<PlanStep, 'powershell'>[];
}

/** So many lines are laid out at a time; from more on they scroll in a place of their own. */
const BLOCK = 50;

/** The exact PowerShell of every step, a line each, and a button that copies all of it. */
export function PowerShellText({ steps }: PowerShellTextProps): ReactNode {
  const text = useText();
  const lines = useMemo(() => steps.map(({ powershell }) => powershell), [steps]);
  const whole = useMemo(() => lines.join('\n'), [lines]);
  const many = lines.length > BLOCK;
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="h3">{text('review.powershell')}</Typography>
        <CopyButton text={whole} />
      </Box>
      <Box component="pre" tabIndex={0} aria-label={text('review.powershell')} sx={many ? MANY : PRE}>
        {many ? blocksOf(lines).map((block, at) => <div key={at}>{unparted(block)}</div>) : unparted(whole)}
      </Box>
    </Box>
  );
}

/**
 * A line is broken before a parameter, never between its hyphen and its name. Plain elements: a plan of five thousand has
 * three times as many.
 */
function unparted(lines: string): readonly ReactNode[] {
  return lines.split(/(?<=\s)(-[A-Za-z])/).map((part, at) => (at % 2 === 0 ? part : <span key={at}>{part}</span>));
}

function blocksOf(lines: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, at) =>
    lines
      .slice(at * BLOCK, (at + 1) * BLOCK)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

const PRE = {
  m: 0,
  p: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.default',
  fontFamily: CODE_FONTS,
  fontSize: 12.5,
  lineHeight: 1.6,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  '& span': { whiteSpace: 'nowrap' },
} as const;

/** All of it is there, to be marked and searched by the browser; what is out of sight is not laid out. */
const MANY = {
  ...PRE,
  maxHeight: '30vh',
  overflowY: 'auto',
  '& > div': { contentVisibility: 'auto', containIntrinsicSize: `auto ${BLOCK * 20}px` },
} as const;
