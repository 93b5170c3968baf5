// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closedEdge } from '../../../shared/models/access-edge.fixture.ts';
import type { Overview } from '../../../shared/contract/overview.ts';
import type { OpenDeployment } from '../../../shared/contract/requests.ts';
import { edgewiseError, failure } from '../../../shared/errors.ts';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import type { DeploymentSummary } from '../../../shared/models/deployment.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { createMemoryBridge, type Answers, type MemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { App } from '../../app/App.tsx';
import { createUnstyledCache } from '../../app/unstyled-cache.fixture.ts';
import { PRACTICE } from '../../app/whole-window.fixture.ts';

// A machine that does other work as well may take longer than the second that is usual.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

const deployment: DeploymentSummary = { ...PRACTICE, user: 'CONTOSO\\ana' };
const opened: OpenDeployment = {
  deployment,
  serverVersion: 'Skype for Business Server 2015 (6.0.9319.0)',
  allowedDomain: { addable: null, settable: null },
  // One of them in other letters: names are compared without regard to case.
  cmdlets: [
    'Get-CsServerVersion',
    'Get-CsAllowedDomain',
    'New-CsAllowedDomain',
    'Get-CsExternalAccessPolicy',
    'Get-CsHostingProvider',
    'Get-CsPublicProvider',
    'Get-CsXmppAllowedPartner',
    'Get-CsUser',
    'get-csaccessedgeconfiguration',
    'Select-Object',
  ],
  posture: { kind: 'closed', allowedDomains: 14 },
};
const edge: AccessEdge = {
  ...closedEdge,
  allowFederatedUsers: true,
  allowOutsideUsers: true,
  allowAnonymousUsers: false,
  enableArchivingDisclaimer: true,
  routing: 'dns-srv',
  enablePartnerDiscovery: true,
};
const read: Overview = {
  posture: ok({ kind: 'open', blockedDomains: 3 }),
  edge: ok(edge),
  domains: ok({ allowed: 20_000, blocked: 3 }),
  hostingProviders: ok([{ name: 'LyncOnline', enabled: true, proxyFqdn: 'sipfed.online.lync.com' }]),
  publicProviders: ok([
    { name: 'AIM', enabled: false, proxyFqdn: 'sip.oscar.aol.com' },
    { name: 'Yahoo!', enabled: false, proxyFqdn: 'lcsap.msg.yahoo.com' },
  ]),
  policies: ok([
    { identity: 'Global', values: { enableFederationAccess: true, enableOutsideAccess: true, enableXmppAccess: true } },
    { identity: 'Tag:Merger 2019', values: {} },
    { identity: 'Tag:Sales', values: { enableFederationAccess: true } },
  ]),
  xmppPartners: ok(['jabber.fabrikam.com']),
  roles: ok({ account: 'ana', roles: ['CsUserAdministrator'] }),
  routes: ok([
    {
      site: 'Redmond',
      federationRoute: 'EdgeServer:edge01.contoso.com',
      xmppFederationRoute: 'EdgeServer:edge01.contoso.com',
    },
    { site: 'Tacoma', federationRoute: null, xmppFederationRoute: null },
  ]),
  replicas: ok([
    replica('fe01.contoso.com', { upToDate: true }),
    replica('edge01.contoso.com', { lastUpdateCreation: '2026-11-22T09:30:00.000Z' }),
  ]),
  readAt: '2026-11-22T10:00:00.000Z',
};

type Replicas = Extract<Overview['replicas'], { readonly ok: true }>['value'];

function replica(fqdn: string, more: Partial<Replicas[number]>): Replicas[number] {
  const times = { lastStatusReport: '2026-11-22T09:00:00.000Z', lastUpdateCreation: '2026-11-22T09:59:00.000Z' };
  return { fqdn, upToDate: false, ...times, productVersion: '6.0.9319.0', ...more };
}

function show(
  overview: Partial<Overview> | (() => Overview),
  open: Partial<OpenDeployment> = {},
  unheld: NonNullable<Answers['nouns.unheld']> = () => ['Tag:Merger 2019'],
): MemoryBridge {
  const shown = { ...opened, ...open };
  const answers: Answers = {
    'deployments.list': () => [shown.deployment],
    'deployments.open': () => shown,
    'overview.read': () => (typeof overview === 'function' ? overview() : { ...read, ...overview }),
    'nouns.unheld': unheld,
  };
  const bridge = createMemoryBridge(answers);
  location.hash = '#/practice/overview';
  render(
    <App bridge={bridge} cache={createUnstyledCache()} preferences={{ language: 'en', theme: 'light', tables: [] }} />,
  );
  return bridge;
}

async function section(name: string): Promise<HTMLElement> {
  return await screen.findByRole('region', { name });
}

/** The value that stands beside a name. */
function valueOf(within_: HTMLElement, name: string): string | null | undefined {
  const term = within(within_).getByText(name, { selector: 'dt, dt *' }).closest('dt');
  return term?.nextElementSibling?.textContent;
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

afterEach(() => {
  cleanup();
  location.hash = '';
  vi.unstubAllGlobals();
});

describe('the overview', () => {
  it('says what federation means, and which boxes are in force', async () => {
    show({});
    await screen.findByText(/Federation is OPEN/);
    const inForce = await section('In force');
    expect(valueOf(inForce, 'Enable federation and public IM connectivity')).toBe('On');
    expect(valueOf(inForce, 'Enable partner domain discovery')).toBe('On');
    expect(valueOf(inForce, 'Enable anonymous user access to conferences')).toBe('Off');
    expect(screen.getByRole('region', { name: 'Federation' }).textContent, 'the bar has heard of it').toContain('OPEN');
  });

  it('says of what is on under federation that it does nothing while that is off', async () => {
    show({ edge: ok({ ...edge, allowFederatedUsers: false }), posture: ok({ kind: 'off' }) });
    await screen.findByText(/Federation is OFF/);
    const inForce = await section('In force');
    expect(valueOf(inForce, 'Enable partner domain discovery')).toBe('On, without effect while federation is off');
    expect(valueOf(inForce, 'Enable remote user access')).toBe('On');
    expect(within(await section('Lists')).getByText('Without effect while federation is off.')).toBeTruthy();
  });

  it('counts domains and providers', async () => {
    show({});
    await screen.findByText('20,000');
    const lists = await section('Lists');
    expect(valueOf(lists, 'Blocked domains')).toBe('3');
    expect(valueOf(lists, 'Hosted providers')).toBe('1 of 1 enabled (LyncOnline)');
    expect(valueOf(lists, 'Public providers')).toBe('0 of 2 enabled');
    expect(valueOf(lists, 'External access policies')).toBe('3');
    expect(valueOf(lists, 'XMPP partners')).toBe('1');
  });

  it('says of each replica whether it has everything, and marks one that has waited for too long', async () => {
    show({});
    const table = await screen.findByRole('table', { name: 'Replication' });
    expect(within(table).getByRole('row', { name: /fe01/ }).textContent).toContain('Up to date');
    expect(within(table).getByRole('row', { name: /edge01/ }).textContent).toContain('Stale');
    expect(screen.getByText(/1 replica of 2 is behind\. Stale: behind for more than five minutes\./)).toBeTruthy();
  });

  it('says since when a replica is as it is, and how long one has been behind', async () => {
    show({});
    const table = await screen.findByRole('table', { name: 'Replication' });
    const current = within(table).getByRole('row', { name: /fe01/ }).textContent;
    expect(current).toContain('1 hour ago');
    expect(current).toContain('2026');
    expect(current).not.toContain('For ');
    const behind = within(table).getByRole('row', { name: /edge01/ }).textContent;
    expect(behind).toContain('For 30 minutes');
    expect(behind).toContain('30 minutes ago');
  });

  it('says which site has no federation route of its own', async () => {
    show({});
    const table = await screen.findByRole('table', { name: 'Federation route' });
    expect(within(table).getByRole('row', { name: /Redmond/ }).textContent).toContain('edge01.contoso.com');
    expect(within(table).getByRole('row', { name: /Tacoma/ }).textContent).toContain('No route of its own');
  });

  it('says what this session may do, as far as its cmdlets show it', async () => {
    show({});
    const cells = (row: RegExp): readonly (string | null)[] =>
      within(screen.getByRole('row', { name: row }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    await screen.findByRole('table', { name: 'Role' });
    expect(cells(/^Allowed domains/)).toEqual(['Yes', 'Yes', 'No', 'No']);
    expect(cells(/^Access Edge Configuration/)).toEqual(['Yes', '–', 'No', '–']);
    const session = await section('Server and session');
    expect(valueOf(session, 'Role')).toBe('CsUserAdministrator');
    expect(valueOf(session, 'In these panels')).toContain('You may change: Allowed domains.');
    expect(within(session).getByText(/the 9 Cs cmdlets/)).toBeTruthy();
  });

  it('leads into a panel', async () => {
    show({});
    for (const [name, panel] of [
      ['Allowed domains', 'sip-federated-domains'],
      ['Public providers', 'sip-federated-providers'],
      ['External access policies', 'external-access-policy'],
      ['XMPP partners', 'xmpp-federated-partners'],
    ] as const) {
      fireEvent.click(await within(await section('Lists')).findByRole('button', { name }));
      expect(location.hash).toBe(`#/practice/${panel}`);
      location.hash = '#/practice/overview';
      await section('Lists');
    }
  });
});

describe('a part', () => {
  it('that the role may not read is unknown, not an alarm', async () => {
    const cmdlet = 'Get-CsHostingProvider';
    show(
      { hostingProviders: failed(edgewiseError('permission.cmdlet-absent', { cmdlet })) },
      { cmdlets: opened.cmdlets.filter((name) => name !== cmdlet) },
    );
    await screen.findByText('Unknown: your role does not include Get-CsHostingProvider.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await screen.findByText('20,000')).toBeTruthy();
  });

  it('that failed says why in its place, and leaves the others', async () => {
    const cmdlet = 'Get-CsManagementStoreReplicationStatus';
    const error = edgewiseError('cmdlet.error', { cmdlet, category: 'ReadError', message: 'SQL is down' });
    show({ replicas: failed(error) });
    const alert = await screen.findByRole('alert');
    expect((await section('Replication')).contains(alert)).toBe(true);
    expect(screen.getByText('20,000')).toBeTruthy();
  });

  it('that counts the lists says its failure once', async () => {
    const error = edgewiseError('cmdlet.error', { cmdlet: 'Get-CsAllowedDomain', category: 'ReadError', message: 'x' });
    show({ domains: failed(error), posture: failed(error) });
    expect(await screen.findAllByRole('alert')).toHaveLength(1);
    expect(valueOf(await section('In force'), 'Enable remote user access')).toBe('On');
  });
});

describe('the warnings', () => {
  const warnings = async (): Promise<readonly string[]> =>
    within(within(await section('Warnings')).getByRole('group'))
      .queryAllByRole('listitem')
      .map((item) => item.textContent);

  it('say what is set and in effect for nobody, why, and what to do', async () => {
    show({ edge: ok({ ...edge, allowFederatedUsers: false }), posture: ok({ kind: 'off' }) });
    await screen.findByText(/Federation is OFF/);
    const [first, ...others] = await warnings();
    expect(first).toContain('2 policies allow communications with federated');
    expect(first).toContain('Global, Sales');
    expect(first).toContain('in effect only while federation is on');
    expect(first).toContain('Turn federation on');
    expect(others.join()).toContain('A provider is enabled, and federation is off: LyncOnline.');
    expect(others.join()).toContain('AIM (ended on Jun 30, 2014), Yahoo! (ended on Jun 30, 2014)');
  });

  it('lead to where it is put right', async () => {
    show({});
    fireEvent.click(
      await within(await section('Warnings')).findByRole('button', { name: 'Open SIP Federated Providers' }),
    );
    expect(location.hash).toBe('#/practice/sip-federated-providers');
  });

  it('are none where nothing contradicts itself', async () => {
    show({ publicProviders: ok([]) });
    await screen.findByText('Nothing that was read contradicts itself.');
  });

  it('say what this role cannot read, and not what the server lacks', async () => {
    const absent = (cmdlet: string): Result<never> => failed(edgewiseError('permission.cmdlet-absent', { cmdlet }));
    const parts = { xmppPartners: absent('Get-CsXmppAllowedPartner'), routes: absent('Get-CsSite') };
    show(parts, { cmdlets: ['Get-CsServerVersion', 'Set-CsAccessEdgeConfiguration'] });
    await screen.findByText('Not looked at, for your role does not include: Get-CsSite.');
    expect(screen.getByText(/This server has no XMPP federation/)).toBeTruthy();
  });

  it('of policies nobody has come when they were asked for, and go when one is assigned', async () => {
    const bridge = show({});
    await screen.findByText('20,000');
    expect(bridge.sent.map(([name]) => name)).not.toContain('nouns.unheld');
    fireEvent.click(screen.getByRole('button', { name: 'Look for policies nobody has' }));
    await screen.findByText(/1 of 2 user policies is assigned to nobody/);
    expect(bridge.sent.filter(([name]) => name === 'nouns.unheld').map(([, input]) => input)).toEqual([
      { deployment: 'practice', policies: ['Tag:Merger 2019', 'Tag:Sales'] },
    ]);
    expect((await warnings()).join()).toContain('A user policy is assigned to nobody: Merger 2019.');
    bridge.emit({ name: 'nouns.changed', payload: { deployment: 'practice', noun: 'user' } });
    await screen.findByText(/is looked for only when you ask/);
    expect((await warnings()).join()).not.toContain('Merger 2019');
  });

  it('of policies nobody has can be stopped being looked for, and say how far that is', async () => {
    const many = Array.from({ length: 45 }, (_, at) => ({ identity: `Tag:Team ${at}`, values: {} }));
    let stopped = false;
    show({ policies: ok(many) }, {}, async ({ policies }, signal) => {
      if (policies.includes('Tag:Team 0')) return [];
      return await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          stopped = true;
          reject(failure('workstation.cancelled', {}));
        });
      });
    });
    await screen.findByText('20,000');
    fireEvent.click(screen.getByRole('button', { name: 'Look for policies nobody has' }));
    await screen.findByText('20 of 45 user policies looked into …');
    fireEvent.click(within(await section('Warnings')).getByRole('button', { name: 'Cancel' }));
    await screen.findByText(/is looked for only when you ask/);
    expect(stopped).toBe(true);
  });

  it('of policies nobody has are unknown to a role that cannot read users', async () => {
    show({}, { cmdlets: opened.cmdlets.filter((name) => name !== 'Get-CsUser') });
    await screen.findByText(/not known: your role does not include Get-CsUser/);
    expect(screen.queryByRole('button', { name: 'Look for policies nobody has' })).toBeNull();
  });
});

describe('the role', () => {
  it('is not known of an account that signs in by another kind of name', async () => {
    show({ roles: ok({ account: null, roles: [] }) });
    await screen.findByText(/by SamAccountName alone/);
  });

  it('is none where the server names none, and unknown without its cmdlet', async () => {
    show({ roles: ok({ account: 'ana', roles: [] }) });
    await screen.findByText('The server names none for ana.');
    cleanup();
    const cmdlet = 'Get-CsAdminRoleAssignment';
    show({ roles: failed(edgewiseError('permission.cmdlet-absent', { cmdlet })) });
    await screen.findByText('Unknown: your role does not include Get-CsAdminRoleAssignment.');
  });
});

describe('reading the overview', () => {
  it('keeps what was read when reading again fails, and says why', async () => {
    let reads = 0;
    show(() => {
      reads += 1;
      if (reads > 1) throw failure('network.timeout', { host: 'pool01.contoso.com', seconds: 30 });
      return { ...read, replicas: ok([]) };
    });
    await screen.findByText('20,000');
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect((await screen.findByRole('alert')).textContent).toContain('did not answer within 30 seconds');
    expect(screen.getByText('20,000')).toBeTruthy();
  });

  it('says that nothing was read when the first reading failed, beside what is known without it', async () => {
    show(() => {
      throw failure('network.timeout', { host: 'pool01.contoso.com', seconds: 30 });
    });
    await screen.findByRole('alert');
    expect(screen.getAllByText('Not read').length).toBeGreaterThan(3);
    expect(valueOf(await section('Server and session'), 'Server')).toContain('Skype for Business Server 2015');
  });

  it('reads again when a window has written', async () => {
    const bridge = show({});
    await screen.findByText('20,000');
    const before = bridge.sent.length;
    bridge.emit({ name: 'domains.changed', payload: { deployment: 'practice' } });
    await vi.waitFor(() => expect(bridge.sent.slice(before).map(([name]) => name)).toEqual(['overview.read']));
  });

  it('says that the deployment is marked read-only', async () => {
    show({}, { deployment: { ...deployment, readOnly: true } });
    await screen.findByText(/marked read-only on this workstation/);
  });
});
