import type { KindState, NeedState } from '../../../shared/rules/kinds-in-force.ts';
import type { SignKind } from '../../components/Sign.tsx';

/** The sign of each state of a kind, and of a need. */
export const stateSigns: Readonly<Record<KindState | NeedState, SignKind>> = {
  'in-force': 'allowed',
  'not-in-force': 'off',
  met: 'allowed',
  unmet: 'off',
  unknown: 'unknown',
};
