import type { JournalDrafts, JournalEntry, JournalResume } from '../../shared/contract/journal.ts';
import { failure } from '../../shared/errors.ts';
import { composed } from '../../shared/plan/compose.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import { isNounDraft } from '../../shared/plan/kind-of-draft.ts';
import { sameIdentity } from '../../shared/nouns/nouns.ts';
import { PLAN_DRAFT_LIMIT } from '../../shared/contract/limits.ts';
import { foundOf, inverseDraft, repeatDraft } from '../../shared/plan/inverse.ts';
import type { StepOutcome } from '../../shared/plan/plan.ts';
import { sameDomain } from '../../shared/rules/domain-name.ts';
import { isOpen } from '../journal/entries.ts';
import type { StepLook } from '../journal/journal.ts';
import type { Deployment } from './deployment.ts';
import { giveBack, givenBefore } from './give-back.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';
import { readContext } from './read-lists.ts';
import { readStates } from './read-states.ts';

/** The journal's requests. */
export const journalHandlers: Pick<Handlers, 'journal.list' | 'journal.entry' | 'journal.undo' | 'journal.resume'> = {
  'journal.list': ({ journal }, query) => journal.list(query),
  'journal.entry': ({ journal }, { entry }) => journal.entry(entry),
  'journal.undo': async (tools, input, caller) => undo(tools, await tools.journal.entry(input.entry), caller),
  'journal.resume': async (tools, input, caller) => resume(tools, await tools.journal.entry(input.entry), caller),
};

/**
 * The drafts that take an entry back, the last step first, for one plan. Nothing is written: they go through review as
 * any other. A move whose second half was not carried out is taken back by its first half alone. What was given to
 * others is given back to them, as far as one plan takes them.
 */
async function undo(tools: HandlerTools, entry: JournalEntry, { signal }: Caller): Promise<JournalDrafts> {
  if (!entry.undoable) throw failure('plan.not-undoable', {});
  const deployment = deploymentOf(tools, entry.deployment.id);
  await requireSameServer(deployment, entry, signal);
  const drafts: Draft[] = [];
  const unreached = { later: 0, elsewhere: new Array<string>() };
  for (const { expects, result, state, before, after } of entry.parts.toReversed()) {
    if (state !== 'done' || before === null || after === null) continue;
    const draft = inverseDraft({ expects, result }, before, after, tools.sha256);
    const given = givenBefore(result, before);
    if (given === null) {
      if (draft !== null) drafts.push(draft);
      continue;
    }
    const back = await giveBack(deployment, given, { signal, sha256: tools.sha256 });
    const all = [...(draft === null || back.there ? [] : [draft]), ...back.drafts];
    const room = PLAN_DRAFT_LIMIT - drafts.length;
    drafts.push(...all.slice(0, room));
    unreached.later += Math.min(back.drafts.length, Math.max(0, all.length - room));
    unreached.elsewhere.push(...back.elsewhere);
  }
  if (drafts.length === 0) throw failure('plan.nothing-to-do', {});
  const some = unreached.later + unreached.elsewhere.length > 0;
  return { deployment: deployment.id, drafts: composed(drafts), ...(some && { unreached }) };
}

/**
 * Looks up on the server what became of each step that nobody saw the end of, and of the failed half of a move, writes
 * that down, and makes drafts of what is left: one new plan, to be reviewed again. Cancelled, it has written nothing.
 */
async function resume(tools: HandlerTools, entry: JournalEntry, caller: Caller): Promise<JournalResume> {
  const deployment = deploymentOf(tools, entry.deployment.id);
  await requireSameServer(deployment, entry, caller.signal);
  const open = entry.parts.flatMap((part, index) => (isOpen(entry.parts, index) ? [{ ...part, index }] : []));
  const objects = open.map(({ result }) => result);
  const stateOf = await readStates(deployment, objects, readContext(tools, deployment, caller));
  const drafts: Draft[] = [];
  const looks: StepLook[] = [];
  for (const { index, expects, result, state } of open) {
    const now = stateOf(result);
    const found = foundOf({ expects, result }, now, tools.sha256);
    // The second half of a move cannot find its domain as it expects it while the first is still to be done.
    const last = drafts.at(-1);
    const waits = found === 'changed' && last !== undefined && isOf(last, result);
    if (found !== state && !waits) looks.push({ step: index, found, after: now });
    const draft = found === 'not-done' || waits ? repeatDraft({ expects, result }) : null;
    if (draft !== null) drafts.push(draft);
  }
  if (looks.length > 0) await tools.journal.found(entry.id, looks);
  return { deployment: deployment.id, drafts: composed(drafts), entry: await tools.journal.entry(entry.id) };
}

function isOf(draft: Draft, result: StepOutcome): boolean {
  if (isNounDraft(draft)) {
    const { noun, identity } = draft;
    return result.object === 'noun' && noun === result.noun && sameIdentity(noun, identity, result.identity);
  }
  return draft.kind !== 'access-edge.set' && result.object === 'domain' && sameDomain(draft.domain, result.domain);
}

/** A deployment that was given another address since leads to other objects of the same names. */
async function requireSameServer(deployment: Deployment, entry: JournalEntry, signal: AbortSignal): Promise<void> {
  // The practice deployment has one state and any port.
  if (deployment.summary().kind === 'practice') return;
  const { url } = await deployment.session.opened(signal);
  if (url !== entry.url) throw failure('plan.other-server', { reviewed: entry.url, now: url });
}
