import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** The way to where it is changed: the name leads there, and `words` say so. */
  readonly way?: { readonly words: string; readonly onGo: () => void };
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** The track of the values, where they are short and stand to the right of long names. */
  readonly valueWidth?: string;
}

/** As tall as a target of a finger must be (WCAG 2.5.8). */
const WAY = { font: 'inherit', textAlign: 'left', minHeight: 24, pb: '5px', display: 'block' } as const;

/** Names and values in two columns. */
export function Facts({ facts, valueWidth }: FactsProps): ReactNode {
  const tracks = valueWidth === undefined ? 'max-content minmax(0, 1fr)' : `minmax(0, 1fr) ${valueWidth}`;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: tracks, columnGap: 2, rowGap: 0.5 }}>
      {facts.map(({ name, value, way }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {way === undefined ? (
              name
            ) : (
              <Link component="button" type="button" title={way.words} onClick={way.onGo} sx={WAY}>
                {name}
              </Link>
            )}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
