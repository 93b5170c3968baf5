import type { Panel } from '../panel.ts';
import { ExternalAccessPolicy } from './ExternalAccessPolicy.tsx';

/** External Access Policy: Global, site and user policies in one table, as in Microsoft's control panel. */
export const externalAccessPolicy: Panel = {
  id: 'external-access-policy',
  title: 'policies.title',
  needs: 'Get-CsExternalAccessPolicy',
  Content: ExternalAccessPolicy,
};
