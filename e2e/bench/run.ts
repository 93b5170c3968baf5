import type { BenchLine } from './bench-line.ts';

const BENCHES = ['./clixml.ts', './round-trip.ts'];

/** Prints every figure as a ratio to the baseline that ran beside it in the same process. */
async function main(): Promise<void> {
  for (const bench of BENCHES) {
    // The path is one of the literals above, and each of these modules exports `run`.
    const { run } = (await import(bench)) as { run: () => Promise<readonly BenchLine[]> };
    for (const line of await run()) print(line);
  }
}

function print({ name, value, baseline, ratio, goal }: BenchLine): void {
  process.stdout.write(`${name}\n  ${value}   baseline ${baseline}   ratio ${ratio.toFixed(2)}   goal: ${goal}\n`);
}

await main();
