import { policyScope, type PolicyScope } from '../../../shared/rules/external-access-policy.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { nounPane } from '../../components/noun-panel/noun-pane.ts';
import { newSubject, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import type { PaneKind } from '../../components/list-panel/use-list-changes.tsx';

export const POLICY = 'external-access-policy';

/** What the pane shows: the form of a policy, or what the deletion of some means before it is reviewed. */
export type PolicySubject = NounSubject | { readonly kind: 'delete'; readonly rows: readonly NounTableRow[] };

/** The words of each scope. */
export const scopeWords: Readonly<Record<PolicyScope['kind'], MessageId>> = {
  global: 'policies.scope.global',
  site: 'policies.scope.site',
  user: 'policies.scope.user',
};

/** Put before the name of a site in the identity of its policy; alone: the site is still to be chosen. */
export const SITE = 'Site:';

/** A new user policy, its name still to be typed. */
export const newUserPolicy: PolicySubject = newSubject(POLICY);

/** A new site policy, its site still to be chosen. */
export const newSitePolicy: PolicySubject = newSubject(POLICY, {}, SITE);

/** The pane of a deployment: what is about to be deleted hangs on the selection, and is not kept. */
export function policyPane(deployment: string): PaneKind<PolicySubject> {
  const forms = nounPane(POLICY, deployment);
  return {
    paneName: forms.paneName,
    isKept: (kept): kept is PolicySubject | null => forms.isKept(kept),
    keeps: ({ kind }) => kind !== 'delete',
    formName: (subject) => (subject.kind === 'delete' ? '' : forms.formName(subject)),
    rowOf: (subject) => (subject.kind === 'delete' ? null : forms.rowOf(subject)),
    holdsTyped: (subject) => subject.kind !== 'delete' && forms.holdsTyped(subject),
  };
}

/** What is shown before policies are deleted: whom it reaches. */
export function deletionOf(rows: readonly NounTableRow[]): PolicySubject {
  return { kind: 'delete', rows };
}

/** Whether nothing of it is deleted: Global is reset. */
export function resetsOnly(rows: readonly NounTableRow[]): boolean {
  return rows.every(({ identity }) => policyScope(identity).kind === 'global');
}

/** The name without its scope: Global has only that. */
export function policyName(identity: string): string {
  const scope = policyScope(identity);
  return scope.kind === 'global' ? identity : scope.name;
}
