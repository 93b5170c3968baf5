import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { postureOf } from '../../../shared/rules/posture.ts';
import { useAccessEdge, type AccessEdgeRead } from '../../api/access-edge-queries.ts';
import { keys } from '../../api/queries.ts';
import { NARROW } from '../../app/theme.ts';
import { keepCompositionFromSubmitting } from '../../components/composition.ts';
import { InSight } from '../../components/InSight.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ConflictChoice } from '../../components/review/ConflictChoice.tsx';
import { draftsOver } from '../../components/review/over-conflict.ts';
import { ReviewDialog } from '../../components/review/ReviewDialog.tsx';
import { useReview } from '../../components/review/use-review.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { TableStatus } from '../../components/TableStatus.tsx';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { draftOf, postureSource, problemsOf } from './edge-fields.ts';
import { EdgeForm } from './EdgeForm.tsx';
import { EdgeToolbar } from './EdgeToolbar.tsx';
import { EdgeValues } from './EdgeValues.tsx';
import { PosturePreview } from './PosturePreview.tsx';
import { routingHurdle } from './routing-hurdle.ts';
import { useEdits, type Edits } from './use-edits.ts';

/** The Access Edge Configuration panel: one object, every change through a review. */
export function AccessEdge({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const client = useQueryClient();
  const { deployment } = open;
  const query = useAccessEdge(deployment.id);
  const edits = useEdits(deployment.id, query.data);
  const whyNot = useWhyNot(open)('Set-CsAccessEdgeConfiguration');
  const [told, setTold] = useState(false);
  const review = useReview(deployment.id, readAgain);
  const reviewRef = useRef<HTMLButtonElement>(null);
  const titleId = useId();

  async function readAgain(_drafts: readonly Draft[], result: Result<PlanResult>): Promise<void> {
    await client.refetchQueries({ queryKey: keys.accessEdge(deployment.id) }, { cancelRefetch: false });
    if (!result.ok || !result.value.steps.every((step) => step.state === 'done')) return;
    // The review stays: it says that it was applied.
    edits?.discard();
    setTold(false);
  }

  async function takeTheirs(): Promise<void> {
    discard();
    await query.refetch();
  }

  function discard(): void {
    edits?.discard();
    setTold(false);
    review.cancel();
    review.close();
  }

  /** What is pressed is gone afterwards, and the focus with it. */
  function stopBuilding(): void {
    review.cancel();
    reviewRef.current?.focus();
  }

  function submit(): void {
    if (edits === null || whyNot !== null || review.state.phase === 'building') return;
    const { base, fields } = edits;
    const draft = draftOf(fields, base);
    setTold(true);
    if (draft === null || isWrong(edits)) return;
    review.begin([draft]);
  }

  const reading = query.isFetching;
  const refusal = review.state.phase === 'refused' ? review.state : null;
  const refused = refusal?.error ?? null;
  const met = refused?.conflict;
  const over = refusal === null || met === undefined ? null : draftsOver(refusal.drafts, [met]);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
      <EdgeToolbar
        writable={whyNot === null}
        changed={edits?.changed === true}
        building={review.state.phase === 'building'}
        reading={reading}
        reviewRef={reviewRef}
        onReview={submit}
        onDiscard={discard}
        onRefresh={() => void query.refetch()}
      />
      <Box
        component="form"
        noValidate
        autoComplete="off"
        aria-labelledby={titleId}
        onKeyDown={keepCompositionFromSubmitting}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 1.5, pb: 2, ...BELOW_PREVIEW }}
      >
        <Box sx={{ maxWidth: 860, display: 'flex', flexDirection: 'column', gap: 1.25 }}>
          <Typography id={titleId} variant="h2" component="h2" tabIndex={whyNot === null ? undefined : 0}>
            {text(whyNot === null ? 'edge.edit-title' : 'edge.show-title')}
          </Typography>
          {query.error !== null && !lost && <Problem error={query.error.error} onRetry={() => void query.refetch()} />}
          {whyNot !== null && (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
              <LockOutlinedIcon aria-hidden sx={{ fontSize: 16 }} />
              {whyNot}
            </Box>
          )}
          {edits === null ? (
            reading && <Waiting />
          ) : (
            <Content edits={edits} read={query.data} told={told} writable={whyNot === null} />
          )}
          {refused !== null && (
            <InSight>
              <Problem error={refused} {...(refused.retry && { onRetry: submit })} />
              {met !== undefined && (
                <ConflictChoice
                  conflicts={[met]}
                  onMine={
                    over === null
                      ? null
                      : () => {
                          edits?.onOver(met);
                          review.begin(over);
                        }
                  }
                  onTheirs={() => void takeTheirs()}
                />
              )}
            </InSight>
          )}
        </Box>
      </Box>
      <TableStatus
        count={null}
        shown={0}
        selected={0}
        readAt={query.data?.readAt ?? null}
        reading={reading}
        read={0}
        onCancel={() => void client.cancelQueries({ queryKey: keys.accessEdge(deployment.id) })}
        onStopBuilding={review.state.phase === 'building' ? stopBuilding : null}
      />
      <ReviewDialog
        deploymentName={deployment.name}
        review={review}
        onTheirs={() => void takeTheirs()}
        onDecided={(conflict, choice) => choice === 'mine' && edits?.onOver(conflict)}
        onClosed={() => reviewRef.current?.focus()}
      />
    </Box>
  );
}

/** What is focused is scrolled into sight below the preview that stays at the top, not behind it. */
const BELOW_PREVIEW = { scrollPaddingTop: 92, [NARROW]: { scrollPaddingTop: 152 } } as const;

interface ContentProps {
  readonly edits: Edits;
  /** As it was read last; undefined = not yet, in this window. */
  readonly read: AccessEdgeRead | undefined;
  readonly told: boolean;
  readonly writable: boolean;
}

function Content({ edits, read, told, writable }: ContentProps): ReactNode {
  const text = useText();
  const { base, fields, onFields, behind } = edits;
  const { edge, counts } = base;
  const wrong = told && isWrong(edits);
  return (
    <>
      <PosturePreview now={postureOf(edge, counts)} wouldBe={postureOf(postureSource(fields), counts)} />
      {behind && <Box role="status">{text('edge.changed-elsewhere')}</Box>}
      {writable ? (
        <EdgeForm
          fields={fields}
          read={base}
          onFields={onFields}
          problems={problemsOf(fields, base)}
          hurdle={routingHurdle(fields.routing, edge.routing, base)}
          told={told}
        />
      ) : (
        <EdgeValues edge={(read ?? base).edge} />
      )}
      <Box role="status" sx={{ color: 'error.main', minHeight: 19 }}>
        {wrong && text('edge.check-fields')}
      </Box>
    </>
  );
}

function isWrong({ base, fields }: Edits): boolean {
  return (
    problemsOf(fields, base).size > 0 || routingHurdle(fields.routing, base.edge.routing, base)?.kind === 'providers'
  );
}

/** What stands where the form will be. */
function Waiting(): ReactNode {
  return (
    <Box aria-hidden>
      <Skeleton animation={false} height={62} variant="rounded" sx={{ mb: 2 }} />
      {['60%', '45%', '52%', '40%', '55%'].map((width) => (
        <Skeleton key={width} animation={false} height={34} width={width} />
      ))}
    </Box>
  );
}
