import type { BenchLine } from './bench-line.ts';
import { run as benchClixml } from './clixml.ts';
import { run as benchRoundTrip } from './round-trip.ts';

function print({ name, value, baseline, ratio, goal }: BenchLine): void {
  process.stdout.write(`${name}\n  ${value}   baseline ${baseline}   ratio ${ratio.toFixed(2)}   goal: ${goal}\n`);
}

// Every figure is a ratio to the baseline that ran beside it in the same process: a busy machine slows both.
for (const bench of [benchClixml, benchRoundTrip]) for (const line of await bench()) print(line);
