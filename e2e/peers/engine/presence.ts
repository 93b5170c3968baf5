import { dotnetIsHere } from './build-host.ts';
import { peerIsHere } from '../missing.ts';

/** Whether the engine's host can be built here; says what is skipped where it cannot. */
export const engineIsHere: boolean = peerIsHere(
  "PowerShell's own engine",
  (await dotnetIsHere()) ? null : 'the .NET SDK 10 is not here, and is never installed by us',
);
