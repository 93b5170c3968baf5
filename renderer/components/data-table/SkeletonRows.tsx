import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import { ROW_HEIGHT } from './GridRoot.tsx';

interface SkeletonRowsProps {
  readonly columns: number;
}

const ROWS = 14;

/** What stands where the rows will be: the same height, the same columns, so that nothing moves when they come. */
export function SkeletonRows({ columns }: SkeletonRowsProps): ReactNode {
  return (
    <div aria-hidden>
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="ew-row" style={{ transform: `translateY(${row * ROW_HEIGHT}px)` }}>
          <div />
          {Array.from({ length: columns }, (__, column) => (
            <div key={column} className="ew-cell">
              <Skeleton animation={false} width={`${40 + ((row * 7 + column * 13) % 40)}%`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
