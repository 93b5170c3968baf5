import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useMemo, type ReactNode } from 'react';
import { PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { FormFoot } from '../../components/FormFoot.tsx';
import { InSight } from '../../components/InSight.tsx';
import { ListField } from '../../components/ListField.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ReviewButtons } from '../../components/ReviewButtons.tsx';
import { useKept } from '../../components/use-kept.ts';
import { useText } from '../../i18n/language.ts';
import { statusWords, type DomainRow, type DomainStatus } from './domain-row.ts';
import { isPastedDomains, type PastedDomains } from './kept-subject.ts';
import { addDrafts, readPastedList, type LineProblem, type ListProblem } from './pasted-list.ts';

interface AddManyProps {
  /** Under which what is typed is kept while the form is open. */
  readonly name: string;
  /** What is listed already. */
  readonly rows: readonly DomainRow[];
  /** Why a list cannot be added to, or null. */
  readonly unavailable: (status: DomainStatus) => string | null;
  readonly building: boolean;
  readonly refusal: EdgewiseError | null;
  /** Called when something is typed after a refusal: that was about what stood there before. */
  readonly onEdit: () => void;
  readonly onReview: (drafts: readonly Draft[]) => void;
  readonly onCancel: () => void;
}

/** The form of many new domains: a list as it was pasted, each line checked while it is typed, one plan of what is good. */
export function AddMany(props: AddManyProps): ReactNode {
  const { name, rows, unavailable, building, refusal, onEdit, onReview, onCancel } = props;
  const text = useText();
  const { value, keep } = useKept<PastedDomains>(name, { status: 'allowed', pasted: '' }, isPastedDomains);
  const { status, pasted } = value;

  function change(changed: Partial<PastedDomains>): void {
    keep({ ...value, ...changed });
    if (refusal !== null) onEdit();
  }

  const lines = useMemo(() => readPastedList(pasted, status, rows), [pasted, status, rows]);
  const drafts = useMemo(() => addDrafts(lines, status), [lines, status]);
  const left = lines.filter(({ problem }) => problem !== null);
  const why =
    unavailable(status) ??
    (drafts.length > PLAN_DRAFT_LIMIT ? text('domains.many.limit', { limit: PLAN_DRAFT_LIMIT }) : null);

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (why === null && drafts.length > 0 && !building) onReview(drafts);
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, pt: 0.75 }}
    >
      <RadioGroup
        row
        aria-label={text('domains.column.status')}
        value={status}
        onChange={(event) => change({ status: event.target.value === 'blocked' ? 'blocked' : 'allowed' })}
      >
        {(['allowed', 'blocked'] as const).map((each) => (
          <FormControlLabel key={each} value={each} control={<Radio size="small" />} label={text(statusWords[each])} />
        ))}
      </RadioGroup>
      <ListField
        label={text('domains.many.list')}
        help={text(status === 'allowed' ? 'domains.many.help-allowed' : 'domains.many.help-blocked')}
        initial={pasted}
        onTyped={(typed) => change({ pasted: typed })}
      />
      <Typography role="status" variant="body2">
        {text('domains.many.counted', { good: drafts.length, left: left.length })}
      </Typography>
      {left.length > 0 && (
        <Box
          component="ul"
          tabIndex={0}
          aria-label={text('domains.many.left-out')}
          sx={{ m: 0, pl: 2.25, maxHeight: 180, overflowY: 'auto', fontSize: 12, overflowWrap: 'anywhere' }}
        >
          {left.slice(0, SHOWN).map(({ number, domain, problem }) => (
            <li key={number}>
              {text('domains.many.line', { number, domain })} {problem !== null && text(problemWords(problem))}
            </li>
          ))}
          {left.length > SHOWN && <li>{text('domains.many.more', { count: left.length - SHOWN })}</li>}
        </Box>
      )}
      {why !== null && <Typography variant="caption">{why}</Typography>}
      {refusal !== null && (
        <InSight>
          <Problem error={refusal} />
        </InSight>
      )}
      <FormFoot>
        <ReviewButtons ready={why === null && drafts.length > 0} building={building} onCancel={onCancel} />
      </FormFoot>
    </Box>
  );
}

/** So many lines are said one by one. */
const SHOWN = 100;

function problemWords(problem: LineProblem): MessageId {
  return isOfList(problem) ? LIST_PROBLEMS[problem] : `rules.domain-name.${problem}`;
}

function isOfList(problem: LineProblem): problem is ListProblem {
  return problem in LIST_PROBLEMS;
}

const LIST_PROBLEMS: Readonly<Record<ListProblem, MessageId>> = {
  proxy: 'domains.many.problem.proxy',
  twice: 'domains.many.problem.twice',
  'other-list': 'domains.many.problem.other-list',
  'already-allowed': 'domains.many.problem.already-allowed',
  'already-blocked': 'domains.many.problem.already-blocked',
};
