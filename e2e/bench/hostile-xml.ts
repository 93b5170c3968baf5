import { encodeClixml } from '../../main/psrp/clixml/encode.ts';
import { decodeClixml } from '../../main/psrp/clixml/decode.ts';
import { listOf } from '../../main/psrp/clixml/build.ts';
import { readHostileDocuments } from '../fuzz/read-hostile.ts';
import type { BenchLine } from './bench-line.ts';

const MEGABYTES = 10;
const ROW = 'Domain=partner.example;ProxyFqdn=sip.partner.example;VerificationLevel=;Comment=PO 4711';

/**
 * Ten megabytes of XML that means harm, in as many ways as `e2e/fuzz/hostile-documents.ts` has, beside ten of ordinary
 * CLIXML: processor time of the slowest.
 */
export function run(): Promise<BenchLine[]> {
  const rows = Math.ceil((MEGABYTES * 1e6) / (ROW.length + 7));
  const ordinary = encodeClixml(listOf(Array.from({ length: rows }, (_, at) => ROW.replace('4711', String(at)))));
  const before = process.cpuUsage();
  decodeClixml(ordinary);
  const { user, system } = process.cpuUsage(before);
  const baseline = (user + system) / 1e6;
  const [slowest] = readHostileDocuments().toSorted((one, other) => other.seconds - one.seconds);
  if (slowest === undefined) throw new Error('no hostile document');
  return Promise.resolve([
    {
      name: `hostile XML, ${MEGABYTES} MB, the slowest: ${slowest.document} (${slowest.reader}: ${slowest.outcome})`,
      value: `${slowest.seconds.toFixed(2)} s`,
      baseline: `ordinary CLIXML ${baseline.toFixed(2)} s`,
      ratio: slowest.seconds / baseline,
      goal: 'under 1 s',
    },
  ]);
}
