import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useMemo, useState, type ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { useDeployments } from '../../api/queries.ts';
import { goToJournal, usePlace } from '../../app/place.ts';
import { useText, useTime } from '../../i18n/language.ts';
import { Problem } from '../Problem.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import { disputeOf, type Dispute } from './dispute.ts';
import { leftOver } from './left-over.ts';
import { PlanGuard } from './PlanGuard.tsx';
import { PlanProgress } from './PlanProgress.tsx';
import { PlanSteps } from './PlanSteps.tsx';
import { PowerShellText } from './PowerShellText.tsx';
import { PostureChangeText } from './PostureChangeText.tsx';
import { ReviewActions } from './ReviewActions.tsx';
import { TypedName } from './TypedName.tsx';
import type { Review, ReviewState } from './use-review.ts';

interface ReviewDialogProps {
  /** The deployment's name: the person must not be in doubt where this goes. */
  readonly deploymentName: string;
  readonly review: Review;
  /** Called when a person gives way to what somebody else has done, and nothing of the plan is left. */
  readonly onTheirs: (conflict: Conflict) => void;
  /** Hears what was chosen before it is reviewed again: the form that asked goes on from there. */
  readonly onDecided?: (conflict: Conflict, choice: 'mine' | 'theirs') => void;
  /** Called when the dialog is gone: the place for the focus, when what had it is gone too. */
  readonly onClosed: () => void;
  /** What is to be known of the drafts before they are applied, beside what main says of their plan. */
  readonly note?: ReactNode;
}

type ShownState = Extract<ReviewState, { plan: unknown }>;

/** The review: what changes in words, the exact PowerShell, federation before and after; then how each step ended. */
export function ReviewDialog({ deploymentName, review, onClosed, ...props }: ReviewDialogProps): ReactNode {
  const { state } = review;
  const shown = 'plan' in state ? state : null;
  const busy = state.phase === 'applying';
  const titleId = useId();
  // Insisting closes the dialog and opens it on the next plan, often while it is still fading out. MUI's dialog can then
  // take the end of the fading for its own, and leaves the page hidden from screen readers: each plan has one of its own.
  const [latest, setLatest] = useState<string | null>(null);
  if (shown !== null && shown.plan.id !== latest) setLatest(shown.plan.id);
  return (
    <Dialog
      key={latest}
      open={shown !== null}
      onClose={busy ? undefined : review.close}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
      slotProps={{ transition: { onExited: onClosed } }}
    >
      {shown !== null && (
        <ReviewContent state={shown} {...props} deploymentName={deploymentName} review={review} titleId={titleId} />
      )}
    </Dialog>
  );
}

interface ReviewContentProps extends Omit<ReviewDialogProps, 'onClosed'> {
  readonly state: ShownState;
  readonly titleId: string;
}

function ReviewContent(props: ReviewContentProps): ReactNode {
  const { state, deploymentName, review, titleId, note } = props;
  const text = useText();
  const { plan, phase } = state;
  const inJournal = usePlace().journal;
  const expires = useTime(plan.expiresAt);
  const marks = useDeployments().data?.find(({ id }) => id === plan.deployment);
  const [typed, setTyped] = useState('');
  const [accepted, setAccepted] = useState(false);
  const asking = phase === 'reviewing' || phase === 'applying';
  // Main asks for both again, whatever is drawn here.
  const nameWanted = marks?.production === true ? marks.name : null;
  const guarded = plan.guarded.length > 0;
  const result = phase === 'applied' ? state.result : null;
  const { drafts } = state;
  const left = useMemo(
    () => (result === null ? [] : leftOver(drafts, plan.steps, result.steps)),
    [drafts, plan, result],
  );
  const dispute = phase === 'applied' ? disputeOf(left, state.result.steps) : null;
  return (
    <>
      <DialogTitle id={titleId} variant="h1">
        {text(titleOf(state), { deployment: deploymentName })}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {note}
        <PlanSteps
          plan={plan}
          results={phase === 'applied' ? state.result.steps : null}
          applying={phase === 'applying'}
        />
        {dispute !== null && (
          <ConflictChoice
            conflicts={[dispute.conflict]}
            named
            onMine={mineOf(dispute, props)}
            onTheirs={() => giveWay(dispute, props)}
          />
        )}
        {phase === 'not-applied' && <Problem error={state.error} />}
        <PowerShellText steps={plan.steps} />
        <PostureChangeText change={plan.posture} />
        {guarded && asking && (
          <PlanGuard
            reasons={plan.guarded}
            change={plan.posture}
            accepted={accepted}
            onAccept={setAccepted}
            disabled={phase === 'applying'}
          />
        )}
        {nameWanted !== null && asking && (
          <TypedName name={nameWanted} value={typed} onChange={setTyped} disabled={phase === 'applying'} />
        )}
        <PlanProgress state={state} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Typography variant="caption" sx={{ flex: 1, color: 'text.secondary' }}>
          {phase === 'reviewing' && text('review.expires', { time: expires })}
          {phase === 'applied' && isDone(state) && text('review.applied')}
        </Typography>
        <ReviewActions
          review={review}
          phase={phase}
          left={dispute === null ? left : []}
          confirmed={(nameWanted === null || typed === nameWanted) && (!guarded || accepted)}
          onJournal={inJournal ? null : () => showInJournal(review, plan.id)}
          onApply={() =>
            review.apply({
              ...(nameWanted !== null && { confirmName: typed }),
              ...(guarded && accepted && { acceptPosture: true }),
            })
          }
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

/** Insisting is reviewed again, over what is there now. */
function mineOf({ conflict, over }: Dispute, { review, onDecided }: ReviewContentProps): (() => void) | null {
  if (over === null) return null;
  return () => {
    onDecided?.(conflict, 'mine');
    review.begin(over);
  };
}

/** What else the plan was to do is not given up with the object in dispute. */
function giveWay({ conflict, rest }: Dispute, { review, onDecided, onTheirs }: ReviewContentProps): void {
  onDecided?.(conflict, 'theirs');
  if (rest.length > 0) review.begin(rest);
  else onTheirs(conflict);
}

function isDone(state: Extract<ReviewState, { phase: 'applied' }>): boolean {
  return state.result.steps.every((step) => step.state === 'done');
}

function titleOf(state: ShownState): MessageId {
  if (state.phase === 'applied') return isDone(state) ? 'review.title-done' : 'review.title-failed';
  return state.phase === 'not-applied' ? 'review.title-failed' : 'review.title';
}
