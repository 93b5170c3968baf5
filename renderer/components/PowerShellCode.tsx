import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { CODE_FONTS } from '../app/theme.ts';
import { useText } from '../i18n/language.ts';

interface PowerShellCodeProps {
  readonly lines: readonly string[];
}

/** So many lines are laid out at a time, where there are more. */
const BLOCK = 50;

/** Exact PowerShell. All of it is there, to be marked and searched by the browser; of many lines what is out of sight is not laid out. */
export function PowerShellCode({ lines }: PowerShellCodeProps): ReactNode {
  const text = useText();
  const many = lines.length > BLOCK;
  return (
    <Box component="pre" tabIndex={0} aria-label={text('review.powershell')} sx={PRE}>
      {many ? blocksOf(lines).map((block, at) => <div key={at}>{unparted(block)}</div>) : unparted(lines.join('\n'))}
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
  '& > div': { contentVisibility: 'auto', containIntrinsicSize: `auto ${BLOCK * 20}px` },
} as const;
