import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClientRunspacePool } from '../../psrp/index.ts';
import {
  commandRequest,
  createRequest,
  POWERSHELL_RESOURCE_URI,
  readCreateReply,
  receiveRequest,
  sendRequest,
  signalRequest,
  type WsmanContext,
} from '../../wsman/index.ts';
import { createEngine, openStore } from '../engine/index.ts';
import { FaultScript } from './faults/script.ts';
import { createPowerShellPlugin } from './psrp/plugin.ts';
import { cmdlet } from './testing/pool-client.ts';
import { DEFAULT_QUOTAS } from './wsman/fault.ts';
import { WsmanService } from './wsman/service.ts';

const RUNS = 400;
const CALLER = {
  user: 'CONTOSO\\administrator',
  account: 'administrator',
  role: () => 'CsAdministrator',
  address: '127.0.0.1',
} as const;
const CONTEXT: WsmanContext = {
  url: 'https://127.0.0.1/OcsPowershell',
  resourceUri: POWERSHELL_RESOURCE_URI,
  sessionId: crypto.randomUUID().toUpperCase(),
  maxEnvelopeSize: 153_600,
  operationTimeoutMs: 1,
  locale: 'en-US',
  nextMessageId: () => crypto.randomUUID().toUpperCase(),
};
const PLACE = { url: '', user: '', scheme: '', resourceUri: '' };

/** A service and a client of it, without sockets; what it thinks a defect of its own is kept. */
function serviceUnderTest() {
  const defects: unknown[] = [];
  const engine = createEngine({ store: openStore({ file: null, seed: 'contoso' }), version: '2015' });
  const service = new WsmanService({
    plugins: [createPowerShellPlugin(engine)],
    quotas: { ...DEFAULT_QUOTAS, MaxShellsPerUser: RUNS, MaxShells: RUNS },
    faults: new FaultScript(),
    roles: { give: () => undefined },
    address: () => CONTEXT.url,
    onDefect: (error) => defects.push(error),
  });
  const answer = (body: string) => service.answer(body, CALLER, new AbortController().signal);
  return { service, defects, answer };
}

async function openShell(answer: (body: string) => Promise<{ readonly status: number; readonly body: string }>) {
  const pool = new ClientRunspacePool();
  pool.open();
  const creation = createRequest(CONTEXT, { shellId: pool.id, opening: pool.takeOpening() });
  const { status, body } = await answer(creation.body);
  const shellId = readCreateReply({ status, body, contentType: 'application/soap+xml' }, creation, PLACE);
  return { pool, shellId };
}

/** Where to strike, as a fraction of the length, and what to put there. */
const strikes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 6,
});

function mutated(bytes: Uint8Array, at: readonly (readonly [number, number])[]): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (const [place, value] of at) changed[Math.floor(place * (bytes.length - 1))] = value;
  return changed;
}

test('envelopes with bytes changed are answered, and none is a defect', async () => {
  const { service, defects, answer } = serviceUnderTest();
  const { pool, shellId } = await openShell(answer);
  const commandId = crypto.randomUUID().toUpperCase();
  const opening = new Uint8Array(40);
  const requests = [
    createRequest(CONTEXT, { shellId: pool.id, opening }),
    commandRequest(CONTEXT, shellId, { commandId, opening }),
    sendRequest(CONTEXT, shellId, { commandId: null, stream: 'stdin', data: opening }),
    receiveRequest(CONTEXT, shellId, null),
    signalRequest(CONTEXT, shellId, commandId, 'terminate'),
  ].map((request) => new TextEncoder().encode(request.body));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...requests), strikes, async (bytes, at) => {
      const { status, body } = await answer(new TextDecoder().decode(mutated(bytes, at)));
      expect([200, 500]).toContain(status);
      expect(body).toContain('Envelope');
    }),
    { numRuns: RUNS },
  );
  expect(defects).toEqual([]);
  service.close();
});

test('fragments with bytes changed break no more than their pool or pipeline', async () => {
  const { service, defects, answer } = serviceUnderTest();
  const opener = new ClientRunspacePool();
  opener.open();
  const opening = opener.takeOpening();
  const { pool, shellId } = await openShell(answer);
  pool.receive(await firstOutput(answer, shellId));
  await fc.assert(
    fc.asyncProperty(strikes, fc.boolean(), async (at, asPool) => {
      const pipeline = pool.createPipeline([cmdlet('Get-CsAllowedDomain', { Identity: 'fabrikam.com' })], {
        noInput: true,
      });
      pipeline.start();
      const { body } = asPool
        ? createRequest(CONTEXT, { shellId: pool.id, opening: mutated(opening, at) })
        : commandRequest(CONTEXT, shellId, {
            commandId: pipeline.id,
            opening: mutated(pipeline.takeOutgoing(10_000) ?? new Uint8Array(0), at),
          });
      expect([200, 500]).toContain((await answer(body)).status);
    }),
    { numRuns: RUNS },
  );
  expect((await answer(receiveRequest(CONTEXT, shellId, null).body)).body).toContain('TimedOut');
  expect(defects).toEqual([]);
  service.close();
});

/** The bytes of the pool's first answers. */
async function firstOutput(
  answer: (body: string) => Promise<{ readonly body: string }>,
  shellId: string,
): Promise<Uint8Array> {
  const { body } = await answer(receiveRequest(CONTEXT, shellId, null).body);
  const [, base64 = ''] = /<rsp:Stream[^>]*>([^<]*)</.exec(body) ?? [];
  return Buffer.from(base64, 'base64');
}
