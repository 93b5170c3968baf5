import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface FactTableProps {
  readonly label: string;
  readonly headers: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

const CELL = { textAlign: 'left', py: 0.4, pr: 1.5, fontWeight: 400, verticalAlign: 'top' } as const;

/** A small table to be read, not worked with: the first cell of a row names it. */
export function FactTable({ label, headers, rows }: FactTableProps): ReactNode {
  return (
    <Box component="table" aria-label={label} sx={{ borderCollapse: 'collapse', width: '100%' }}>
      <thead>
        <tr>
          {headers.map((header) => (
            <Box
              key={header}
              component="th"
              scope="col"
              sx={{ ...CELL, color: 'text.secondary', whiteSpace: 'nowrap' }}
            >
              {header}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [name, ...cells] }) => (
          <Box key={id} component="tr" sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Box component="th" scope="row" sx={{ ...CELL, overflowWrap: 'break-word' }}>
              {name}
            </Box>
            {cells.map((cell, column) => (
              <Box key={headers[column + 1]} component="td" sx={{ ...CELL, wordBreak: 'keep-all' }}>
                {cell}
              </Box>
            ))}
          </Box>
        ))}
      </tbody>
    </Box>
  );
}
