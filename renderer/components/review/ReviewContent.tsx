import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMemo, useState, type ReactNode } from 'react';
import { useDeployments } from '../../api/queries.ts';
import { goToJournal, usePlace } from '../../app/place.ts';
import { useText, useTime } from '../../i18n/language.ts';
import { Problem } from '../Problem.tsx';
import { PowerShellCode } from '../PowerShellCode.tsx';
import { disputeOf, leftToGoOn } from './dispute.ts';
import { findSteps } from './find-steps.ts';
import { isDone, titleOf } from './how-far.ts';
import { leftOver } from './left-over.ts';
import { LeftOutNote } from './LeftOutNote.tsx';
import { ManyHead, type View } from './ManyHead.tsx';
import { LIST_TOP, ManySteps } from './ManySteps.tsx';
import { PlanFoot } from './PlanFoot.tsx';
import { PlanOutcome } from './PlanOutcome.tsx';
import { PlanSteps } from './PlanSteps.tsx';
import { PowerShellText } from './PowerShellText.tsx';
import { ReviewActions } from './ReviewActions.tsx';
import type { ReviewDialogProps, ShownState } from './ReviewDialog.tsx';
import type { Review } from './use-review.ts';

interface ReviewContentProps extends Omit<ReviewDialogProps, 'onClosed'> {
  readonly state: ShownState;
  readonly titleId: string;
}

/** From so many steps on they are counted and searched, and only those in sight are drawn. */
const MANY = 100;

/** The steps scroll; what a plan means, how far it is and why it stopped stand below them, always in sight. */
export function ReviewContent(props: ReviewContentProps): ReactNode {
  const { state, deploymentName, review, onTheirs, onDecided, titleId, note } = props;
  const text = useText();
  const { plan, phase, drafts } = state;
  const { steps } = plan;
  const inJournal = usePlace().journal;
  const expires = useTime(plan.expiresAt);
  const marks = useDeployments().data?.find(({ id }) => id === plan.deployment);
  const [typed, setTyped] = useState('');
  const [accepted, setAccepted] = useState(false);
  const [search, setSearch] = useState('');
  const [view, setView] = useState<View>('words');
  const [asked, setAsked] = useState<{ readonly index: number } | null>(null);
  // State, not a ref: what scrolls is there only after the list in it was first drawn, which is then drawn again.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const many = steps.length >= MANY;
  const found = useMemo(() => findSteps(steps, search), [steps, search]);
  const powershell = useMemo(() => steps.map((step) => step.powershell), [steps]);
  // Main asks for both again, whatever is drawn here.
  const nameWanted = marks?.production === true ? marks.name : null;
  const guarded = plan.guarded.length > 0;
  const result = phase === 'applied' ? state.result : null;
  const left = useMemo(() => (result === null ? [] : leftOver(drafts, steps, result.steps)), [drafts, steps, result]);
  const dispute = result === null ? null : disputeOf(left, result.steps);
  const stopped = useMemo(() => {
    const index = result?.steps.findIndex((step) => step.state === 'failed') ?? -1;
    return index < 0 ? null : { index };
  }, [result]);

  function goTo(index: number): void {
    setView('words');
    setSearch('');
    setAsked({ index });
  }

  function apply(): void {
    setView('words');
    setSearch('');
    review.apply({
      ...(nameWanted !== null && { confirmName: typed }),
      ...(guarded && accepted && { acceptPosture: true }),
    });
  }

  const shown = { plan, results: result?.steps ?? null, applying: phase === 'applying' };
  return (
    <>
      <DialogTitle id={titleId} variant="h1">
        {text(titleOf(state), { deployment: deploymentName })}
      </DialogTitle>
      {many && (
        <ManyHead
          view={view}
          onView={setView}
          search={search}
          onSearch={setSearch}
          found={found.length}
          count={steps.length}
          powershell={powershell}
        />
      )}
      <DialogContent ref={setScroller} tabIndex={0} role="group" aria-label={text('review.changes')} sx={SCROLLS}>
        {many && view === 'words' && <ManySteps {...shown} found={found} scroller={scroller} goTo={asked ?? stopped} />}
        {many && view === 'powershell' && <PowerShellCode lines={powershell} />}
        {!many && <PlanSteps {...shown} />}
        {!many && <PowerShellText lines={powershell} />}
      </DialogContent>
      <PlanFoot
        state={state}
        nameWanted={nameWanted}
        typed={typed}
        onTyped={setTyped}
        accepted={accepted}
        onAccept={setAccepted}
      >
        {(phase === 'reviewing' || phase === 'applying') && (
          <>
            {note}
            {plan.leftOut !== undefined && <LeftOutNote leftOut={plan.leftOut} />}
          </>
        )}
        {phase === 'not-applied' && <Problem error={state.error} />}
        {result !== null && (
          <PlanOutcome
            plan={plan}
            result={result}
            dispute={dispute}
            review={review}
            onTheirs={onTheirs}
            onDecided={onDecided}
            onGo={many ? goTo : null}
          />
        )}
      </PlanFoot>
      <DialogActions sx={{ px: 3, pb: 2, pt: 0 }}>
        <Typography variant="caption" sx={{ flex: 1, color: 'text.secondary' }}>
          {phase === 'reviewing' && text('review.expires', { time: expires })}
          {result !== null && isDone(result) && text('review.applied')}
        </Typography>
        <ReviewActions
          review={review}
          state={state}
          left={dispute === null && result !== null ? leftToGoOn(left, result.steps) : []}
          confirmed={(nameWanted === null || typed === nameWanted) && (!guarded || accepted)}
          onJournal={inJournal ? null : () => showInJournal(review, plan.id)}
          onApply={apply}
        />
      </DialogActions>
    </>
  );
}

/** Closed first: the dialog's panel goes with it, and what it has read was read again by then. */
function showInJournal(review: Review, plan: string): void {
  review.close();
  goToJournal({ plan });
}

const SCROLLS = {
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  minHeight: 96,
  // The steps give way to what stands below them, down to this height; a share of each would leave nothing of that.
  flexShrink: 1_000_000,
  '&&': { pt: `${LIST_TOP}px` },
  // A list of thousands is not squeezed to what there is room for.
  '& > *': { flex: 'none' },
} as const;
