import { dotnetIsHere } from './build-host.ts';

/** Whether the engine can be a peer here. Without the .NET SDK its tests are skipped with one line, and fail with CI set. */
export const engineIsHere: boolean = await dotnetIsHere();

if (!engineIsHere) {
  const missing = 'the .NET SDK 10 is not here: nothing is compared with PowerShell’s own engine';
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error(missing);
  console.warn(`skipped: ${missing}`);
}
