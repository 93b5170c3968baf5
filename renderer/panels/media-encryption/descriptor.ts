import { paneHoldsTyped } from '../../components/list-panel/pane-holds-typed.ts';
import { nounPane } from '../../components/noun-panel/noun-pane.ts';
import type { Panel } from '../panel.ts';
import { MediaEncryption } from './MediaEncryption.tsx';

/** Media Encryption: a panel of our own, for Microsoft has it in the shell only. */
export const mediaEncryption: Panel = {
  id: 'media-encryption',
  title: 'media.title',
  needs: 'Get-CsMediaConfiguration',
  holdsTyped: (deployment) => paneHoldsTyped(nounPane('media-encryption', deployment)),
  Content: MediaEncryption,
};
