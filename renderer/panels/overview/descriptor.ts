import type { Panel } from '../panel.ts';
import { Overview } from './Overview.tsx';

/** Overview: ours, before Microsoft's tabs. Every session may ask for its server's version. */
export const overview: Panel = {
  id: 'overview',
  title: 'overview.title',
  needs: 'Get-CsServerVersion',
  Content: Overview,
};
