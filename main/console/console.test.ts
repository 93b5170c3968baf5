import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { memoryStore } from '../cs/engine-session.fixture.ts';
import { consoleBench, engineSource } from './engine-source.fixture.ts';

const deployment = 'hq';

describe('the console', () => {
  it('lists its deployments and connects to none of them', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source, engineSource('lab'));
    expect((await bench.get('deployments.list', {})).map((each) => each.id)).toEqual(['hq', 'lab']);
    expect(source.sessions).toEqual([]);
    expect(bench.events).toEqual([]);
  });

  it.each([
    ['deployments.list', { surplus: 1 }],
    ['deployments.open', { deployment: '' }],
    ['deployments.open', { deployment, anew: 'yes' }],
    ['deployments.open', null],
    ['plans.apply', { plan: 'x', hash: 'short' }],
    ['plans.build', { deployment, drafts: [{ kind: 'allowed-domain.add', domain: 'a.com', powershell: 'x' }] }],
    ['no.such.request', {}],
    ['toString', {}],
  ])('refuses %s with %j and goes on', async (name, input) => {
    const { console } = consoleBench(engineSource('hq'));
    const caller = { window: 'w', signal: new AbortController().signal };
    expect(await console.request(name, input, caller)).toMatchObject({
      ok: false,
      error: { code: 'input.request-malformed', values: { request: name } },
    });
  });

  it('knows no deployment that is not there', async () => {
    const bench = consoleBench(engineSource('hq'));
    expect(await bench.ask('domains.list', { deployment: 'elsewhere' })).toMatchObject({
      ok: false,
      error: { code: 'workstation.deployment-unknown', details: { deployment: 'elsewhere' } },
    });
  });
});

describe('opening a deployment', () => {
  it('tells its version, its cmdlets and its posture, and each step of its session', async () => {
    const bench = consoleBench(engineSource('hq'));
    const opened = await bench.get('deployments.open', { deployment });
    expect(opened.serverVersion).toContain('Skype for Business Server 2015');
    expect(opened.cmdlets).toContain('New-CsAllowedDomain');
    expect(opened.posture).toEqual({ kind: 'closed', allowedDomains: 14 });
    expect(bench.events.map((event) => ('state' in event.payload ? event.payload.state : event.name))).toEqual([
      'opening',
      'open',
      'domains.progress',
    ]);
  });

  it('opens one session for all who wait for it', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source);
    await Promise.all([
      bench.get('deployments.open', { deployment }),
      bench.get('domains.list', { deployment }),
      bench.get('domains.list', { deployment }),
    ]);
    expect(source.sessions).toHaveLength(1);
  });

  it('says why it failed, and tries again when asked again', async () => {
    const source = engineSource('hq');
    source.up = false;
    const bench = consoleBench(source);
    expect(await bench.ask('deployments.open', { deployment })).toMatchObject({
      ok: false,
      error: { code: 'network.refused', layer: 'network', retry: true, details: { deployment } },
    });
    expect(bench.events.at(-1)).toMatchObject({ payload: { state: 'failed', error: { code: 'network.refused' } } });
    source.up = true;
    await bench.get('deployments.open', { deployment });
  });

  it.each([
    failure('sign-in.refused', { user: 'ana', scheme: 'NTLM' }),
    failure('sign-in.kerberos-password', { user: 'ana@CONTOSO.COM' }),
    failure('network.proxy-sign-in', { proxy: 'proxy:8080', user: 'ana', scheme: 'Basic' }),
  ])(
    'signs in once where it is refused, however much is asked for and opened, until somebody connects anew: $message',
    async (refusal) => {
      let tries = 0;
      const { code } = refusal.error;
      const source = engineSource('hq');
      const changed = { ...source, connect: () => ((tries += 1), Promise.reject(refusal)) };
      const bench = consoleBench(changed);
      const read = () => bench.ask('domains.list', { deployment });
      for (const answer of [await read(), ...(await Promise.all([read(), read(), read()]))]) {
        expect(answer).toMatchObject({ ok: false, error: { code } });
      }
      expect(await bench.ask('deployments.open', { deployment })).toMatchObject({ ok: false, error: { code } });
      expect(tries).toBe(1);
      await bench.ask('deployments.open', { deployment, anew: true });
      expect(tries).toBe(2);
      await bench.ask('deployments.open', { deployment });
      expect(tries).toBe(2);
      await bench.ask('deployments.close', { deployment });
      await read();
      expect(tries).toBe(3);
    },
  );

  it('is refused still where the attempt a person asked for was given up before it was answered', async () => {
    let tries = 0;
    const asked = new AbortController();
    const source = {
      ...engineSource('hq'),
      connect: async (signal: AbortSignal) => {
        tries += 1;
        if (tries === 2) {
          asked.abort();
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
        }
        throw tries === 2
          ? failure('workstation.cancelled', {})
          : failure('sign-in.kerberos-password', { user: 'ana' });
      },
    };
    const bench = consoleBench(source);
    await bench.ask('deployments.open', { deployment });
    await bench.ask('deployments.open', { deployment, anew: true }, { signal: asked.signal });
    expect(await bench.ask('deployments.open', { deployment })).toMatchObject({
      error: { code: 'sign-in.kerberos-password' },
    });
    expect(tries).toBe(2);
  });

  it('is given up when nobody waits for it any more, and not before', async () => {
    const reached = Promise.withResolvers<AbortSignal>();
    const source = engineSource('hq');
    const slow = {
      ...source,
      connect: (signal: AbortSignal) => {
        reached.resolve(signal);
        return new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(failure('workstation.cancelled', {}))),
        );
      },
    };
    const bench = consoleBench(slow);
    const [first, second] = [new AbortController(), new AbortController()];
    const one = bench.ask('deployments.open', { deployment }, { signal: first.signal });
    const two = bench.ask('domains.list', { deployment }, { signal: second.signal });
    const connecting = await reached.promise;
    first.abort();
    expect(await one).toMatchObject({ ok: false, error: { code: 'workstation.cancelled' } });
    expect(connecting.aborted).toBe(false);
    second.abort();
    expect(await two).toMatchObject({ ok: false, error: { code: 'workstation.cancelled' } });
    expect(connecting.aborted).toBe(true);
  });

  it('does not wait for another deployment', async () => {
    const hung = { ...engineSource('lab'), connect: () => new Promise<never>(() => undefined) };
    const bench = consoleBench(engineSource('hq'), hung);
    void bench.ask('deployments.open', { deployment: 'lab' });
    expect((await bench.get('deployments.open', { deployment })).posture.kind).toBe('closed');
  });

  it('is told to stand while its session does, and asking connects to none', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source, engineSource('lab'));
    expect(await bench.get('deployments.standing', {})).toEqual([]);
    expect(source.sessions).toEqual([]);
    await bench.get('deployments.open', { deployment });
    expect(await bench.get('deployments.standing', {})).toEqual(['hq']);
    await bench.get('deployments.close', { deployment });
    expect(await bench.get('deployments.standing', {})).toEqual([]);
  });

  it('ends with the session closed', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source);
    await bench.get('deployments.open', { deployment });
    await bench.get('deployments.close', { deployment });
    expect(source.sessions.map((session) => session.closed())).toEqual([true]);
    expect(bench.events.at(-1)).toMatchObject({ name: 'deployment.state', payload: { state: 'closed' } });
  });
});

describe('the list of domains', () => {
  it('has the rows of both lists, each with the version of its values', async () => {
    const bench = consoleBench(engineSource('hq'));
    const { domains, posture, readAt } = await bench.get('domains.list', { deployment });
    expect(domains).toHaveLength(17);
    expect(domains[0]).toMatchObject({ status: 'allowed', domain: 'fabrikam.com', proxyFqdn: 'sip.fabrikam.com' });
    expect(domains.at(-1)).toMatchObject({ status: 'blocked', domain: 'gossip.example' });
    expect(new Set(domains.map((row) => row.version)).size).toBe(17);
    expect(domains.every((row) => /^[0-9a-f]{64}$/.test(row.version))).toBe(true);
    expect([posture, readAt]).toEqual([{ kind: 'closed', allowedDomains: 14 }, '2026-01-15T09:00:00.000Z']);
  });

  it('is what opening has read, once; a refresh reads again', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source);
    const reads = (): number => source.ran().filter((name) => name === 'Get-CsAllowedDomain').length;
    await bench.get('deployments.open', { deployment });
    await bench.get('domains.list', { deployment });
    expect(reads()).toBe(1);
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'new.example' });
    expect((await bench.get('domains.list', { deployment })).domains).toHaveLength(18);
    expect(reads()).toBe(2);
  });

  it('is read again when what opening has read is not fresh any more', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source);
    await bench.get('deployments.open', { deployment });
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'new.example' });
    bench.clock.now += 10_001;
    expect((await bench.get('domains.list', { deployment })).domains).toHaveLength(18);
  });

  it('tells how many rows were read', async () => {
    const bench = consoleBench(engineSource('hq', memoryStore(1_000)));
    await bench.get('domains.list', { deployment });
    const progress = bench.events.filter((event) => event.name === 'domains.progress');
    expect(progress.map((event) => event.payload)).toEqual([
      { deployment, read: 500 },
      { deployment, read: 1_000 },
      { deployment, read: 1_003 },
    ]);
  });

  it('is read on a new session when the kept one turns out to be dead, once', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source);
    await bench.get('domains.list', { deployment });
    source.intercept = (_, proceed) =>
      source.sessions.length === 1 ? Promise.reject(failure('ws-management.shell-gone', {})) : proceed();
    await bench.get('domains.list', { deployment });
    expect(source.sessions.map((session) => session.closed())).toEqual([true, false]);
    source.intercept = () => Promise.reject(failure('network.lost', { host: 'pool01.contoso.com' }));
    expect(await bench.ask('domains.list', { deployment })).toMatchObject({ error: { code: 'network.lost' } });
    expect(source.sessions).toHaveLength(3);
  });

  it('is not read on a new session when the sign-in of the kept one is refused: the password is another now', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source);
    await bench.get('domains.list', { deployment });
    source.intercept = () => Promise.reject(failure('sign-in.refused', { user: 'ana', scheme: 'NTLM' }));
    const answers = await Promise.all([1, 2, 3].map(() => bench.ask('domains.list', { deployment })));
    for (const answer of answers) expect(answer).toMatchObject({ error: { code: 'sign-in.refused' } });
    expect(source.sessions).toHaveLength(1);
    source.intercept = (_, proceed) => proceed();
    expect(await bench.ask('deployments.open', { deployment })).toMatchObject({ error: { code: 'sign-in.refused' } });
    expect(source.sessions).toHaveLength(1);
    await bench.get('deployments.open', { deployment, anew: true });
    expect(source.sessions).toHaveLength(2);
  });

  it('is refused without another session when a cmdlet is refused', async () => {
    const source = engineSource('hq');
    const bench = consoleBench(source);
    source.role = 'no role at all';
    expect(await bench.ask('domains.list', { deployment })).toMatchObject({
      ok: false,
      error: { code: 'permission.cmdlet-absent', details: { deployment } },
    });
    expect(source.sessions).toHaveLength(1);
  });
});
