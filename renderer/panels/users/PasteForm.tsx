import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useMemo, type ReactNode } from 'react';
import { PASTED_USERS_LIMIT } from '../../../shared/contract/limits.ts';
import { FormFoot } from '../../components/FormFoot.tsx';
import { ListField } from '../../components/ListField.tsx';
import { Problem } from '../../components/Problem.tsx';
import { SteadyButton } from '../../components/SteadyButton.tsx';
import { useKept } from '../../components/use-kept.ts';
import { useText } from '../../i18n/language.ts';
import { namesOf, pastedList, readPastedUsers, type PastedProblem } from './pasted-users.ts';
import { useLookUp } from './use-look-up.ts';
import { isText, type Assignment } from './user-subject.ts';

interface PasteFormProps {
  /** Under which what is pasted is kept while the form is open. */
  readonly name: string;
  readonly deployment: string;
  readonly policies: readonly string[];
  readonly unavailable: string | null;
  readonly onAssign: (assignments: readonly Assignment[]) => void;
  readonly onCancel: () => void;
}

/** A list of users as it was pasted: each is looked up on the server, and each line that is left out says why. */
export function PasteForm(props: PasteFormProps): ReactNode {
  const { name, deployment, policies, unavailable, onAssign, onCancel } = props;
  const text = useText();
  const { value: pasted, keep } = useKept(name, '', isText);
  const lines = useMemo(() => readPastedUsers(pasted), [pasted]);
  const lookUp = useLookUp(deployment);
  const result = useMemo(
    () => (lookUp.names === null ? null : pastedList(lines, lookUp.names, policies)),
    [lookUp.names, lines, policies],
  );
  const names = useMemo(() => namesOf(lines), [lines]);
  const tooMany = lines.length > PASTED_USERS_LIMIT;
  const why = unavailable ?? (tooMany ? text('user.paste.limit', { limit: PASTED_USERS_LIMIT }) : null);
  const good = result?.assignments.length ?? 0;
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (why !== null || lookUp.running) return;
        if (result !== null && good > 0) onAssign(result.assignments);
        else if (result === null && names.length > 0) lookUp.start(names);
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, pt: 0.75 }}
    >
      <ListField
        label={text('user.paste.list')}
        help={text('user.paste.help')}
        initial={pasted}
        onTyped={(typed) => {
          keep(typed);
          lookUp.forget();
        }}
      />
      <Box role="status" sx={{ minHeight: 26 }}>
        {lookUp.running ? (
          <>
            <LinearProgress variant="determinate" value={(lookUp.read / Math.max(1, names.length)) * 100} aria-hidden />
            {text('user.paste.looking', { read: lookUp.read, count: names.length })}
          </>
        ) : result === null ? (
          text('user.paste.lines', { count: lines.length })
        ) : (
          text('user.paste.found', { good, left: result.leftOut.length })
        )}
      </Box>
      {result !== null && result.leftOut.length > 0 && (
        <Box component="ul" tabIndex={0} aria-label={text('domains.many.left-out')} sx={LEFT_OUT}>
          {result.leftOut.slice(0, SHOWN).map((line) => (
            <li key={line.number}>
              {text('domains.many.line', { number: line.number, domain: line.name })}{' '}
              {text(PROBLEMS[line.problem], { policy: line.policy ?? '' })}
            </li>
          ))}
          {result.leftOut.length > SHOWN && (
            <li>{text('domains.many.more', { count: result.leftOut.length - SHOWN })}</li>
          )}
        </Box>
      )}
      {why !== null && <Typography variant="caption">{why}</Typography>}
      {lookUp.error !== null && <Problem error={lookUp.error} />}
      <FormFoot>
        <SteadyButton
          type="submit"
          variant="contained"
          disabled={why !== null || names.length === 0}
          off={lookUp.running || (result !== null && good === 0)}
        >
          {result === null ? text('user.paste.look-up') : text('user.paste.go-on', { count: good })}
        </SteadyButton>
        <Button color="inherit" onClick={lookUp.running ? lookUp.cancel : onCancel}>
          {text('shell.cancel')}
        </Button>
      </FormFoot>
    </Box>
  );
}

/** So many lines are said one by one. */
const SHOWN = 100;

const LEFT_OUT = { m: 0, pl: 2.25, maxHeight: 180, overflowY: 'auto', fontSize: 12, overflowWrap: 'anywhere' } as const;

const PROBLEMS = {
  unknown: 'user.paste.problem.unknown',
  ambiguous: 'user.paste.problem.ambiguous',
  policy: 'user.paste.problem.policy',
  twice: 'user.paste.problem.twice',
  malformed: 'user.paste.problem.malformed',
} as const satisfies Readonly<Record<PastedProblem, string>>;
