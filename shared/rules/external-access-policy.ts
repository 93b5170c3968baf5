import type { FieldValue } from '../conflict.ts';
import { failure } from '../errors.ts';
import type { AccessEdge } from '../models/access-edge.ts';

/** What an external access policy allows, in the order of Microsoft's page; the last one has no box there. */
export const ACCESS_SWITCHES = [
  'enableFederationAccess',
  'enableXmppAccess',
  'enableOutsideAccess',
  'enablePublicCloudAccess',
  'enablePublicCloudAudioVideoAccess',
] as const;

export type AccessSwitch = (typeof ACCESS_SWITCHES)[number];

/** A switch that allows nothing without another one: XMPP partners are federated, audio and video are of public users. */
export const NEEDS_SWITCH: Readonly<Partial<Record<AccessSwitch, AccessSwitch>>> = {
  enableXmppAccess: 'enableFederationAccess',
  enablePublicCloudAudioVideoAccess: 'enablePublicCloudAccess',
};

/** Whom a policy is for: everybody, those whose pool is at a site, or those it was given to. */
export type PolicyScope =
  { readonly kind: 'global' } | { readonly kind: 'site' | 'user'; /** Without the scope. */ readonly name: string };

/** Why the name of a user policy is refused; each has its sentence under `rules.policy-name.<reason>`. */
export type PolicyNameReason = 'empty' | 'scope';

/** The scope of a policy's identity: Global, `site:<site>`, or a name, which a server keeps as `Tag:<name>`. */
export function policyScope(identity: string): PolicyScope {
  const [, scope = '', name = ''] = /^(site|tag):([^]*)$/i.exec(identity) ?? [];
  if (scope.toLowerCase() === 'site') return { kind: 'site', name };
  if (scope !== '') return { kind: 'user', name };
  return identity.toLowerCase() === 'global' ? { kind: 'global' } : { kind: 'user', name: identity };
}

/** The switches of a policy that are on and not without effect for another one that is off. */
export function allowedBy(values: Readonly<Record<string, FieldValue>>): readonly AccessSwitch[] {
  return ACCESS_SWITCHES.filter((each) => {
    const needed = NEEDS_SWITCH[each];
    return values[each] === true && (needed === undefined || values[needed] === true);
  });
}

/**
 * The policy in force for somebody who has no user policy: that of the site, else Global; the whole policy, never switch
 * by switch (Grant-CsExternalAccessPolicy help). `policies` = the identities there are; `site` = `Site:<name>`.
 */
export function policyWithout(site: string, policies: readonly string[]): string {
  return policies.find((each) => each.toLowerCase() === site.toLowerCase()) ?? 'Global';
}

/** Why a user policy cannot have this name; null = it can. A colon would make a scope of what stands before it. */
export function policyNameReason(name: string): PolicyNameReason | null {
  if (name.trim() === '') return 'empty';
  return name.includes(':') ? 'scope' : null;
}

/** What is wanted of a policy. */
export interface PolicyWanted {
  /** Of a policy to add; null = one that is there. */
  readonly identity: string | null;
  /** What is asked for, and what stands now without it. */
  readonly wanted: Readonly<Record<string, FieldValue>>;
  readonly now: Readonly<Record<string, FieldValue>>;
  /** The identities there are. */
  readonly policies: readonly string[];
}

/**
 * Refuses what Microsoft's page does not let anybody do, and what no server takes: a name that is none, a second policy
 * for a site, XMPP without federation (a policy that has it so already is not asked again). Throws
 * input.policy-name-malformed, conflict.site-has-policy and input.xmpp-without-federation.
 */
export function requirePolicy({ identity, wanted, now, policies }: PolicyWanted): void {
  if (identity !== null) requireIdentity(identity, policies);
  const federated = wanted['enableFederationAccess'] ?? now['enableFederationAccess'];
  if (wanted['enableXmppAccess'] === true && federated !== true) throw failure('input.xmpp-without-federation', {});
}

function requireIdentity(identity: string, policies: readonly string[]): void {
  const scope = policyScope(identity);
  if (scope.kind === 'global') return;
  const reason = policyNameReason(scope.name);
  if (reason !== null && (scope.kind === 'user' || reason === 'empty')) {
    throw failure('input.policy-name-malformed', { name: identity, reason: `rules.policy-name.${reason}` });
  }
  const taken = policies.some((each) => each.toLowerCase() === identity.toLowerCase());
  if (scope.kind === 'site' && taken) throw failure('conflict.site-has-policy', { site: scope.name });
}

/** Why a switch that is on allows nothing now, whatever the policy: what the Access Edge says. */
export type IdleReason = 'federation-off' | 'remote-off' | 'default-routing';

/**
 * Why a switch has no effect for what the Access Edge says; null = the Access Edge is not in its way. Sources: Microsoft's
 * pages on enabling federation and remote user access; default routing excludes providers (Set-CsAccessEdgeConfiguration).
 */
export function idleReason(
  each: AccessSwitch,
  edge: Pick<AccessEdge, 'allowFederatedUsers' | 'allowOutsideUsers' | 'routing'>,
): IdleReason | null {
  if (each === 'enableOutsideAccess') return edge.allowOutsideUsers ? null : 'remote-off';
  if (!edge.allowFederatedUsers) return 'federation-off';
  const ofPublic = each === 'enablePublicCloudAccess' || each === 'enablePublicCloudAudioVideoAccess';
  return ofPublic && edge.routing === 'default-route' ? 'default-routing' : null;
}
