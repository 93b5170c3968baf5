import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { PLAIN_NETWORK } from '../../shared/models/network.ts';
import { serverDraft } from '../deployments/server-draft.fixture.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { createAuthority } from '../transport/testing/certificates.ts';
import { startSigningServer } from '../transport/testing/signing-server.ts';
import { consoleBench, engineSource, type ConsoleBench } from './engine-source.fixture.ts';
import { addServer, refusalOf, resave } from './add-server.fixture.ts';

let practice: RunningPractice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(async () => practice.close());

const draft = (over: Partial<DeploymentDraft> = {}) => serverDraft(practice, over);
const add = (bench: ConsoleBench, over: Partial<DeploymentDraft> = {}, password = true) =>
  addServer(bench, practice, over, password);

describe('a configured deployment', () => {
  it('is saved, listed, opened over the wire, changed, and removed', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    expect(await bench.get('deployments.list', {})).toEqual([
      {
        id,
        name: 'Contoso HQ',
        kind: 'server',
        group: 'Contoso',
        colour: 'red',
        url: practice.url,
        user: practice.accounts.administrator.user,
        otherUsers: [],
        scheme: 'ntlm',
        trust: 'ca',
        connection: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        passwordState: 'stored',
        production: false,
        readOnly: false,
      },
    ]);
    expect(await bench.get('deployments.draft', { deployment: id })).toMatchObject({
      name: 'Contoso HQ',
      trust: { kind: 'ca' },
    });
    expect((await bench.get('deployments.open', { deployment: id })).posture.kind).toBe('closed');
    const changed = draft({ name: 'Contoso Seoul', colour: 'blue', production: true });
    expect(await resave(bench, id, changed)).toMatchObject({
      name: 'Contoso Seoul',
      production: true,
      passwordState: 'stored',
    });
    // Nothing of the connection changed: the session is the same.
    expect(bench.events.at(-1)).toEqual({ name: 'deployments.changed', payload: {} });
    expect(bench.events.filter((each) => each.name === 'deployment.state')).toHaveLength(2);
    await bench.get('deployments.remove', { deployment: id });
    expect(await bench.get('deployments.list', {})).toEqual([]);
    expect(await refusalOf(bench.ask('deployments.open', { deployment: id }))).toBe('workstation.deployment-unknown');
    await bench.console.close();
    expect(bench.events.at(-1)).toMatchObject({ name: 'deployment.state', payload: { state: 'closed' } });
  });

  it('is open beside another, and one that is down delays nothing', async () => {
    const bench = consoleBench();
    const [first, second] = [await add(bench), await add(bench, { name: 'Contoso Lab', scheme: 'basic' })];
    const down = await add(bench, { name: 'Adatum', url: 'https://192.0.2.1', trust: { kind: 'system' } });
    const waiting = new AbortController();
    const never = bench.ask('deployments.open', { deployment: down }, { signal: waiting.signal });
    const opened = await Promise.all(
      [first, second].map((deployment) => bench.get('deployments.open', { deployment })),
    );
    expect(opened.map((each) => each.deployment.name)).toEqual(['Contoso HQ', 'Contoso Lab']);
    waiting.abort();
    expect(await refusalOf(never)).not.toBe('done');
    await bench.console.close();
  });

  it.each<[Partial<DeploymentDraft>, ErrorCode]>([
    [{ name: ' ' }, 'input.deployment-name-empty'],
    [{ name: ' contoso HQ ' }, 'input.deployment-name-taken'],
    [{ name: 'Ｃontoso HQ' }, 'input.deployment-name-taken'],
    [{ name: 'Lab', url: 'http://pool.contoso.com' }, 'input.url-not-https'],
    [{ name: 'Lab', url: 'pool contoso' }, 'input.url-malformed'],
    [{ name: 'Lab', url: 'https://ana:s3cret@pool.contoso.com/OcsPowershell' }, 'input.url-credentials'],
    [{ name: 'Lab', spn: 'not an spn' }, 'sign-in.spn-malformed'],
    [
      {
        name: 'Lab',
        network: { ...PLAIN_NETWORK, proxy: { host: 'proxy.example:8080', port: 8080, signIn: 'none', user: '' } },
      },
      'input.proxy-malformed',
    ],
    [{ name: 'Lab', user: ' ' }, 'input.deployment-user-empty'],
    [{ name: 'Lab', trust: { kind: 'pin', sha256: 'abc' } }, 'input.pin-malformed'],
    [{ name: 'Lab', trust: { kind: 'ca', pem: 'no certificate' } }, 'input.ca-unreadable'],
    [
      { name: 'Lab', trust: { kind: 'ca', pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' } },
      'input.ca-unreadable',
    ],
  ])('is refused with %j: %s', async (over, code) => {
    const bench = consoleBench();
    await add(bench, {}, false);
    expect(await refusalOf(bench.ask('deployments.save', { deployment: null, draft: draft(over) }))).toBe(code);
    expect(await bench.get('deployments.list', {})).toHaveLength(1);
  });

  it('signs in as the person at this computer without a password, where the scheme can', async () => {
    const bench = consoleBench();
    const id = await add(bench, { user: '', scheme: 'kerberos' }, false);
    expect(await bench.get('deployments.list', {})).toMatchObject([{ user: '', passwordState: 'stored' }]);
    // The bench has no Kerberos: what counts is that no password was asked for.
    expect(await refusalOf(bench.ask('deployments.open', { deployment: id }))).toBe('sign-in.kerberos-missing');
    const steps = await bench.get('deployments.test', { test: 't', target: { deployment: id } });
    expect(steps.find(({ state }) => state === 'failed')).toMatchObject({
      step: 'sign-in',
      error: { code: 'sign-in.kerberos-missing' },
    });
    const other = draft({ name: 'Lab', otherUsers: [' '] });
    expect(await refusalOf(bench.ask('deployments.save', { deployment: null, draft: other }))).toBe(
      'input.deployment-user-empty',
    );
    await bench.console.close();
  });

  it('is changed over to another of its accounts, each with its password, forgotten with the account', async () => {
    const bench = consoleBench();
    const { administrator, viewer } = practice.accounts;
    const id = await add(bench, { otherUsers: [viewer.user, ` ${viewer.user.toUpperCase()} `] });
    expect((await bench.get('deployments.open', { deployment: id })).deployment.user).toBe(administrator.user);
    const over = draft({ user: viewer.user, otherUsers: [administrator.user] });
    expect(await resave(bench, id, over)).toMatchObject({
      user: viewer.user,
      otherUsers: [administrator.user],
    });
    expect(await refusalOf(bench.ask('deployments.open', { deployment: id }))).toBe('input.password-missing');
    await bench.get('credentials.set', { deployment: id, password: viewer.password, remember: true });
    expect((await bench.get('deployments.open', { deployment: id })).deployment.user).toBe(viewer.user);
    expect(bench.keychain.entries.size).toBe(2);
    const back = await resave(bench, id, draft({ otherUsers: [viewer.user] }));
    expect(back.passwordState).toBe('stored');
    await resave(bench, id, draft());
    expect([...bench.keychain.entries.values()]).toEqual([administrator.password]);
    await bench.console.close();
  });

  it('is signed in to anew by itself once another password was given, and by a person alone after a refusal', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const set = (password: string) => bench.get('credentials.set', { deployment: id, password, remember: false });
    const open = (anew?: true) => refusalOf(bench.ask('deployments.open', { deployment: id, ...(anew && { anew }) }));
    await set('not the password');
    expect(await open()).toBe('sign-in.refused');
    const requests = bench.events.length;
    expect(await open()).toBe('sign-in.refused');
    expect(bench.events.length, 'no session is opening').toBe(requests);
    expect(await open(true)).toBe('sign-in.refused');
    await set(practice.accounts.administrator.password);
    expect(await open()).toBe('done');
    await bench.console.close();
  });

  it('takes the FQDN of a pool, and a pin as it is printed', async () => {
    const bench = consoleBench();
    const pin = Array.from({ length: 32 }, () => 'AB').join(':');
    const id = await add(bench, { url: 'Pool01.contoso.com', trust: { kind: 'pin', sha256: pin } }, false);
    const [summary] = await bench.get('deployments.list', {});
    expect(summary).toMatchObject({ url: 'https://pool01.contoso.com/OcsPowershell', trust: 'pin' });
    const { trust } = await bench.get('deployments.draft', { deployment: id });
    expect(trust).toEqual({ kind: 'pin', sha256: 'ab'.repeat(32) });
  });

  it('is not changed by a form that was filled before another one saved', async () => {
    const bench = consoleBench();
    const id = await add(bench, {}, false);
    const base = await bench.get('deployments.draft', { deployment: id });
    // Another process of the same settings.
    await resave(bench.again(), id, { ...base, production: true });
    const late = { deployment: id, draft: { ...base, group: 'Customers' }, base };
    expect(await refusalOf(bench.ask('deployments.save', late))).toBe('conflict.deployment-changed');
    const blind = { deployment: id, draft: late.draft };
    expect(await refusalOf(bench.ask('deployments.save', blind))).toBe('conflict.deployment-changed');
    const now = await bench.get('deployments.draft', { deployment: id });
    expect([now.production, now.group]).toEqual([true, 'Contoso']);
    // What a form has saved itself is known to it as it sent it, before it was completed.
    const first = { ...now, name: ' Contoso Seoul ', url: 'pool01.contoso.com' };
    await bench.get('deployments.save', { deployment: id, draft: first, base: now });
    const second = { deployment: id, draft: { ...first, readOnly: true }, base: first };
    expect(await bench.get('deployments.save', second)).toMatchObject({ name: 'Contoso Seoul', production: true });
  });

  it('is copied with its marks under a name of its own', async () => {
    const bench = consoleBench();
    const id = await add(bench, { production: true, readOnly: true });
    expect(await bench.get('deployments.duplicate', { deployment: id })).toMatchObject({
      name: 'Contoso HQ (2)',
      production: true,
      readOnly: true,
    });
    expect(await bench.get('deployments.duplicate', { deployment: id })).toMatchObject({ name: 'Contoso HQ (3)' });
  });

  it('is known to the next console of these settings, and so is its password', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const next = bench.again();
    const [before] = await next.get('deployments.list', {});
    expect(before).toMatchObject({ id, passwordState: 'unknown' });
    expect((await next.get('deployments.open', { deployment: id })).deployment.passwordState).toBe('stored');
    await next.console.close();
    // What one console saves, another of the same settings lists.
    await next.get('deployments.save', { deployment: null, draft: draft({ name: 'Fabrikam' }) });
    expect((await bench.get('deployments.list', {})).map((each) => each.name)).toEqual(['Contoso HQ', 'Fabrikam']);
  });
});

describe('its password', () => {
  it('is asked for by name when there is none, and nothing is connected to', async () => {
    const bench = consoleBench();
    const id = await add(bench, {}, false);
    const result = await bench.ask('deployments.open', { deployment: id });
    expect(result).toMatchObject({ ok: false, error: { code: 'input.password-missing', details: { deployment: id } } });
  });

  it.each<Partial<DeploymentDraft>>([
    { user: 'CONTOSO\\other' },
    { scheme: 'basic' },
    { url: 'https://pool02.contoso.com' },
    { trust: { kind: 'system' } },
    { trust: { kind: 'pin', sha256: 'ab'.repeat(32) } },
  ])('is unbound and forgotten when the connection becomes %j', async (over) => {
    const bench = consoleBench();
    const id = await add(bench);
    await resave(bench, id, draft(over));
    expect(bench.keychain.entries.size).toBe(0);
    expect(await refusalOf(bench.ask('deployments.open', { deployment: id }))).toBe('input.password-missing');
    await resave(bench, id, draft());
    expect(await refusalOf(bench.ask('deployments.open', { deployment: id }))).toBe('input.password-missing');
  });

  it('that nobody knows while no keychain answers is said to be that, of which account, and nothing is tried', async () => {
    const bench = consoleBench();
    const id = await add(bench, {}, false);
    const before = practice.stats().connections.length;
    bench.keychain.answers = false;
    const wanted = { code: 'workstation.keychain-password', values: { user: practice.accounts.administrator.user } };
    expect(await bench.ask('deployments.open', { deployment: id })).toMatchObject({ ok: false, error: wanted });
    expect(practice.stats().connections.length).toBe(before);
    const steps = await bench.get('deployments.test', { test: 't', target: { deployment: id } });
    expect(steps.find(({ state }) => state === 'failed')).toMatchObject({ step: 'sign-in', error: wanted });
    const { password } = practice.accounts.administrator;
    await bench.get('credentials.set', { deployment: id, password, remember: false });
    expect((await bench.get('deployments.open', { deployment: id })).posture.kind).toBe('closed');
    await bench.console.close();
  });

  it('is not used for a test of a draft that trusts another certificate', async () => {
    const bench = consoleBench();
    await add(bench);
    const { sha256 } = await bench.get('certificates.probe', { url: practice.url });
    const before = practice.stats().connections.length;
    const target = { draft: draft({ trust: { kind: 'pin', sha256 } }) };
    const steps = await bench.get('deployments.test', { test: 't', target });
    expect(steps.find(({ state }) => state === 'failed')).toMatchObject({
      step: 'sign-in',
      error: { code: 'input.password-missing' },
    });
    const asked = practice.stats().connections.slice(before);
    expect(
      asked.map(({ requests, signIns }) => [requests, signIns]),
      'asked what it offers, and no more',
    ).toEqual([[1, 0]]);
  });

  it('stays when the same authorities are given again, written otherwise', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const pem = `Contoso root\n${practice.caPem}${practice.caPem.replaceAll('\n', '\r\n')}`;
    const after = await resave(bench, id, draft({ trust: { kind: 'ca', pem } }));
    expect(after.passwordState).toBe('stored');
    expect((await bench.get('deployments.open', { deployment: id })).posture.kind).toBe('closed');
    await bench.console.close();
  });

  it('is not used where the settings file was given another trust behind the console’s back', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const file = join(bench.folder, 'settings', 'settings.json');
    const { sha256 } = await bench.get('certificates.probe', { url: practice.url });
    const settings = JSON.parse(bench.settingsText()) as { deployments: { trust: unknown }[] }; // As SettingsStore writes it.
    for (const each of settings.deployments) each.trust = { kind: 'pin', sha256 };
    writeFileSync(file, JSON.stringify(settings));
    expect(await bench.get('deployments.list', {})).toMatchObject([{ id, trust: 'pin', passwordState: 'unknown' }]);
    expect(await refusalOf(bench.ask('deployments.open', { deployment: id }))).toBe('input.password-missing');
  });

  it('stays as long as another deployment is bound to it', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const copy = await bench.get('deployments.duplicate', { deployment: id });
    await bench.get('deployments.remove', { deployment: id });
    expect(bench.keychain.entries.size).toBe(1);
    await bench.get('deployments.remove', { deployment: copy.id });
    expect(bench.keychain.entries.size).toBe(0);
  });

  it('is kept for this run, with a notice, where no keychain answers', async () => {
    const bench = consoleBench();
    bench.keychain.answers = false;
    const id = await add(bench, {}, false);
    const { password } = practice.accounts.administrator;
    expect(await bench.get('credentials.set', { deployment: id, password, remember: true })).toMatchObject({
      passwordState: 'session',
      notice: { code: 'workstation.keychain-unavailable' },
    });
    expect((await bench.get('deployments.open', { deployment: id })).deployment.passwordState).toBe('session');
    const next = bench.again();
    expect(await refusalOf(next.ask('deployments.open', { deployment: id }))).toBe('workstation.keychain-password');
    await bench.console.close();
  });

  it('is in no answer, no event and no file', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const { password } = practice.accounts.administrator;
    const answers = [
      await bench.ask('deployments.list', {}),
      await bench.ask('deployments.draft', { deployment: id }),
      await bench.ask('deployments.open', { deployment: id }),
      await bench.ask('deployments.test', { test: 't', target: { deployment: id }, password: 'not-this-one' }),
      await bench.ask('credentials.forget', { deployment: id }),
    ];
    const told = JSON.stringify([answers, bench.events, bench.settingsText()]);
    expect(told).not.toContain(password);
    expect(told).not.toContain('not-this-one');
    expect(told).toContain(id);
    await bench.console.close();
  });
});

describe('marks', () => {
  it('read-only: nothing is planned, and what was planned before is not applied, whoever asks', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const add2 = { kind: 'allowed-domain.add', domain: 'marks.example' } as const;
    const plan = await bench.get('plans.build', { deployment: id, drafts: [add2] });
    await resave(bench, id, draft({ readOnly: true }));
    for (const window of ['window-1', 'window-2']) {
      expect(await refusalOf(bench.ask('plans.build', { deployment: id, drafts: [add2] }, { window }))).toBe(
        'permission.read-only',
      );
    }
    expect(await refusalOf(bench.ask('plans.apply', { plan: plan.id, hash: plan.hash }))).toBe('permission.read-only');
    const { domains } = await bench.get('domains.list', { deployment: id });
    expect(domains.some(({ domain }) => domain === add2.domain)).toBe(false);
    await bench.console.close();
  });

  it('production: a plan is applied with the name typed exactly, and without it never', async () => {
    const bench = consoleBench();
    const id = await add(bench, { production: true });
    const planned = { kind: 'allowed-domain.add', domain: 'typed.example' } as const;
    const { id: plan, hash } = await bench.get('plans.build', { deployment: id, drafts: [planned] });
    for (const confirmName of [undefined, '', 'contoso hq', 'Contoso HQ ']) {
      const input = confirmName === undefined ? { plan, hash } : { plan, hash, confirmName };
      expect(await refusalOf(bench.ask('plans.apply', input))).toBe('plan.name-not-typed');
    }
    const other = { window: 'window-2' };
    expect(await refusalOf(bench.ask('plans.apply', { plan, hash, confirmName: 'Contoso HQ' }, other))).toBe(
      'plan.unknown',
    );
    const result = await bench.get('plans.apply', { plan, hash, confirmName: 'Contoso HQ' });
    expect(result.steps).toEqual([{ state: 'done' }]);
    await bench.console.close();
  });

  it('a changed connection takes the plans with it', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    const planned = { kind: 'allowed-domain.add', domain: 'gone.example' } as const;
    const plan = await bench.get('plans.build', { deployment: id, drafts: [planned] });
    await resave(bench, id, draft({ channelBinding: false }));
    expect(await refusalOf(bench.ask('plans.apply', { plan: plan.id, hash: plan.hash }))).toBe('plan.unknown');
    await bench.console.close();
  });
});

describe('the certificate of a server', () => {
  it('is shown before anything is said to it, and pinned by choice', async () => {
    const bench = consoleBench();
    const probe = await bench.get('certificates.probe', { url: practice.url });
    expect(probe).toMatchObject({ trusted: false, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(probe.subject).not.toBe('');
    const id = await add(bench, { trust: { kind: 'pin', sha256: probe.sha256 } });
    expect((await bench.get('deployments.open', { deployment: id })).deployment.trust).toBe('pin');
    await bench.console.close();
  });

  it('that has nothing newer than TLS 1.0 is shown where old TLS was chosen; else it is said what to do', async () => {
    const identity = await (await createAuthority()).issue();
    const tls = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const old = await startSigningServer({ identity, tls });
    const bench = consoleBench();
    const url = old.url.href;
    expect(await refusalOf(bench.ask('certificates.probe', { url, network: PLAIN_NETWORK }))).toBe('tls.too-old');
    const probe = await bench.get('certificates.probe', { url, network: { ...PLAIN_NETWORK, oldTls: true } });
    expect(probe).toMatchObject({ subject: 'CN=localhost, O=Contoso', trusted: false });
    expect(old.requests).toEqual([]);
    await old.close();
    await bench.console.close();
  });
});

describe('the practice deployment', () => {
  it('is listed after the configured ones and cannot be configured; its name is taken', async () => {
    const source = engineSource('practice');
    const bench = consoleBench({ ...source, summary: () => ({ ...source.summary(), kind: 'practice' as const }) });
    await add(bench);
    expect((await bench.get('deployments.list', {})).map((each) => each.name)).toEqual(['Contoso HQ', 'practice']);
    const deployment = 'practice';
    const refused = [
      bench.ask('deployments.save', { deployment, draft: draft({ name: 'x' }), base: draft() }),
      bench.ask('deployments.duplicate', { deployment }),
      bench.ask('deployments.remove', { deployment }),
      bench.ask('credentials.set', { deployment, password: 'x', remember: false }),
    ];
    expect(await Promise.all(refused.map(refusalOf))).toEqual(
      Array.from({ length: 4 }, () => 'input.deployment-fixed'),
    );
    const taken = bench.ask('deployments.save', { deployment: null, draft: draft({ name: 'Practice' }) });
    expect(await refusalOf(taken)).toBe('input.deployment-name-taken');
  });
});

describe('settings that cannot be understood', () => {
  it('are set aside, told to every window and to those that come later', async () => {
    const bench = consoleBench();
    const id = await add(bench);
    writeFileSync(join(bench.folder, 'settings', 'settings.json'), '{"version":1,"deploy');
    // The console goes on with what it knows, and saves it again.
    expect((await bench.get('deployments.list', {})).map((each) => each.id)).toEqual([id]);
    expect(bench.events.at(-1)).toMatchObject({ name: 'settings.notice', payload: { kind: 'set-aside' } });
    expect(await bench.get('settings.notices', {})).toMatchObject([{ kind: 'set-aside' }]);
    await add(bench, { name: 'Fabrikam' }, false);
    expect((await bench.again().get('deployments.list', {})).map((each) => each.name)).toEqual([
      'Contoso HQ',
      'Fabrikam',
    ]);
  });
});
