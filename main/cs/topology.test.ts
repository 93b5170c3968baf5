import { describe, expect, it } from 'vitest';
import { errorFrom } from '../../shared/errors.ts';
import { psObject, scalar, type PsValue } from '../psrp/index.ts';
import { engineSession, type EngineSession } from './engine-session.fixture.ts';
import { readHostingProviders, readReplicas, readSiteRoutes } from './topology.ts';

/** A session that answers every cmdlet with these objects: what another build of a server would send. */
function answering(...output: readonly PsValue[]): EngineSession {
  return {
    ...engineSession(),
    run: (_commands, options) => {
      for (const value of output) options?.onEvent?.({ kind: 'output', value });
      return Promise.resolve({ state: 'completed', output: [], errors: [], warnings: [], reason: null });
    },
  };
}

const replica = (values: Readonly<Record<string, PsValue>>): PsValue =>
  psObject({ types: ['Microsoft.Rtc.Management.Xds.ReplicaState'], adapted: { UpToDate: true, ...values } });

describe('a replica', () => {
  it('is read with what the server says of it', async () => {
    const [first] = await readReplicas(engineSession());
    expect(first).toMatchObject({ fqdn: 'fe01.contoso.com', upToDate: true, productVersion: '6.0.9319.0' });
    expect(first?.lastStatusReport).toMatch(/^\d{4}-.*Z$/);
  });

  it('has no name, times and version where a build tells none', async () => {
    expect(await readReplicas(answering(replica({})))).toEqual([
      { fqdn: null, upToDate: true, lastStatusReport: null, lastUpdateCreation: null, productVersion: null },
    ]);
  });

  it.each([
    ['in UTC', scalar('DT', '2026-01-02T03:04:05.0670000Z'), '2026-01-02T03:04:05.067Z'],
    ['of another zone', scalar('DT', '2026-01-02T12:04:05.0000000+09:00'), '2026-01-02T03:04:05.000Z'],
    ['without a zone, of which nobody knows when it was', scalar('DT', '2026-01-02T03:04:05.0000000'), null],
    ['that stands for never', scalar('DT', '0001-01-01T00:00:00.0000000'), null],
  ])('has a time %s', async (_what, value, wanted) => {
    const [only] = await readReplicas(answering(replica({ LastUpdateCreation: value })));
    expect(only?.lastUpdateCreation).toBe(wanted);
  });

  it('is refused when it does not say whether it is up to date', async () => {
    const read = readReplicas(answering(psObject({ adapted: { ReplicaFqdn: 'fe01.contoso.com' } })));
    expect(await read.then(() => null, errorFrom)).toMatchObject({ code: 'cmdlet.answer-unreadable' });
  });
});

describe('providers and sites', () => {
  it('a provider without a name has that of its identity', async () => {
    const provider = psObject({ adapted: { Identity: 'LyncOnline', Enabled: false } });
    expect(await readHostingProviders(answering(provider))).toEqual([
      { name: 'LyncOnline', enabled: false, proxyFqdn: null },
    ]);
  });

  it('a site says by which Edge it federates, or that it has no route of its own', async () => {
    expect(await readSiteRoutes(engineSession())).toEqual([
      {
        site: 'Redmond',
        federationRoute: 'EdgeServer:edge01.contoso.com',
        xmppFederationRoute: 'EdgeServer:edge01.contoso.com',
      },
      { site: 'Tacoma', federationRoute: null, xmppFederationRoute: null },
    ]);
  });
});
