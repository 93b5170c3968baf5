import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { stateAt } from './step-state.ts';
import { StepItem } from './StepItem.tsx';

interface ManyStepsProps {
  readonly steps: readonly PlanStep[];
  readonly results: readonly StepResult[] | null;
  /** While they are sent, how many are done; null before and after. */
  readonly done: number | null;
  /** The places of those that are shown. */
  readonly found: readonly number[];
  readonly label: string;
  /** Whether the step a plan is at, or has stopped at, is brought into sight. */
  readonly follows: boolean;
}

/** A line of text and what it keeps from the next one, in pixels; a longer one is measured. */
const LINE = 28;

/** Thousands of steps in a place of their own: only those in sight are in the document, each with its number. */
export function ManySteps({ steps, results, done, found, label, follows }: ManyStepsProps): ReactNode {
  const listRef = useRef<HTMLOListElement>(null);
  // The rule warns of memoising what it returns; nothing here is memoised, and React Compiler is not used.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: found.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => LINE,
    getItemKey: (at) => found[at] ?? at,
    overscan: 6,
  });
  const failed = results?.findIndex(({ state }) => state === 'failed') ?? -1;
  const at = failed >= 0 ? failed : done;
  useEffect(() => {
    if (follows && at !== null && at < steps.length) virtualizer.scrollToIndex(at);
  }, [follows, at, steps, virtualizer]);
  return (
    <Box ref={listRef} tabIndex={0} role="group" aria-label={label} sx={PLACE}>
      <Box component="ol" aria-label={label} sx={LIST} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const index = found[item.index] ?? -1;
          const step = steps[index];
          if (step === undefined) return null;
          const result = results?.[index];
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={found.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {`${index + 1}. `}
              <StepItem step={step} state={stateAt(index, done, result)} result={result} />
            </li>
          );
        })}
      </Box>
    </Box>
  );
}

const PLACE = { height: '38vh', overflowY: 'auto' } as const;

const LIST = {
  m: 0,
  p: 0,
  position: 'relative',
  listStyle: 'none',
  '& > li': { position: 'absolute', top: 0, left: 0, right: 0, pb: 0.75, overflowWrap: 'anywhere' },
} as const;
