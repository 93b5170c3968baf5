import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { checkManagementUrl } from '../../shared/rules/management-url.ts';
import { trustKey } from './deployment-fields.ts';

/** A draft as a flat list of what can be changed by itself. */
type DraftParts = Omit<DeploymentDraft, 'network'> & DeploymentDraft['network'];
export type DraftPart = keyof DraftParts;

/** Two changes of one deployment in one draft. */
export interface MergedDraft {
  /** What either side changed; where both did, ours. */
  readonly draft: DeploymentDraft;
  /** What is for a person to decide, in the form's order. */
  readonly clashes: readonly DraftPart[];
}

/** What a password is bound to: who typed one, or changed a part of it, has looked at the others. */
const SIGN_IN: ReadonlySet<DraftPart> = new Set<DraftPart>(['url', 'trust', 'scheme', 'user']);

/** In the form's order. */
const PARTS: readonly DraftPart[] = [
  'name',
  'group',
  'colour',
  'url',
  'trust',
  'scheme',
  'user',
  'otherUsers',
  'production',
  'readOnly',
  'channelBinding',
  'spn',
  'resourceUri',
  'proxy',
  'clientCertificate',
  'oldTls',
  'redirection',
];

/**
 * Merges two changes of `base` part by part: what one side alone changed is taken from there. A clash is what both changed
 * in different ways, and what `theirs` changed of the sign-in while ours changed another part of it or has a password
 * (`typedPassword`) for what it was: neither may go to a place that nobody has looked at.
 */
export function mergeDrafts(
  base: DeploymentDraft,
  ours: DeploymentDraft,
  theirs: DeploymentDraft,
  typedPassword: boolean,
): MergedDraft {
  const changed = (draft: DeploymentDraft, part: DraftPart): boolean => !samePart(base, draft, part);
  const signsIn = typedPassword || [...SIGN_IN].some((part) => changed(ours, part));
  const moved = PARTS.filter((part) => changed(theirs, part));
  const taken = moved.filter((part) => !changed(ours, part));
  const clashes = moved.filter(
    (part) => !samePart(ours, theirs, part) && (changed(ours, part) || (signsIn && SIGN_IN.has(part))),
  );
  return {
    draft: withParts(
      ours,
      theirs,
      taken.filter((part) => !clashes.includes(part)),
    ),
    clashes,
  };
}

/** `draft` with some parts of another one. */
export function withParts(draft: DeploymentDraft, from: DeploymentDraft, parts: readonly DraftPart[]): DeploymentDraft {
  const [values, others] = [partsOf(draft), partsOf(from)];
  const taken = Object.fromEntries(parts.map((part) => [part, others[part]]));
  // Each value goes back under the name it has in a draft.
  const { proxy, clientCertificate, oldTls, redirection, ...rest } = { ...values, ...taken } as DraftParts;
  return { ...rest, network: { proxy, clientCertificate, oldTls, redirection } };
}

/** Whether a part means the same in two drafts, however it is written. */
export function samePart(a: DeploymentDraft, b: DeploymentDraft, part: DraftPart): boolean {
  return partKey(a, part) === partKey(b, part);
}

function partKey(draft: DeploymentDraft, part: DraftPart): string {
  if (part === 'trust') return trustKey(draft.trust);
  const value = partsOf(draft)[part];
  if (typeof value !== 'string') return JSON.stringify(value);
  const check = part === 'url' ? checkManagementUrl(value) : null;
  return check?.ok === true ? check.url : value.trim();
}

function partsOf({ network, ...rest }: DeploymentDraft): DraftParts {
  return { ...rest, ...network };
}
