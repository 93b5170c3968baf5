import type { MessageId } from '../../../shared/i18n/index.ts';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';

/** One switch of the Access Edge, and whether it does anything. */
export interface Switch {
  readonly label: MessageId;
  readonly state: SwitchState;
}

/** `idle` = on, and of no effect because federation is off; `absent` = this routing, or this build, has no such switch. */
export type SwitchState = 'on' | 'off' | 'idle' | 'absent';

/** Microsoft's five boxes in Microsoft's order, each with what it does as things are. */
export function switchesOf(edge: AccessEdge): readonly Switch[] {
  const discovery = edge.routing === 'dns-srv' ? edge.enablePartnerDiscovery : null;
  return [
    { label: 'edge.allow-federated-users', state: edge.allowFederatedUsers ? 'on' : 'off' },
    { label: 'edge.enable-partner-discovery', state: underFederation(edge, discovery) },
    { label: 'edge.enable-archiving-disclaimer', state: underFederation(edge, edge.enableArchivingDisclaimer) },
    { label: 'edge.allow-outside-users', state: edge.allowOutsideUsers ? 'on' : 'off' },
    { label: 'edge.allow-anonymous-users', state: edge.allowAnonymousUsers ? 'on' : 'off' },
  ];
}

function underFederation(edge: AccessEdge, value: boolean | null): SwitchState {
  if (value === null) return 'absent';
  if (!value) return 'off';
  return edge.allowFederatedUsers ? 'on' : 'idle';
}
