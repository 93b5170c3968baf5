import HistoryIcon from '@mui/icons-material/History';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import { ACCESS_SWITCHES, NEEDS_SWITCH, type AccessSwitch } from '../../../shared/rules/external-access-policy.ts';
import { goToJournal } from '../../app/place.ts';
import {
  draftOf,
  initialFields,
  isNounFields,
  type NounFields,
  type NounTableRow,
} from '../../components/noun-panel/noun-subject.ts';
import { NounForm, type NounFormGiven } from '../../components/noun-panel/NounForm.tsx';
import { policyTitle, switchWords } from '../../components/policy-words.ts';
import { OpenOther } from '../../components/noun-panel/OpenOther.tsx';
import { useKept } from '../../components/use-kept.ts';
import { useText } from '../../i18n/language.ts';
import { PolicyIdentity } from './PolicyIdentity.tsx';
import { PolicySwitch } from './PolicySwitch.tsx';
import { hasIdentity, nameProblem, ticked } from './policy-form.ts';
import { policyName } from './policy-subject.ts';

interface PolicyFormProps extends NounFormGiven {
  readonly deployment: string;
  readonly rows: readonly NounTableRow[];
  readonly edge: AccessEdge | null;
  /** The fields this server's cmdlet takes; null = it does not say. */
  readonly takes: readonly string[] | null;
}

/** The form of one policy: new (of a site or for users), or one that is there, whose name is fixed. */
export function PolicyForm(props: PolicyFormProps): ReactNode {
  const { name, subject, deployment, rows, edge, takes, onEdit, onReview, onOpen, ...state } = props;
  const text = useText();
  const { value: fields, keep: setFields } = useKept(name, initialFields(subject), isNounFields);
  const [told, setTold] = useState(false);
  const isNew = subject.kind === 'new';
  const problem = isNew ? nameProblem(fields.identity, rows) : null;
  const namesake = rows.find(hasIdentity(fields.identity))?.identity ?? null;
  const draft = draftOf(subject, fields);
  const fixed = state.unavailable !== null;
  // A role that may change nothing sees every switch; a server that has not one of them has no box for it.
  const lacks = (each: AccessSwitch): boolean => !fixed && takes !== null && !takes.includes(each);

  function change(next: NounFields): void {
    setFields(next);
    if (state.refusal !== null) onEdit();
  }

  return (
    <NounForm
      {...state}
      identity={null}
      changed={draft !== null}
      onTell={() => setTold(true)}
      onReview={() => draft !== null && problem === null && onReview(draft)}
      notes={
        !isNew && (
          <Button
            color="inherit"
            startIcon={<HistoryIcon />}
            onClick={() => goToJournal({ search: policyName(fields.identity) })}
            sx={{ alignSelf: 'start' }}
          >
            {text('policies.history')}
          </Button>
        )
      }
    >
      <PolicyIdentity
        subject={subject}
        identity={fields.identity}
        deployment={deployment}
        rows={rows}
        problem={told ? problem : null}
        onChange={(identity) => change({ ...fields, identity })}
        onLeave={() => fields.identity !== '' && setTold(true)}
      />
      <OpenOther
        rows={rows}
        identity={told && problem === 'taken' ? namesake : null}
        name={policyTitle(text, namesake ?? '')}
        onOpen={onOpen}
      />
      <TextField
        label={text('policies.description')}
        value={fields.values['description'] ?? ''}
        onChange={(event) => change({ ...fields, values: { ...fields.values, description: event.target.value } })}
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
            onTick={(on) => change({ ...fields, values: ticked(fields.values, each, on) })}
          />
        ))}
      </Box>
      {ACCESS_SWITCHES.filter(lacks).map((each) => (
        <Typography key={each} variant="caption" sx={{ color: 'text.secondary' }}>
          {text('policies.switch-absent', { label: text(switchWords[each]) })}
        </Typography>
      ))}
      {!fixed && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {text('policies.form.note')}
        </Typography>
      )}
    </NounForm>
  );

  /** A switch that is on without the one it needs, as a shell can leave it. */
  function isNeeded(each: AccessSwitch): boolean {
    const needed = NEEDS_SWITCH[each];
    return needed !== undefined && fields.values[each] === true && fields.values[needed] !== true;
  }
}
