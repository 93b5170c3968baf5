/** What this client speaks, sent in SESSION_CAPABILITY (MS-PSRP 2.2.2.1, PowerShell's EncodeAndDecode.cs). */
export const OUR_CAPABILITY = { protocolVersion: '2.3', psVersion: '2.0', serializationVersion: '1.1.0.1' } as const;

/** Whether a version such as `2.3` is at least `major.minor`; text that is no version is not. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor, ownMinor] = partsOf(version);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** The lower of two versions: what both sides speak. */
export function lowerVersion(one: string, other: string): string {
  return isAtLeast(one, ...partsOf(other)) ? other : one;
}

/** The part before the first dot, or NaN. Sides whose majors differ cannot talk (MS-PSRP 3.1.5.4.1). */
export function majorOf(version: string): number {
  return partsOf(version)[0];
}

function partsOf(version: string): [major: number, minor: number] {
  const [major = Number.NaN, minor = 0] = version.split('.').map(Number);
  return [major, minor];
}
