import { SaxesParser } from 'saxes';
import { psObject } from '../../main/psrp/clixml/build.ts';
import { decodeClixml } from '../../main/psrp/clixml/decode.ts';
import { encodeClixml } from '../../main/psrp/clixml/encode.ts';
import type { BenchLine } from './bench-line.ts';

const OBJECTS = 5_000;
const ROUNDS = 5;
const EDGE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge';
const DISPLAY = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayAllowedDomain';

/**
 * CLIXML decode: messages that look like rows of Get-CsAllowedDomain, one object each as on the wire, against saxes with
 * empty handlers on the same strings in the same process. Both take turns, and the median of five rounds counts.
 */
export function run(): Promise<BenchLine[]> {
  const messages = Array.from({ length: OBJECTS }, (_, index) => encodeClixml(allowedDomain(index)));
  const bytes = messages.reduce((total, message) => total + Buffer.byteLength(message), 0) / OBJECTS;
  // Once unmeasured: the first round is the compiler's.
  secondsOf(() => messages.forEach(parseBare));
  secondsOf(() => messages.forEach(decodeClixml));
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: secondsOf(() => messages.forEach(parseBare)),
    decode: secondsOf(() => messages.forEach(decodeClixml)),
  }));
  const bare = median(rounds.map((round) => round.bare));
  const decode = median(rounds.map((round) => round.decode));
  return Promise.resolve([
    {
      name: `CLIXML decode, ${bytes.toFixed(0)} bytes an object`,
      value: rate(decode),
      baseline: `saxes alone ${rate(bare)}`,
      ratio: decode / bare,
      goal: 'at most 2 times the time of saxes',
    },
  ]);
}

function allowedDomain(index: number) {
  const domain = `partner-${index}.example`;
  return psObject({
    types: [`${EDGE}.AllowedDomain`, DISPLAY, 'System.Object'],
    text: `Domain=${domain};ProxyFqdn=sip.${domain};VerificationLevel=;Comment=PO 4711`,
    adapted: {
      Identity: domain,
      Domain: domain,
      ProxyFqdn: `sip.${domain}`,
      VerificationLevel: 'UseSourceVerification',
      Comment: 'PO 4711\nasked for by Ana & Ben',
      MarkForMonitoring: false,
      Anchor: null,
    },
    extended: { PSComputerName: 'pool01.contoso.com', PSShowComputerName: false },
  });
}

function parseBare(message: string): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ignore);
  parser.on('text', ignore);
  parser.on('closetag', ignore);
  parser.write(message).close();
}

function ignore(): void {
  return;
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1_000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function rate(seconds: number): string {
  return `${Math.round(OBJECTS / seconds).toLocaleString('en')} objects/s`;
}
