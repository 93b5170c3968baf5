import { describe, expect, it } from 'vitest';
import { Failure, type EdgewiseError } from '../../shared/errors.ts';
import { domainSteps } from '../../shared/plan/domain-steps.ts';
import { closedEdge } from '../../shared/models/access-edge.fixture.ts';
import type { DomainDraft } from '../../shared/plan/draft.ts';
import { enumOf, psObject, scalar, type PsValue } from '../psrp/index.ts';
import { readAccessEdge } from './access-edge.ts';
import { readDomain, readDomains } from './domains.ts';
import { engineSession, memoryStore, type EngineSession } from './engine-session.fixture.ts';
import { runCmdlet } from './run-cmdlet.ts';
import { readCmdlets, readServerVersion } from './server.ts';
import { sendStep } from './write-step.ts';

const ALLOWED_TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain';
const sha256 = (text: string): string => `digest of ${text}`;

async function errorOf(work: Promise<unknown>): Promise<EdgewiseError> {
  try {
    await work;
  } catch (caught) {
    if (caught instanceof Failure) return caught.error;
    throw caught;
  }
  throw new Error('nothing was refused');
}

/** A session whose Get- cmdlets answer these objects: what another build of a server would send. */
function answering(...output: PsValue[]): EngineSession {
  const session = engineSession();
  return {
    ...session,
    run: async (commands, options) => {
      const name = commands[0]?.name;
      if (name !== 'Get-CsAllowedDomain' && name !== 'Get-CsAccessEdgeConfiguration') {
        return await session.run(commands, options);
      }
      for (const value of output) options?.onEvent?.({ kind: 'output', value });
      return { state: 'completed', output: [], errors: [], warnings: [], reason: null };
    },
  };
}

describe('reading both lists', () => {
  it('gives every row of the server with its values', async () => {
    const { allowed, blocked } = await readDomains(engineSession());
    expect(allowed).toHaveLength(14);
    expect(allowed[0]).toEqual({
      identity: 'fabrikam.com',
      domain: 'fabrikam.com',
      proxyFqdn: 'sip.fabrikam.com',
      comment: 'PO 4711, contact Ana Bowman; fixed edge until their move in May',
      markForMonitoring: false,
      verificationLevel: 'UseSourceVerification',
    });
    expect(allowed.at(-1)?.comment).toBe('연수원 예약 담당: 김민준');
    expect(blocked.map((row) => [row.domain, row.comment])).toEqual([
      ['phishing.example', 'Ticket 20931: credential phishing by IM'],
      ['spam.litware.example', 'Abuse'],
      ['gossip.example', null],
    ]);
  });

  it('tells how far it is, and ends on the whole', async () => {
    const read: number[] = [];
    await readDomains(engineSession({ store: memoryStore(1_200) }), { onProgress: (rows) => read.push(rows) });
    expect(read).toEqual([500, 1_000, 1_203]);
  });

  it('stops on the server when it is cancelled', async () => {
    const cancel = new AbortController();
    const session = engineSession({ store: memoryStore(2_000) });
    const reading = readDomains(session, { signal: cancel.signal, onProgress: () => cancel.abort() });
    expect((await errorOf(reading)).code).toBe('powershell.stopped');
    expect(session.ran).toEqual(['Get-CsAllowedDomain']);
  });

  it('gives null for what an older build does not have', async () => {
    const { allowed } = await readDomains(answering(psObject({ adapted: { Identity: 'fabrikam.com' } })));
    expect(allowed[0]).toEqual({
      identity: 'fabrikam.com',
      domain: 'fabrikam.com',
      proxyFqdn: null,
      comment: null,
      markForMonitoring: null,
      verificationLevel: null,
    });
  });

  it('reads names in any case, note properties, enums of any form, and the types of a reading PowerShell', async () => {
    const value = psObject({
      types: [`Deserialized.${ALLOWED_TYPE}`],
      adapted: { identity: psObject({ text: 'fabrikam.com' }), DOMAIN: 'fabrikam.com', proxyfqdn: '', Comment: null },
      extended: {
        VerificationLevel: enumOf('VerificationLevelType', 'AlwaysVerifiable', 0),
        MarkForMonitoring: 'True',
        PSComputerName: 'fe01',
      },
    });
    const { allowed } = await readDomains(answering(value));
    expect(allowed).toEqual([
      {
        identity: 'fabrikam.com',
        domain: 'fabrikam.com',
        proxyFqdn: null,
        comment: null,
        markForMonitoring: true,
        verificationLevel: 'AlwaysVerifiable',
      },
    ]);
  });

  it.each([
    ['a bare value', 'fabrikam.com', 'a value came where an object was expected'],
    ['no identity', psObject({ adapted: { Domain: 'a.com' } }), 'Identity is missing'],
    ['a number for a text', psObject({ adapted: { Identity: 'a.com', Comment: 5 } }), 'Comment is not a text'],
    [
      'a text for a boolean',
      psObject({ adapted: { Identity: 'a.com', MarkForMonitoring: 'perhaps' } }),
      'MarkForMonitoring is not a boolean',
    ],
    [
      'a level nobody knows',
      psObject({ adapted: { Identity: 'a.com', VerificationLevel: 'Sometimes' } }),
      'VerificationLevel is Sometimes',
    ],
    [
      'a date for a text',
      psObject({ adapted: { Identity: scalar('DT', '2026-01-15T09:00:00Z') } }),
      'Identity is not a text',
    ],
  ])('refuses %s rather than guess', async (_, value, reason) => {
    const error = await errorOf(readDomains(answering(value)));
    expect([error.code, error.values]).toEqual(['cmdlet.answer-unreadable', { cmdlet: 'Get-CsAllowedDomain', reason }]);
  });
});

describe('reading one domain', () => {
  it.each([
    ['FABRIKAM.com', 'fabrikam.com', null],
    ['phishing.example', null, 'phishing.example'],
    ['nowhere.example', null, null],
  ])('finds %s where it is, and nothing where it is not', async (domain, allowed, blocked) => {
    const state = await readDomain(engineSession(), domain);
    expect([state.allowed?.domain ?? null, state.blocked?.domain ?? null]).toEqual([allowed, blocked]);
  });

  it('takes no character of a name for a wildcard', async () => {
    for (const name of ['*', 'fabrika?.com', '[f]abrikam.com', '`fabrikam.com']) {
      expect(await readDomain(engineSession(), name)).toEqual({ allowed: null, blocked: null });
    }
  });
});

describe('the Access Edge', () => {
  it('is read with every value it has', async () => {
    const edge = await readAccessEdge(engineSession());
    expect(edge).toMatchObject({ ...closedEdge, allowAnonymousUsers: true, dnsSrvCacheRecordCount: 131072 });
    expect(Object.keys(edge).sort()).toEqual(Object.keys(closedEdge).sort());
  });

  it('has none of the values a build from before them has not', async () => {
    const edge = await readAccessEdge(engineSession({ version: '2013' }));
    expect(edge).toMatchObject({
      dnsSrvCacheRecordCount: null,
      skypeSearchUrl: null,
      certificatesDeletedPercentage: 20,
    });
  });

  it.each(['many', '4.5', '99999999999999999999'])('is refused with %s for a number', async (count) => {
    const adapted = { ...switches, EnablePartnerDiscovery: true, OutgoingTlsCountForFederatedPartners: count };
    expect((await errorOf(readAccessEdge(answering(psObject({ adapted }))))).code).toBe('cmdlet.answer-unreadable');
  });

  const switches = { AllowFederatedUsers: true, AllowOutsideUsers: true, AllowAnonymousUsers: false };
  const edgeType = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayAccessEdgeSettingsDefaultRoute';

  it('is another object with a default route, known by its method or by its type', async () => {
    const route = { ...switches, DefaultRouteFqdn: 'edge.hoster.example' };
    const wanted = {
      routing: 'default-route',
      defaultRouteFqdn: 'edge.hoster.example',
      enableArchivingDisclaimer: null,
    };
    const byMethod = psObject({ adapted: { ...route, RoutingMethod: 'UseDefaultRouting' } });
    const byType = psObject({ types: [`Deserialized.${edgeType}`], adapted: route });
    expect(await readAccessEdge(answering(byMethod))).toMatchObject(wanted);
    expect(await readAccessEdge(answering(byType))).toMatchObject(wanted);
  });

  it.each([
    ['none', []],
    [
      'two',
      [
        psObject({ adapted: { ...switches, EnablePartnerDiscovery: true } }),
        psObject({ adapted: { ...switches, EnablePartnerDiscovery: true } }),
      ],
    ],
    ['one without discovery', [psObject({ adapted: switches })]],
    ['one of a routing nobody knows', [psObject({ adapted: { ...switches, RoutingMethod: 'Other' } })]],
  ])('is not guessed from %s', async (_, values) => {
    expect((await errorOf(readAccessEdge(answering(...values)))).code).toBe('cmdlet.answer-unreadable');
  });
});

describe('what a server has', () => {
  it('is its own words on its version, and its cmdlets with their parameters', async () => {
    const session = engineSession();
    expect(await readServerVersion(session)).toBe(
      'Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.',
    );
    const { names, abilities } = await readCmdlets(session);
    expect(names).toContain('New-CsAllowedDomain');
    expect(abilities.get('new-csalloweddomain')?.has('verificationlevel')).toBe(true);
    const old = await readCmdlets(engineSession({ version: '2013' }));
    expect(old.abilities.get('new-csalloweddomain')?.has('verificationlevel')).toBe(false);
    const viewer = await readCmdlets(engineSession({ role: 'CsViewOnlyAdministrator' }));
    expect(viewer.names).toContain('Get-CsAllowedDomain');
    expect(viewer.names).not.toContain('New-CsAllowedDomain');
  });
});

describe('a refused cmdlet', () => {
  it('that the role does not have is a matter of permission', async () => {
    const session = engineSession({ role: 'CsViewOnlyAdministrator' });
    const error = await errorOf(
      runCmdlet(session, 'Remove-CsAllowedDomain', [{ name: 'Identity', value: 'fabrikam.com' }]),
    );
    expect(error).toMatchObject({ code: 'permission.cmdlet-absent', values: { cmdlet: 'Remove-CsAllowedDomain' } });
  });

  it('names the parameter it does not know', async () => {
    const error = await errorOf(runCmdlet(engineSession(), 'Get-CsAllowedDomain', [{ name: 'Nonsense', value: 'x' }]));
    expect(error).toMatchObject({
      code: 'cmdlet.parameter-unknown',
      values: { cmdlet: 'Get-CsAllowedDomain', parameter: 'Nonsense' },
    });
  });

  it('keeps the words, the id and the category of the server', async () => {
    const args = [{ name: 'Identity', value: 'nowhere.example' }];
    const error = await errorOf(
      runCmdlet(engineSession(), 'Remove-CsAllowedDomain', [...args, { name: 'Confirm', value: false }]),
    );
    expect(error).toMatchObject({
      code: 'cmdlet.error',
      values: { cmdlet: 'Remove-CsAllowedDomain', category: 'ObjectNotFound' },
    });
    expect(error.details.serverText).toContain('nowhere.example');
    expect(error.details.fullyQualifiedErrorId).not.toBe('');
  });

  it('is a script when a script was sent', async () => {
    const session = engineSession();
    const scripted = {
      ...session,
      run: (commands: Parameters<typeof session.run>[0], options: Parameters<typeof session.run>[1]) =>
        session.run(
          commands.map((each) => ({ ...each, isScript: true })),
          options,
        ),
    };
    expect((await errorOf(runCmdlet(scripted, 'Get-Date', []))).code).toBe('cmdlet.scripts-refused');
  });
});

describe('sending a step', () => {
  async function apply(session: EngineSession, draft: DomainDraft): Promise<void> {
    const { abilities } = await readCmdlets(session);
    const state = await readDomain(session, draft.domain);
    for (const step of domainSteps({ draft, state, abilities }, sha256)) await sendStep(session, step);
  }

  it('writes what its PowerShell says', async () => {
    const session = engineSession();
    const comment = `Ana's “partner” $x ‘y’ 😀 설명`;
    await apply(session, {
      kind: 'allowed-domain.add',
      domain: 'new.example',
      comment,
      proxyFqdn: 'edge.new.example',
      verificationLevel: 'AlwaysUnverifiable',
      markForMonitoring: true,
    });
    expect((await readDomain(session, 'new.example')).allowed).toEqual({
      identity: 'new.example',
      domain: 'new.example',
      proxyFqdn: 'edge.new.example',
      comment,
      markForMonitoring: true,
      verificationLevel: 'AlwaysUnverifiable',
    });
  });
});
