/** One figure of `npm run bench`: ours, a baseline run beside it in the same process, and their ratio. */
export interface BenchLine {
  readonly name: string;
  readonly value: string;
  readonly baseline: string;
  /** value / baseline, in the direction the goal speaks of. */
  readonly ratio: number;
  readonly goal: string;
}
