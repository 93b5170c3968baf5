import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
  /** The track of the values, where they are short and stand to the right of long names. */
  readonly valueWidth?: string;
}

/** Names and values in two columns. */
export function Facts({ facts, valueWidth }: FactsProps): ReactNode {
  const tracks = valueWidth === undefined ? 'max-content minmax(0, 1fr)' : `minmax(0, 1fr) ${valueWidth}`;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: tracks, columnGap: 2, rowGap: 0.5 }}>
      {facts.map(({ name, value }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
