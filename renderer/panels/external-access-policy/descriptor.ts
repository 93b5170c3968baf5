import { paneHoldsTyped } from '../../components/list-panel/pane-holds-typed.ts';
import type { Panel } from '../panel.ts';
import { ExternalAccessPolicy } from './ExternalAccessPolicy.tsx';
import { policyPane } from './policy-subject.ts';

/** External Access Policy: Global, site and user policies in one table, as in Microsoft's control panel. */
export const externalAccessPolicy: Panel = {
  id: 'external-access-policy',
  title: 'policies.title',
  needs: 'Get-CsExternalAccessPolicy',
  holdsTyped: (deployment) => paneHoldsTyped(policyPane(deployment)),
  Content: ExternalAccessPolicy,
};
