import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from './build-host.ts';
import { startFront, type EngineFront } from './front.ts';
import { startHost, type HostProcess } from './host-process.ts';
import { valueAt } from './json-paths.ts';
import { engineIsHere } from './presence.ts';

const SCRIPT = ['1..3 | ForEach-Object { $_ }', '[Console]::Out.GetType()', 'throw "an end"', '"x" * 1MB'];

describe.skipIf(!engineIsHere)("the front before the engine's pipe", () => {
  let folder: string;
  let server: HostProcess;
  let front: EngineFront;
  let client: HostProcess;
  let pipe: string;

  beforeAll(async () => {
    const dll = await buildHost();
    folder = await mkdtemp(join(tmpdir(), 'edgewise-front-'));
    pipe = `ew-${process.pid}-f`;
    server = startHost(dll, ['server', pipe]);
    front = await startFront(valueAt(await server.line(), 'socket'));
    await writeFile(join(folder, 'ca.pem'), front.caPem);
    client = startHost(dll, ['client']);
  }, 400_000);
  afterAll(async () => {
    await client.close();
    await front.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  it.each(SCRIPT)("hides nothing of '%s' from the engine's own client", async (script) => {
    const run = { op: 'run', commands: [{ name: script, script: true }] };
    const { url, user, password } = front;
    await client.ask({ op: 'open', url, user, password, scheme: 'basic', ca: join(folder, 'ca.pem') });
    const through = await client.ask(run);
    await client.ask({ op: 'close' });
    await client.ask({ op: 'open', pipe });
    const direct = await client.ask(run);
    await client.ask({ op: 'close' });
    expect(through).toEqual(direct);
  });

  it('turns a wrong password away', async () => {
    const { url, user } = front;
    const open = client.ask({ op: 'open', url, user, password: 'x', scheme: 'basic', ca: join(folder, 'ca.pem') });
    await expect(open).rejects.toThrow(/HTTP 401/);
  });
});
