/**
 * Reads an xs:duration of days, hours, minutes and seconds, as WS-Management writes its timeouts (`PT20S`,
 * `PT7200.000S`), into milliseconds. Null for anything else, also for a negative one and for years and months, which
 * have no length in milliseconds.
 */
export function durationMs(text: string): number | null {
  const match = DURATION.exec(text.trim());
  if (match === null || text.trim().endsWith('P') || text.trim().endsWith('T')) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part || 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** Writes milliseconds as Windows writes durations: seconds with three decimals, `PT7200.000S`. */
export function secondsDuration(milliseconds: number): string {
  return `PT${(milliseconds / 1000).toFixed(3)}S`;
}

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
