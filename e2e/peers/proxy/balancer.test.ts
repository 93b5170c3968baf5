import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import { createAuthority, type TestAuthority } from '../../../main/transport/testing/certificates.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { peerIsHere } from '../missing.ts';
import { startReverseProxy, type Between } from './apache.ts';
import { missingProxy } from './presence.ts';
import { domainsIn, open, visit, type Way } from './session.fixture.ts';

const here = peerIsHere('two servers behind the balancer of apache', missingProxy());

describe.skipIf(!here)('a session to one of two servers behind one name', () => {
  let authority: TestAuthority;
  let folder: string;
  let servers: readonly RunningPractice[];
  let keeping: Between;
  let forgetting: Between;

  beforeAll(async () => {
    authority = await createAuthority();
    const identity = await authority.issue();
    folder = await mkdtemp(join(tmpdir(), 'edgewise-two-'));
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    // Two servers of one pool know the same accounts and are certified by the same authority.
    await (await startPractice({ stateFolder: one })).close();
    await cp(one, two, { recursive: true });
    servers = [
      await startPractice({ stateFolder: one, domains: 300 }),
      await startPractice({ stateFolder: two, domains: 300 }),
    ];
    keeping = await startReverseProxy(servers, { identity, sticky: true });
    forgetting = await startReverseProxy(servers, { identity });
  });
  afterAll(async () => {
    await keeping.close();
    await forgetting.close();
    for (const server of servers) await server.close();
    await rm(folder, { recursive: true });
  });

  function way(between: Between): Way {
    return {
      url: between.url,
      trust: { kind: 'ca', pem: authority.certPem },
      account: servers[0]!.accounts.administrator,
      scheme: 'basic',
    };
  }

  function shells(): readonly number[] {
    return servers.map((server) => server.stats().shells);
  }

  test('keeps to its server by the cookie, beside another session on the other', async () => {
    const first = await open(way(keeping));
    const second = await open(way(keeping));
    expect(shells()).toEqual([1, 1]);
    for (const session of [first, second, first, second]) expect(await domainsIn(session)).toHaveLength(300);
    await first.close();
    await second.close();
    expect(shells()).toEqual([0, 0]);
  });

  test('says that its shell is not there where no cookie keeps it to its server', async () => {
    const started = Date.now();
    const { error } = await failureOf(visit(way(forgetting)));
    expect(error).toMatchObject({ code: 'ws-management.shell-gone' });
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});
