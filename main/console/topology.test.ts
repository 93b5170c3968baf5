import { expect, it } from 'vitest';
import { consoleBench, engineSource, withoutCmdlet } from './engine-source.fixture.ts';

const deployment = 'hq';

it('tells the sites and services that settings can be of, as a scope names them', async () => {
  const bench = consoleBench(engineSource(deployment));
  const { sites, services } = await bench.get('topology.scopes', { deployment });
  expect(sites).toEqual(['Redmond', 'Tacoma']);
  expect(services).toContain('MediationServer:sba01.contoso.com');
});

it('tells nothing of what the role has no cmdlet for', async () => {
  const bench = consoleBench(withoutCmdlet(engineSource(deployment), 'Get-CsSite', 'Get-CsService'));
  expect(await bench.get('topology.scopes', { deployment })).toEqual({ sites: null, services: null });
});
