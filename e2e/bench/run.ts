import type { BenchLine } from './bench-line.ts';
import { run as benchBeside } from './beside.ts';
import { run as benchClixml } from './clixml.ts';
import { run as benchGoverned } from './governed.ts';
import { run as benchHostileXml } from './hostile-xml.ts';
import { run as benchIslands } from './islands.ts';
import { run as benchList } from './list.ts';
import { run as benchMemory } from './memory.ts';
import { run as benchPlan } from './plan.ts';
import { run as benchPolicies } from './policies.ts';
import { run as benchRoundTrip } from './round-trip.ts';
import { run as benchStart } from './start.ts';

function print({ name, value, baseline, ratio, goal }: BenchLine): void {
  process.stdout.write(`${name}\n  ${value}   baseline ${baseline}   ratio ${ratio.toFixed(2)}   goal: ${goal}\n`);
}

const benches = [
  benchClixml,
  benchHostileXml,
  benchRoundTrip,
  benchIslands,
  benchBeside,
  benchStart,
  benchList,
  benchPolicies,
  benchGoverned,
  benchPlan,
  benchMemory,
];

// Every figure is a ratio to the baseline that ran beside it in the same run: a busy machine slows both.
for (const bench of benches) for (const line of await bench()) print(line);
