import type { Panel } from '../panel.ts';
import { AccessEdge } from './AccessEdge.tsx';
import { editsHeld } from './kept-edits.ts';

/** Access Edge Configuration: who may talk through the Edge at all, as in Microsoft's control panel. */
export const accessEdge: Panel = {
  id: 'access-edge',
  title: 'edge.title',
  needs: 'Get-CsAccessEdgeConfiguration',
  holdsTyped: editsHeld,
  Content: AccessEdge,
};
