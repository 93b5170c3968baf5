import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { checkManagementUrl, type ManagementUrlCheck } from '../../shared/rules/management-url.ts';
import {
  CHECKED_FIELDS,
  canConnect,
  checkFields,
  draftOf,
  fieldsOf,
  tooLong,
  withProxySplit,
  type CheckedField,
  type DeploymentFields,
  type FieldProblems,
} from './deployment-fields.ts';
import { mergeDrafts, withParts } from './merge-drafts.ts';
import { NO_NETWORK_SECRETS, usedSecrets, type TypedNetworkSecrets } from './network-secrets.ts';
import { NO_PASSWORD, type TypedPassword } from './PasswordFields.tsx';
import { isTestOf, useConnectionTest, type ConnectionTest } from './use-connection-test.ts';
import { useSaveDeployment, type SaveDeployment } from './use-save-deployment.ts';

/** Values the form begins with, and what it is a form of. */
export interface DeploymentFormOf {
  /** The one to edit; null = a new one. */
  readonly deployment: DeploymentSummary | null;
  /** Whether the one to edit was removed meanwhile: saved, it is added again. */
  readonly gone: boolean;
  readonly others: readonly DeploymentSummary[];
  readonly draft: DeploymentDraft;
  readonly onSaved: (deployment: string) => void;
  readonly onClose: () => void;
}

/** What only the drawn form can do. */
interface DrawnForm {
  /** Goes to the first field that is wrong. */
  readonly focusWrong: () => void;
  /** Goes to Save, when what stood in its way is decided. */
  readonly focusSave: () => void;
}

/** A deployment's form: what stands in it, what of it is kept, and what can be done with it. */
export interface DeploymentFormState {
  readonly fields: DeploymentFields;
  readonly change: (changed: Partial<DeploymentFields>) => void;
  readonly password: TypedPassword;
  readonly setPassword: (password: TypedPassword) => void;
  readonly secrets: TypedNetworkSecrets;
  readonly setSecrets: (secrets: TypedNetworkSecrets) => void;
  /** The secrets that the chosen network needs. */
  readonly used: TypedNetworkSecrets;
  readonly url: ManagementUrlCheck;
  /** Of the fields a person has left: nobody is told that a field is wrong before. */
  readonly problems: FieldProblems;
  readonly tell: (field: CheckedField) => void;
  readonly saving: SaveDeployment;
  /** As the list has it; null = it is not there yet. */
  readonly kept: DeploymentSummary | null;
  /** What is kept as far as this form knows. */
  readonly base: DeploymentDraft;
  /** What this form has saved last, or was filled with. */
  readonly savedAs: DeploymentDraft;
  /** Whether it was removed meanwhile, and not added again. */
  readonly removed: boolean;
  /** Whether something was typed that is not saved. */
  readonly dirty: boolean;
  readonly test: ConnectionTest;
  readonly canTest: boolean;
  /** Whether what was tested is another connection than that of the form by now. */
  readonly outdated: boolean;
  readonly startTest: () => void;
  readonly submit: () => void;
  /** Of what both changed, ours stays or theirs is taken; what only one side changed is in the form either way. */
  readonly decide: (take: boolean) => void;
  /** Ends it; what waits for the form goes on with what was saved last. */
  readonly leave: () => void;
}

/** Keeps a deployment's form from being filled to being left. */
export function useDeploymentForm(
  { deployment, gone, others, draft, onSaved, onClose }: DeploymentFormOf,
  { focusWrong, focusSave }: DrawnForm,
): DeploymentFormState {
  // What is read again while the form is open is not what it was filled with.
  const [initial] = useState(draft);
  const [start, setStart] = useState(() => fieldsOf(initial));
  const [fields, setFields] = useState(start);
  const [password, setPassword] = useState(NO_PASSWORD);
  const [secrets, setSecrets] = useState(NO_NETWORK_SECRETS);
  const [told, setTold] = useState<ReadonlySet<CheckedField>>(new Set());
  const test = useConnectionTest();
  const saving = useSaveDeployment(gone ? null : (deployment?.id ?? null), onSaved);
  const { savedDraft, notice, clash } = saving;
  const used = usedSecrets(fields.network, secrets);
  const taken = others.filter(({ id }) => id !== saving.saved).map(({ name }) => name);
  const problems = checkFields(fields, taken);
  const url = checkManagementUrl(fields.url);
  const typed = password.password + secrets.proxyPassword + secrets.passphrase;
  // What the last Save was pressed with, and of which outcome the form knows already.
  const [sent, setSent] = useState(start);
  const [settled, setSettled] = useState<DeploymentDraft | null>(null);
  const [noticed, setNoticed] = useState(notice);
  if (savedDraft !== settled && savedDraft !== null) {
    setSettled(savedDraft);
    settle(savedDraft);
  }
  if (notice !== noticed) {
    setNoticed(notice);
    if (notice !== null) forgetTyped();
  }

  // Literal keys of the fields' own record.
  function isChanged(name: keyof DeploymentFields): boolean {
    return JSON.stringify(fields[name]) !== JSON.stringify(start[name]);
  }

  /** What was saved is no longer a change; what others had saved is taken into the form, beside what was typed since. */
  function settle(saved: DeploymentDraft): void {
    const before = draftOf(sent);
    if (JSON.stringify(saved) === JSON.stringify(before)) {
      setStart(sent);
      return;
    }
    setStart(fieldsOf(saved));
    setFields(fieldsOf(mergeDrafts(before, draftOf(fields), saved, false).draft));
  }

  function forgetTyped(): void {
    setPassword({ ...password, password: '' });
    setSecrets(NO_NETWORK_SECRETS);
  }

  function decide(take: boolean): void {
    if (clash === null) return;
    const merged = mergeDrafts(clash.base, draftOf(fields), clash.theirs, typed !== '').draft;
    flushSync(() => {
      setFields(fieldsOf(take ? withParts(merged, clash.theirs, clash.parts) : merged));
      setStart(fieldsOf(clash.theirs));
      saving.decided();
    });
    focusSave();
  }

  function submit(): void {
    // Enter leaves no field, and a port that was pasted with its host is split when that is left.
    const split = withProxySplit(fields);
    flushSync(() => {
      setFields(split);
      setTold(new Set(CHECKED_FIELDS));
    });
    const wrong = checkFields(split, taken);
    const secretsTooLong = [password.password, secrets.proxyPassword, secrets.passphrase].some(
      (each) => tooLong(each, 'password') !== null,
    );
    if (secretsTooLong || CHECKED_FIELDS.some((field) => wrong[field] !== null)) {
      focusWrong();
      return;
    }
    if (saving.saving || clash !== null) return;
    setSent(split);
    saving.save(draftOf(split), gone ? null : initial, password, used);
  }

  function startTest(): void {
    setTold(new Set([...told, ...CHECKED_FIELDS.filter((field) => field !== 'name')]));
    const now = draftOf(fields);
    const subject = { url: url.ok ? url.url : now.url, user: now.user.trim() };
    if (canConnect(problems)) test.start({ draft: now }, subject, password.password, used);
  }

  return {
    fields,
    change: (changed) => setFields((before) => ({ ...before, ...changed })),
    ...{ password, setPassword, secrets, setSecrets, used, url, saving, test, startTest, submit, decide },
    problems: shownProblems(problems, told),
    tell: (field) => setTold(new Set([...told, field])),
    // A new one is in the list once it was saved, whatever became of its password.
    kept: deployment ?? others.find(({ id }) => id === saving.saved) ?? null,
    base: saving.known ?? initial,
    savedAs: savedDraft ?? initial,
    removed: gone && saving.saved === null,
    dirty: typed !== '' || (Object.keys(start) as (keyof DeploymentFields)[]).some(isChanged),
    canTest: canConnect(problems),
    outdated: test.tested !== null && !isTestOf(test.tested.target, draftOf(fields)),
    leave: () => (savedDraft !== null && saving.saved !== null ? onSaved(saving.saved) : onClose()),
  };
}

function shownProblems(problems: FieldProblems, told: ReadonlySet<CheckedField>): FieldProblems {
  const shown = CHECKED_FIELDS.map((field) => [field, told.has(field) ? problems[field] : null]);
  // Every field's name is in the list.
  return Object.fromEntries(shown) as FieldProblems;
}
