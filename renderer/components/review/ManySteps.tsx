import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { usePlanProgress } from '../../api/queries.ts';
import { useText } from '../../i18n/language.ts';
import type { PlanStepsProps } from './PlanSteps.tsx';
import { StepRow } from './StepRow.tsx';

interface ManyStepsProps extends PlanStepsProps {
  /** The places of those that are shown. */
  readonly found: readonly number[];
  /** What they scroll in, alone, `LIST_TOP` below its edge. */
  readonly scroller: HTMLElement | null;
  /** The step that is brought into sight, and again whenever this is another object; null = none. */
  readonly goTo: { readonly index: number } | null;
}

/** Where they begin in what they scroll in, in pixels. */
export const LIST_TOP = 4;

/** A line of text and what it keeps from the next one, in pixels; a longer one is measured. */
const LINE = 28;

/** Thousands of steps: only those in sight are in the document, each with its number. */
export function ManySteps({ plan, results, applying, found, scroller, goTo }: ManyStepsProps): ReactNode {
  const text = useText();
  // The rule warns of memoising what it returns; nothing here is memoised, and React Compiler is not used.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller,
    estimateSize: () => LINE,
    getItemKey: (at) => found[at] ?? at,
    scrollMargin: LIST_TOP,
    overscan: 6,
  });
  useEffect(() => {
    const place = goTo === null ? -1 : found.indexOf(goTo.index);
    if (place >= 0) virtualizer.scrollToIndex(place, { align: 'center' });
  }, [goTo, found, virtualizer]);
  const items = virtualizer.getVirtualItems();
  return (
    <Box component="ol" aria-label={text('review.changes')} sx={LIST} style={{ height: virtualizer.getTotalSize() }}>
      {applying && found.length === plan.steps.length && (
        <Follow
          plan={plan.id}
          isSeen={(at) =>
            virtualizer.range !== null && at >= virtualizer.range.startIndex && at < virtualizer.range.endIndex
          }
          onGo={(at) => virtualizer.scrollToIndex(at, { align: 'start' })}
        />
      )}
      {items.map((item) => {
        const index = found[item.index] ?? -1;
        const step = plan.steps[index];
        if (step === undefined) return null;
        return (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={found.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - LIST_TOP}px)` }}
          >
            <StepRow plan={plan.id} step={step} index={index} result={results?.[index]} applying={applying} />
          </li>
        );
      })}
    </Box>
  );
}

interface FollowProps {
  readonly plan: string;
  readonly isSeen: (index: number) => boolean;
  readonly onGo: (index: number) => void;
}

/** Turns to the next page when the step a plan is at leaves this one. */
function Follow({ plan, isSeen, onGo }: FollowProps): ReactNode {
  const at = usePlanProgress(plan);
  const turn = useEffectEvent((index: number) => {
    if (!isSeen(index)) onGo(index);
  });
  useEffect(() => turn(at), [at]);
  return null;
}

const LIST = {
  m: 0,
  p: 0,
  position: 'relative',
  listStyle: 'none',
  '& > li': { position: 'absolute', top: 0, left: 0, right: 0, pb: 0.75, overflowWrap: 'anywhere' },
} as const;
