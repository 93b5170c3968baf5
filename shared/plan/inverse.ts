import type { FieldValue } from '../conflict.ts';
import type { FederatedDomain } from '../models/federated-domain.ts';
import { ACCESS_EDGE_FIELDS, routingOf } from '../rules/access-edge.ts';
import { fieldsIn } from './conflict.ts';
import { draft, type Draft } from './draft.ts';
import { asWanted, isDomainState, rowOn, stillExpected, type DomainState, type ObjectState } from './expectations.ts';
import { nounInverse, nounRepeat } from './noun-inverse.ts';
import type { DomainListName, DomainOutcome, FieldValues, PlanStep } from './plan.ts';
import { accessEdgeVersion, rowVersion, type Sha256 } from './row-version.ts';

type Step = Pick<PlanStep, 'expects' | 'result'>;

/** What can be emptied: an empty text is no text. Any other value a server has cannot be taken back to none. */
const CLEARABLE: ReadonlySet<string> = new Set(['comment', 'proxyFqdn', 'skypeSearchUrl']);
const DOMAIN_FIELDS: Readonly<Record<DomainListName, readonly string[]>> = {
  allowed: ['proxyFqdn', 'comment', 'verificationLevel', 'markForMonitoring'],
  blocked: ['comment'],
};

/**
 * The draft that takes a step back: from its object as read after it to its object as read before it. Fields the step
 * did not change stay as they are. It carries the version and the values read after the step, so that somebody else's
 * change since is a conflict when its plan is built. null = there is nothing to take back.
 */
export function inverseDraft(step: Step, before: ObjectState, after: ObjectState, sha256: Sha256): Draft | null {
  const { result } = step;
  if (result.object === 'domain') {
    return isDomainState(before) && isDomainState(after) ? domainInverse(result, before, after, sha256) : null;
  }
  if (result.object === 'noun') {
    if (!('row' in before) || !('row' in after)) return null;
    const inverse = nounInverse(result, before, after, sha256);
    return inverse === null ? null : asDraft(inverse);
  }
  if (!('edge' in before) || !('edge' in after)) return null;
  const { routing } = before.edge;
  const changed = new Set(Object.keys(result.values));
  // A routing method comes back with all of its own values: the other one's object has none of them.
  const back = ACCESS_EDGE_FIELDS.filter(
    (field) => (changed.has(field) || changed.has('routing')) && [null, routing].includes(routingOf(field)),
  ).filter((field) => changed.has(field) || routingOf(field) !== null);
  return asDraft({
    kind: 'access-edge.set',
    versionRead: accessEdgeVersion(after.edge, sha256),
    read: fieldsIn(after.edge),
    ...(changed.has('routing') && { routing }),
    ...settable(pick(fieldsIn(before.edge), back)),
  });
}

/** The draft that does what a step would do, for an object that is as the step expects it. */
export function repeatDraft({ expects, result }: Step): Draft | null {
  if (result.object === 'access-edge') {
    const versionRead = expects.find((each) => each.object === 'access-edge')?.version;
    return asDraft({ kind: 'access-edge.set', versionRead, ...settable(result.values) });
  }
  if (result.object === 'noun') {
    const repeat = nounRepeat(
      expects.find((each) => each.object === 'noun'),
      result,
    );
    return repeat === null ? null : asDraft(repeat);
  }
  const { list, domain, present, values } = result;
  const own = expects.find((each) => each.object === 'domain' && each.list === list);
  const versionRead = own?.version ?? null;
  if (versionRead === null) return present ? addDraft(list, domain, values) : null;
  return asDraft(
    present
      ? { kind: `${list}-domain.set`, domain, versionRead, ...settable(values) }
      : { kind: 'federated-domain.remove', status: list, domain, versionRead },
  );
}

/** What became of a step that nobody saw the end of, told from its object as it is now. */
export function foundOf(step: Step, now: ObjectState, sha256: Sha256): 'done' | 'not-done' | 'changed' {
  if (asWanted(step.result, now)) return 'done';
  return step.expects.every((each) => stillExpected(each, now, sha256)) ? 'not-done' : 'changed';
}

function domainInverse(result: DomainOutcome, before: DomainState, after: DomainState, sha256: Sha256): Draft | null {
  const { list, domain, values } = result;
  const was = rowOn(list, before);
  const is = rowOn(list, after);
  if (was === null) return is === null ? null : removeDraft(is, sha256);
  if (is === null) return addDraft(list, was.domain, fieldsIn(was));
  const versionRead = rowVersion(is, sha256);
  const changed = settable(pick(fieldsIn(was), Object.keys(values)));
  return asDraft({ kind: `${list}-domain.set`, domain, versionRead, read: fieldsIn(is), ...changed });
}

function removeDraft(row: FederatedDomain, sha256: Sha256): Draft {
  const versionRead = rowVersion(row, sha256);
  return { kind: 'federated-domain.remove', status: row.status, domain: row.domain, versionRead, read: fieldsIn(row) };
}

function addDraft(list: DomainListName, domain: string, fields: FieldValues): Draft | null {
  const given = Object.entries(pick(fields, DOMAIN_FIELDS[list])).filter(([, value]) => value !== null && value !== '');
  return asDraft({ kind: `${list}-domain.add`, domain, ...Object.fromEntries(given) });
}

/** What the journal's file says is data: a value no draft can have (an altered file) makes none. */
function asDraft(candidate: object): Draft | null {
  return draft.safeParse(candidate).data ?? null;
}

function pick(fields: FieldValues, names: readonly string[]): FieldValues {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

/** Values as a draft has them: nothing is the empty text, and is left out where it cannot be sent. */
function settable(fields: FieldValues): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value !== null ? [[field, value]] : CLEARABLE.has(field) ? [[field, '']] : [],
    ),
  );
}
