import { afterAll, beforeAll, describe as group, expect, it } from 'vitest';
import { decodeClixml, encodeClixml } from '../../../main/psrp/index.ts';
import type { PsValue } from '../../../main/psrp/clixml/values.ts';
import { buildHost } from './build-host.ts';
import { describe } from './describe.ts';
import { startHost, type HostProcess, type Json, type JsonObject } from './host-process.ts';
import { engineIsHere } from './presence.ts';
import { psValueOf } from './typed.ts';
import { ARGUMENTS } from './typed-cases.ts';

const OBJS = /^<Objs[^>]*>\s*|\s*<\/Objs>$/g;

interface Sample {
  readonly name: string;
  /** Absent where PSSerializer refuses to write what remoting does write. */
  readonly clixml?: string;
  readonly described?: Json;
}

group.skipIf(!engineIsHere)("our CLIXML and the engine's serializer", () => {
  let host: HostProcess;
  beforeAll(async () => {
    host = startHost(await buildHost(), ['clixml']);
  }, 400_000);
  afterAll(() => host.close());

  it.each([1, 3])('reads what the engine writes at depth %i as the engine reads it', async (depth) => {
    const samples = await samplesAt(host, depth);
    const read = (meaning: (sample: Sample) => Json | undefined): Json =>
      Object.fromEntries(samples.map((sample) => [sample.name, meaning(sample) ?? 'missing']));
    const ours = read(({ clixml = '' }) => describe(decodeClixml(clixml)));
    expect(ours).toEqual(read(({ described }) => described));
    expect(samples.length).toBeGreaterThan(80);
  });

  it.each([1, 3])('writes again what it read at depth %i without the engine seeing a difference', async (depth) => {
    for (const { name, clixml = '', described } of await samplesAt(host, depth)) {
      // A reading PowerShell prefixes the type names it is sent; what we send back is not sent a second time by it.
      expect(await engineReads(host, decodeClixml(clixml)), name).toEqual(described);
    }
  });

  it.each(Object.entries(ARGUMENTS))('writes %s so that the engine reads it', async (_, typed) => {
    const value = psValueOf(typed);
    const meaning = describe(value);
    expect(await engineReads(host, value)).toEqual(meaning);
  });
});

async function samplesAt(host: HostProcess, depth: number): Promise<readonly Sample[]> {
  // host/ClixmlRequests.cs answers with exactly this shape.
  const samples = (await host.ask({ write: depth })) as unknown as readonly Sample[];
  return samples
    .filter((sample) => sample.clixml !== undefined)
    .map((sample) => ({ ...sample, clixml: sample.clixml?.replace(OBJS, '') ?? '' }));
}

async function engineReads(host: HostProcess, value: PsValue): Promise<Json | undefined> {
  const answer: JsonObject = await host.ask({
    read: `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${encodeClixml(value)}</Objs>`,
  });
  return Object.values(answer)[0];
}
