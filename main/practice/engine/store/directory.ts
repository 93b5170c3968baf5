import type { Configuration, ExternalAccessPolicyRow } from './configuration.ts';
import { LEGACY_POOL } from './topology.ts';

/** A person in the practice deployment's Active Directory. */
export interface Person {
  readonly logonName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  /** Distinguished name. */
  readonly identity: string;
  readonly unit: string;
  readonly principalName: string;
  /** `sip:` and the address; null = not enabled for Lync. */
  readonly sipAddress: string | null;
  readonly registrarPool: string | null;
  /** The anchor of the policy the story gave, or null. */
  readonly anchor: number | null;
}

const DOMAIN = 'contoso.com';
const DOMAIN_PARTS = 'DC=contoso,DC=com';

const FIRST: readonly (readonly [shown: string, ascii: string])[] = [
  ['Ana', 'ana'],
  ['Ben', 'ben'],
  ['민준', 'minjun'],
  ['Chloe', 'chloe'],
  ['David', 'david'],
  ['서연', 'seoyeon'],
  ['Ellen', 'ellen'],
  ['François', 'francois'],
  ['Gabriela', 'gabriela'],
  ['Hao', 'hao'],
  ['Ines', 'ines'],
  ['지우', 'jiwoo'],
  ['Karin', 'karin'],
  ['Luis', 'luis'],
  ['Mai', 'mai'],
  ['Nuno', 'nuno'],
  ['O’Neil', 'oneil'],
  ['Priya', 'priya'],
  ['Roya', 'roya'],
  ['Søren', 'soren'],
];

const LAST: readonly (readonly [shown: string, ascii: string])[] = [
  ['Bowman', 'bowman'],
  ['Carson', 'carson'],
  ['김', 'kim'],
  ['Dunker', 'dunker'],
  ['Edwards', 'edwards'],
  ['Frost', 'frost'],
  ['Giakoumakis', 'giakoumakis'],
  ['Hansen', 'hansen'],
  ['이', 'lee'],
  ['Jensen', 'jensen'],
];

/**
 * Of so many people, one is at the branch, one is not enabled, one has no pool yet, one was not moved from the older
 * pool, and one is given each policy.
 */
const EVERY = { branch: 4, notEnabled: 37, unassigned: 53, notMoved: 5 } as const;
/** Anchors of the story's user policies (seed.ts): Partner managers, FedPic, Trading floor; Merger 2019 is nobody's. */
const GIVEN: readonly (readonly [every: number, anchor: number])[] = [
  [11, 4],
  [17, 2],
  [23, 3],
];

/** The first `count` people, the same ones every time. With an older pool some of the headquarters are still there. */
export function peopleOf(count: number, { legacy }: { readonly legacy: boolean }): readonly Person[] {
  return Array.from({ length: count }, (_, index) => person(index, legacy));
}

function person(index: number, legacy: boolean): Person {
  const first = FIRST[index % FIRST.length] ?? ['', ''];
  const last = LAST[Math.floor(index / FIRST.length) % LAST.length] ?? ['', ''];
  const round = Math.floor(index / (FIRST.length * LAST.length));
  const more = round === 0 ? '' : String(round + 1);
  const logonName = `${first[1]}.${last[1]}${more}`;
  const displayName = `${first[0]} ${last[0]}${more === '' ? '' : ` ${more}`}`;
  const branch = isEvery(index, EVERY.branch);
  const unit = branch ? 'Tacoma' : 'Redmond';
  const enabled = !isEvery(index, EVERY.notEnabled);
  const headquarters = legacy && isEvery(index, EVERY.notMoved) ? LEGACY_POOL : `pool01.${DOMAIN}`;
  const pool = branch ? `sba01.${DOMAIN}` : headquarters;
  return {
    logonName,
    firstName: first[0],
    lastName: last[0],
    displayName,
    identity: `CN=${displayName},OU=${unit},${DOMAIN_PARTS}`,
    unit: `OU=${unit},${DOMAIN_PARTS}`,
    principalName: `${logonName}@${DOMAIN}`,
    sipAddress: enabled ? `sip:${logonName}@${DOMAIN}` : null,
    registrarPool: enabled && !isEvery(index, EVERY.unassigned) ? pool : null,
    anchor: enabled ? (GIVEN.find(([every]) => isEvery(index, every))?.[1] ?? null) : null,
  };
}

function isEvery(index: number, every: number): boolean {
  return index % every === every - 1;
}

/** The user policy a person was given and that is still there, or null: the grants, else the story. */
export function grantedPolicy(person: Person, configuration: Configuration): ExternalAccessPolicyRow | null {
  const { grants, externalAccessPolicies } = configuration;
  const granted = Object.hasOwn(grants, person.logonName) ? grants[person.logonName] : person.anchor;
  if (granted === null || granted === undefined) return null;
  return userPolicies(externalAccessPolicies).get(granted) ?? null;
}

type Policies = Configuration['externalAccessPolicies'];

/** User policies by anchor, kept as long as the list is the same one: 50,000 users are looked up in it. */
const BY_ANCHOR = new WeakMap<Policies, ReadonlyMap<number, ExternalAccessPolicyRow>>();

function userPolicies(policies: Policies): ReadonlyMap<number, ExternalAccessPolicyRow> {
  const kept = BY_ANCHOR.get(policies);
  if (kept !== undefined) return kept;
  const made = new Map(policies.filter(({ identity }) => identity.startsWith('Tag:')).map((row) => [row.anchor, row]));
  BY_ANCHOR.set(policies, made);
  return made;
}

/**
 * The policy in force for a person: the user's, else that of the site of his Registrar pool, else Global
 * (Grant-CsExternalAccessPolicy help). Null only for a store without a Global policy.
 */
export function policyInForce(person: Person, configuration: Configuration): ExternalAccessPolicyRow | null {
  const { pools, externalAccessPolicies } = configuration;
  const site = pools.find(({ fqdn }) => fqdn === person.registrarPool)?.site;
  const named = (identity: string) => externalAccessPolicies.find((row) => row.identity === identity) ?? null;
  return grantedPolicy(person, configuration) ?? named(`Site:${site ?? ''}`) ?? named('Global');
}
