import HistoryIcon from '@mui/icons-material/History';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { ACCESS_SWITCHES, NEEDS_SWITCH, type AccessSwitch } from '../../../shared/rules/external-access-policy.ts';
import { goToJournal } from '../../app/place.ts';
import { keepCompositionFromSubmitting } from '../../components/composition.ts';
import {
  draftOf,
  initialFields,
  isNounFields,
  type NounSubject,
  type NounTableRow,
} from '../../components/noun-panel/noun-subject.ts';
import { Problem } from '../../components/Problem.tsx';
import { switchWords } from '../../components/policy-words.ts';
import { useAfter } from '../../components/use-after.ts';
import { useKept } from '../../components/use-kept.ts';
import { useText } from '../../i18n/language.ts';
import { PolicyIdentity } from './PolicyIdentity.tsx';
import { PolicySwitch } from './PolicySwitch.tsx';
import { nameProblem, ticked } from './policy-form.ts';
import { policyName } from './policy-subject.ts';

interface PolicyFormProps {
  /** Under which what is typed is kept while the form is open. */
  readonly name: string;
  readonly subject: NounSubject;
  readonly deployment: string;
  readonly rows: readonly NounTableRow[];
  readonly edge: AccessEdge | null;
  /** The fields this server's cmdlet takes; null = it does not say. */
  readonly takes: readonly string[] | null;
  /** Why nothing can be changed, or null. The values are shown all the same. */
  readonly unavailable: string | null;
  readonly building: boolean;
  readonly refusal: EdgewiseError | null;
  /** What can be done about a conflict; null = nothing. */
  readonly choice: ReactNode;
  readonly onReview: (draft: Draft) => void;
  readonly onCancel: () => void;
}

/** The form of one policy: new (of a site or for users), or one that is there, whose name is fixed. */
export function PolicyForm(props: PolicyFormProps): ReactNode {
  const { name, subject, deployment, rows, edge, takes, unavailable, building, refusal, choice } = props;
  const text = useText();
  const { value: fields, keep: setFields } = useKept(name, initialFields(subject), isNounFields);
  const [told, setTold] = useState(false);
  const slow = useAfter(building, 1000);
  const isNew = subject.kind === 'new';
  const problem = isNew ? nameProblem(fields.identity, rows) : null;
  const draft = draftOf(subject, fields);
  const fixed = unavailable !== null;
  // A role that may change nothing sees every switch; a server that has not one of them has no box for it.
  const lacks = (each: AccessSwitch): boolean => !fixed && takes !== null && !takes.includes(each);

  function submit(): void {
    setTold(true);
    if (fixed || building || draft === null || problem !== null) return;
    props.onReview(draft);
  }

  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onKeyDown={keepCompositionFromSubmitting}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.75, pt: 0.75 }}
    >
      <PolicyIdentity
        subject={subject}
        identity={fields.identity}
        deployment={deployment}
        rows={rows}
        problem={told ? problem : null}
        onChange={(identity) => setFields({ ...fields, identity })}
        onLeave={() => fields.identity !== '' && setTold(true)}
      />
      <TextField
        label={text('policies.description')}
        value={fields.values['description'] ?? ''}
        onChange={(event) => setFields({ ...fields, values: { ...fields.values, description: event.target.value } })}
        multiline
        autoFocus={!isNew && !fixed}
        slotProps={{ htmlInput: { readOnly: fixed } }}
      />
      <Box>
        {ACCESS_SWITCHES.filter((each) => !lacks(each)).map((each) => (
          <PolicySwitch
            key={each}
            each={each}
            on={fields.values[each] === true}
            under={NEEDS_SWITCH[each] !== undefined}
            disabled={fixed || (each === 'enableXmppAccess' && fields.values['enableFederationAccess'] !== true)}
            needed={isNeeded(each)}
            edge={edge}
            onTick={(on) => setFields({ ...fields, values: ticked(fields.values, each, on) })}
          />
        ))}
      </Box>
      {ACCESS_SWITCHES.filter(lacks).map((each) => (
        <Typography key={each} variant="caption" sx={{ color: 'text.secondary' }}>
          {text('policies.switch-absent', { label: text(switchWords[each]) })}
        </Typography>
      ))}
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {unavailable ?? text('policies.form.note')}
      </Typography>
      {refusal !== null && <Problem error={refusal} {...(refusal.retry && { onRetry: submit })} />}
      {choice}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {!fixed && (
          <Button type="submit" variant="contained" disabled={building || draft === null}>
            {text(building ? 'domains.form.building' : 'domains.form.review')}
          </Button>
        )}
        <Button color="inherit" onClick={props.onCancel} disabled={building && !slow}>
          {text('shell.cancel')}
        </Button>
      </Box>
      {!isNew && (
        <Button
          color="inherit"
          startIcon={<HistoryIcon />}
          onClick={() => goToJournal({ search: policyName(fields.identity) })}
          sx={{ alignSelf: 'start' }}
        >
          {text('policies.history')}
        </Button>
      )}
    </Box>
  );

  /** A switch that is on without the one it needs, as a shell can leave it. */
  function isNeeded(each: AccessSwitch): boolean {
    const needed = NEEDS_SWITCH[each];
    return needed !== undefined && fields.values[each] === true && fields.values[needed] !== true;
  }
}
