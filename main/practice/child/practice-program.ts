/** A practice program as a host starts it. */
export interface PracticeProgram {
  /** The practice program's file. */
  readonly entry: string;
  /** Where it keeps its state; its own default when null. */
  readonly folder: string | null;
  /** How many domains are generated into a new store beside the story's own; its own default when null. */
  readonly domains: number | null;
}

/** The flags of `main/practice/entry.ts` that say so. */
export function practiceArguments({ folder, domains }: PracticeProgram): readonly string[] {
  return [...flag('--state', folder), ...flag('--domains', domains)];
}

function flag(name: string, value: string | number | null): readonly string[] {
  return value === null ? [] : [name, String(value)];
}
