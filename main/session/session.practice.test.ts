import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PsValue } from '../psrp/clixml/values.ts';
import { asInteger, asText, property } from '../psrp/clixml/read.ts';
import { credentialOf } from '../psrp/host/answer.ts';
import type { PipelineHost } from '../psrp/host/host.ts';
import type { Command } from '../psrp/records.ts';
import { testHost } from '../psrp/testing/host.ts';
import { startPractice, type PracticeAccount, type RunningPractice } from '../practice/index.ts';
import type { SignInChoice } from '../auth/sign-in.ts';
import { openSession, type OpenSessionOptions, type RemoteSession } from './index.ts';
import { codeOf } from './fake-server.fixture.ts';

const DOMAINS = 3_000;
const RESOURCE_URI = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';
const SECOND = 1_000;

let practice: RunningPractice;
const opened: RemoteSession[] = [];

beforeAll(async () => {
  practice = await startPractice({ domains: DOMAINS });
});

afterEach(async () => {
  practice.own?.faults.clear();
  await Promise.all(opened.splice(0).map((session) => session.close()));
});

afterAll(() => practice.close());

interface OpenAs extends OpenSessionOptions {
  readonly account?: PracticeAccount;
  readonly scheme?: SignInChoice['scheme'];
  readonly resourceUri?: string;
  readonly at?: RunningPractice;
}

async function open(options: OpenAs = {}): Promise<RemoteSession> {
  const { at = practice, scheme = 'negotiate', resourceUri = RESOURCE_URI, ...rest } = options;
  const { account = at.accounts.administrator } = options;
  const { user, password } = account;
  const session = await openSession(
    {
      endpoint: { url: new URL(at.url), trust: { kind: 'ca', pem: at.caPem }, signIn: { scheme, user, password } },
      resourceUri,
    },
    rest,
  );
  opened.push(session);
  return session;
}

function cmdlet(name: string, parameters: Readonly<Record<string, PsValue>> = {}): Command {
  return { name, arguments: Object.entries(parameters).map(([key, value]) => ({ name: key, value })) };
}

const GET = cmdlet('Get-CsAllowedDomain');
const faults = () => practice.own!.faults;
const domainsOf = (output: readonly PsValue[]) => output.map((value) => asText(property(value, 'Domain')));
const newConnections = (before: number) => practice.stats().connections.slice(before);

/** A pipeline that waits for its input at the server, because the Send that carries it is held back there. */
function hangingOnInput(session: RemoteSession, signal: AbortSignal): Promise<unknown> {
  faults().add({ kind: 'slow', verb: 'Send', milliseconds: 5 * SECOND });
  return session.run([cmdlet('Measure-Object')], { input: [1, 2, 3], signal });
}

describe('a session over HTTPS', () => {
  it.each(['negotiate', 'ntlm', 'basic'] as const)('opens, reads and closes with %s', async (scheme) => {
    const before = practice.stats().connections.length;
    const session = await open({ scheme });
    const { state, output } = await session.run([cmdlet('Get-CsAllowedDomain', { Identity: 'fabrikam.com' })]);
    expect([state, domainsOf(output)]).toEqual(['completed', ['fabrikam.com']]);
    expect(session.facts.address).toBe('127.0.0.1');
    expect(session.facts.serverPowerShellVersion).toMatch(/^5\.1\./);
    expect(newConnections(before).map(({ signIns }) => signIns)).toEqual([1, 1]);
    await session.close();
    expect(practice.stats()).toMatchObject({ shells: 0, commands: 0 });
  });

  it('brings every one of many objects, once and in order', async () => {
    const session = await open();
    const { output } = await session.run([GET]);
    const domains = domainsOf(output);
    expect(domains.length).toBeGreaterThanOrEqual(DOMAINS);
    expect(new Set(domains).size).toBe(domains.length);
    const again = domainsOf((await session.run([GET])).output);
    expect(again).toEqual(domains);
  });

  it('leaves no command behind on the server', async () => {
    const session = await open();
    for (let run = 0; run < 30; run++) await session.run([cmdlet('Get-CsSite')]);
    await session.run([GET]);
    expect(practice.stats().commands).toBeLessThanOrEqual(2);
  });

  it('tells a cmdlet that refused from one that is not there', async () => {
    const session = await open();
    const refused = await session.run([cmdlet('Set-CsAllowedDomain', { Identity: 'nobody.example' })]);
    const absent = await session.run([cmdlet('Get-CsNothing')]);
    const records = [...refused.errors, ...(refused.reason === null ? [] : [refused.reason])];
    expect(records.map(({ category }) => category)).toEqual(['ObjectNotFound']);
    expect(absent.state).toBe('failed');
    expect(absent.reason?.fullyQualifiedErrorId).toContain('CommandNotFound');
  });

  it('runs pipelines side by side, each Receive on a connection of its own', async () => {
    const before = practice.stats().connections.length;
    const session = await open();
    const names = ['Get-CsSite', 'Get-CsPool', 'Get-CsSipDomain', 'Get-CsAllowedDomain'];
    const outcomes = await Promise.all(names.map((name) => session.run([cmdlet(name)])));
    expect(outcomes.map(({ state }) => state)).toEqual(names.map(() => 'completed'));
    expect(outcomes.every(({ output }) => output.length > 0)).toBe(true);
    expect(newConnections(before).map(({ signIns }) => signIns)).toEqual(names.map(() => 1).concat(1));
  });

  it('feeds input objects to a cmdlet', async () => {
    const session = await open();
    const input = Array.from({ length: 5_000 }, (_, index) => index);
    const { output } = await session.run([cmdlet('Measure-Object')], { input });
    expect(asInteger(property(output[0], 'Count'))).toBe(5_000);
  });

  it('sends a pipeline that is larger than an envelope', async () => {
    const session = await open();
    const comment = '한'.repeat(400_000);
    const { state, output } = await session.run([
      cmdlet('New-CsAllowedDomain', { Identity: 'large.example', Comment: comment, WhatIf: true }),
      cmdlet('Measure-Object'),
    ]);
    expect([state, asInteger(property(output[0], 'Count'))]).toEqual(['completed', 0]);
  });

  it('says what this role has', async () => {
    const administrator = await open();
    const viewer = await open({ account: practice.accounts.viewer });
    const names = async (session: RemoteSession) => (await session.commandMetadata(['*-Cs*'])).map(({ name }) => name);
    expect(await names(administrator)).toContain('New-CsAllowedDomain');
    expect(await names(viewer)).not.toContain('New-CsAllowedDomain');
    expect(await names(viewer)).toContain('Get-CsAllowedDomain');
  });
});

describe('stopping', () => {
  it('in the middle of large output says so within a second, and the session goes on', async () => {
    const session = await open();
    const abort = new AbortController();
    let began = 0;
    let seen = 0;
    const running = session.run([GET, cmdlet('Select-Object', { First: 100_000 })], {
      signal: abort.signal,
      onEvent: ({ kind }) => {
        if (kind === 'output' && ++seen === 1) {
          began = performance.now();
          abort.abort();
        }
      },
    });
    expect(await codeOf(running)).toBe('powershell.stopped');
    expect(performance.now() - began).toBeLessThan(SECOND);
    expect(seen).toBeLessThan(DOMAINS);
    expect((await session.run([cmdlet('Get-CsSite')])).state).toBe('completed');
  });

  it('is answered within a second while a Receive hangs and a Send is held back', async () => {
    const session = await open();
    const abort = new AbortController();
    const running = codeOf(hangingOnInput(session, abort.signal));
    await expect.poll(() => faults().pending).toBe(0);
    const began = performance.now();
    abort.abort();
    expect(await running).toBe('powershell.stopped');
    expect(performance.now() - began).toBeLessThan(SECOND);
  }, 30_000);

  it('is answered within a second though the Receive was dropped, and only that connection signs in again', async () => {
    const before = practice.stats().connections.length;
    const session = await open();
    const abort = new AbortController();
    faults().add({ kind: 'drop', verb: 'Receive', moment: 'before' });
    const running = codeOf(hangingOnInput(session, abort.signal));
    await expect.poll(() => [newConnections(before).length, faults().pending]).toEqual([3, 0]);
    const began = performance.now();
    abort.abort();
    expect(await running).toBe('powershell.stopped');
    expect(performance.now() - began).toBeLessThan(SECOND);
    const [control, dropped, renewed] = newConnections(before);
    expect([control, dropped, renewed].map((each) => [each?.signIns, each?.open])).toEqual([
      [1, true],
      [1, false],
      [1, true],
    ]);
  });
});

describe('a connection that is lost', () => {
  it('while it waits costs nothing', async () => {
    const session = await open();
    faults().add({ kind: 'drop', verb: 'Receive', moment: 'before', times: 2 });
    const { state, output } = await session.run([GET]);
    expect([state, output.length >= DOMAINS]).toEqual(['completed', true]);
  });

  it.each(['mid-reply', 'after'] as const)(
    'with a reply on it (%s) breaks that pipeline, never shortens it',
    async (moment) => {
      const session = await open();
      faults().add({ kind: 'drop', verb: 'Receive', moment, skip: 1 });
      expect(await codeOf(session.run([GET]))).toBe('powershell.fragments-lost');
      expect((await session.run([GET])).output.length).toBeGreaterThanOrEqual(DOMAINS);
    },
  );

  it('with a Command on it rejects, and the write is not sent twice', async () => {
    const session = await open();
    faults().add({ kind: 'drop', verb: 'Command', moment: 'after', cmdlet: 'New-CsAllowedDomain', times: 2 });
    const write = cmdlet('New-CsAllowedDomain', { Identity: 'once.example' });
    expect(await codeOf(session.run([write]))).toBe('network.lost');
    // One of the two times is left: a second Command would have used it up.
    expect(faults().pending).toBe(1);
    expect((await session.run([cmdlet('Get-CsSite')])).state).toBe('completed');
  });

  it('after a write ran says that its answer is missing', async () => {
    const session = await open();
    faults().add({ kind: 'lose-write', cmdlet: 'New-CsAllowedDomain' });
    const write = cmdlet('New-CsAllowedDomain', { Identity: 'lost-answer.example' });
    expect(await codeOf(session.run([write]))).toBe('powershell.fragments-lost');
    const found = await session.run([cmdlet('Get-CsAllowedDomain', { Identity: 'lost-answer.example' })]);
    expect(found.output).toHaveLength(1);
  });
});

describe('a server that dies', () => {
  it.each(['Receive', 'Command'] as const)(
    'during the reply to %s is a lost connection, then no connection',
    async (verb) => {
      const mortal = await startPractice({
        faults: [{ kind: 'die', verb, moment: 'mid-reply', cmdlet: 'Get-CsSite' }],
      });
      try {
        const session = await open({ at: mortal });
        expect(await codeOf(session.run([cmdlet('Get-CsSite')]))).toBe('network.lost');
        expect(await codeOf(session.run([cmdlet('Get-CsSite')]))).toBe('network.refused');
        await session.close();
      } finally {
        await mortal.close();
      }
    },
  );
});

describe('an opening that is given up while the server makes the shell', () => {
  it.each(['negotiate', 'ntlm', 'basic'] as const)(
    'leaves none, for the server has an id of its own (%s)',
    async (scheme) => {
      faults().add({ kind: 'slow', verb: 'Create', milliseconds: SECOND });
      const abort = new AbortController();
      const opening = codeOf(open({ scheme, signal: abort.signal }));
      await expect.poll(() => faults().pending).toBe(0);
      abort.abort();
      expect(await opening).toBe('workstation.cancelled');
      expect(practice.stats().shells).toBe(0);
    },
  );

  it('waits for a server that does not answer no longer than for any tidying up', async () => {
    const stuck = await startPractice({ faults: [{ kind: 'slow', verb: 'Create', milliseconds: 30 * SECOND }] });
    try {
      const abort = new AbortController();
      const opening = codeOf(open({ at: stuck, signal: abort.signal, limits: { closeMs: 300 } }));
      await expect.poll(() => stuck.own?.faults.pending).toBe(0);
      const began = performance.now();
      abort.abort();
      expect(await opening).toBe('workstation.cancelled');
      expect(performance.now() - began).toBeLessThan(5 * SECOND);
    } finally {
      await stuck.close();
    }
  });
});

describe('a refusal has its name', () => {
  it('for a shell that is gone: now, and at once ever after', async () => {
    const session = await open();
    faults().add({ kind: 'shell-gone', verb: 'Command' });
    expect(await codeOf(session.run([GET]))).toBe('ws-management.shell-gone');
    const requests = practice.stats().connections.reduce((sum, each) => sum + each.requests, 0);
    expect(await codeOf(session.run([GET]))).toBe('ws-management.shell-gone');
    expect(practice.stats().connections.reduce((sum, each) => sum + each.requests, 0)).toBe(requests);
  });

  it('for a wrong resource URI', async () => {
    const resourceUri = 'http://schemas.microsoft.com/powershell/Nobody';
    const error = await open({ resourceUri }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ error: { code: 'ws-management.resource-uri', values: { uri: resourceUri } } });
    expect(practice.stats().shells).toBe(0);
  });

  it('for a quota that passes and one that does not', async () => {
    const limits = { quotaPausesMs: [1, 1] };
    faults().add({ kind: 'quota', quota: 'MaxShellsPerUser', verb: 'Create', times: 2 });
    await open({ limits });
    faults().add({ kind: 'quota', quota: 'MaxShellsPerUser', verb: 'Create', times: 10 });
    expect(await codeOf(open({ limits }))).toBe('ws-management.quota');
  });

  it('for an account without a role, with the words of the server', async () => {
    const error = await open({ account: practice.accounts.stranger }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ error: { code: 'ws-management.access-denied' } });
    expect(error).toHaveProperty('error.details.serverText', expect.stringMatching(/\w/));
  });

  it('for a wrong password', async () => {
    const account = { ...practice.accounts.administrator, password: 'wrong' };
    expect(await codeOf(open({ account }))).toBe('sign-in.refused');
  });

  it.each([
    [{ kind: 'html' }, 'http.not-soap'],
    [{ kind: 'status', status: 403 }, 'http.forbidden'],
    [{ kind: 'status', status: 404 }, 'http.not-found'],
    [{ kind: 'status', status: 503 }, 'http.unavailable'],
  ] as const)('for %o', async (fault, code) => {
    faults().add({ ...fault, verb: 'Create' });
    expect(await codeOf(open())).toBe(code);
  });

  it('for a server that shows or speaks something else than it should, before the password is sent', async () => {
    const shown = await startPractice();
    try {
      await shown.own!.show('expired');
      expect(await codeOf(open({ at: shown }))).toBe('tls.expired');
      await shown.own!.show('ordinary', 'TLSv1.1');
      expect(await codeOf(open({ at: shown }))).toBe('tls.too-old');
      expect(shown.stats().connections).toEqual([]);
    } finally {
      await shown.close();
    }
  });

  it('for another certificate under an open session, whose next connection does not sign in', async () => {
    const changing = await startPractice();
    try {
      const session = await open({ at: changing });
      await changing.own!.show('untrusted');
      changing.own!.faults.add({ kind: 'drop', verb: 'Command', moment: 'before' });
      expect(await codeOf(session.run([cmdlet('Get-CsSite')]))).toBe('network.lost');
      const signIns = changing.stats().connections.length;
      expect(await codeOf(session.run([cmdlet('Get-CsSite')]))).toBe('tls.untrusted');
      expect(changing.stats().connections).toHaveLength(signIns);
    } finally {
      await changing.close();
    }
  });
});

describe('a host', () => {
  const remove = (identity: string) => cmdlet('Remove-CsAllowedDomain', { Identity: identity, Confirm: true });
  const isThere = async (session: RemoteSession, identity: string) =>
    (await session.run([cmdlet('Get-CsAllowedDomain', { Identity: identity })])).output.length === 1;

  it.each([
    ['&No', 1],
    ['&Yes', 0],
  ])('that says %s to a confirmation is obeyed', async (label, left) => {
    const session = await open();
    const identity = `asked-${left}.example`;
    await session.run([cmdlet('New-CsAllowedDomain', { Identity: identity })]);
    const asked: string[] = [];
    const choose: PipelineHost['choose'] = ({ caption, message, choices, defaults }) => {
      asked.push(caption, message, ...defaults.map((place) => choices[place]?.label ?? ''));
      return Promise.resolve(choices.findIndex((choice) => choice.label === label));
    };
    expect((await session.run([remove(identity)], { host: testHost({ choose }) })).state).toBe('completed');
    expect(asked).toEqual(['Confirm', expect.stringContaining(`on target "${identity}"`), '&Yes']);
    expect(Number(await isThere(session, identity))).toBe(left);
  });

  it('is shown what would be done', async () => {
    const session = await open();
    const host = testHost();
    await session.run([cmdlet('Remove-CsAllowedDomain', { Identity: 'fabrikam.com', WhatIf: true })], { host });
    expect(host.shown).toEqual([expect.stringMatching(/^plain: What if: .*"fabrikam\.com"/)]);
  });

  it('where nobody answers fails the command, and changes nothing', async () => {
    const session = await open();
    const { state, reason } = await session.run([remove('fabrikam.com')], { host: testHost() });
    expect([state, reason?.category]).toEqual(['failed', 'NotImplemented']);
    expect(await isThere(session, 'fabrikam.com')).toBe(true);
  });

  it('that is asked while the pipeline is stopped is not waited for', async () => {
    const session = await open();
    const abort = new AbortController();
    const choose: PipelineHost['choose'] = (_question, signal) => {
      const given = Promise.withResolvers<number>();
      signal.addEventListener('abort', () => given.reject(new Error('given up')), { once: true });
      abort.abort();
      return given.promise;
    };
    const options = { host: testHost({ choose }), signal: abort.signal };
    expect(await codeOf(session.run([remove('fabrikam.com')], options))).toBe('powershell.stopped');
    expect(await isThere(session, 'fabrikam.com')).toBe(true);
    expect(practice.stats().commands).toBeLessThanOrEqual(1);
  });

  it('takes its time: output is received and other pipelines run meanwhile', async () => {
    const session = await open();
    const answer = Promise.withResolvers<number>();
    const asked = Promise.withResolvers<undefined>();
    const choose = () => {
      asked.resolve(undefined);
      return answer.promise;
    };
    const running = session.run([remove('fabrikam.com')], { host: testHost({ choose }) });
    await asked.promise;
    expect((await session.run([cmdlet('Get-CsSite')])).state).toBe('completed');
    answer.resolve(2);
    expect((await running).state).toBe('completed');
  });
});

describe('a secret', () => {
  const test = (credential: PsValue) =>
    cmdlet('Test-CsXmppIM', {
      TargetFqdn: 'pool01.contoso.com',
      Receiver: 'ana@gmail.example',
      UserSipAddress: 'sip:ana.bowman@contoso.com',
      UserCredential: credential,
    });

  it('reaches the server sealed, in a key of this session alone', async () => {
    const [one, other] = [await open(), await open()];
    const of = (session: RemoteSession) =>
      credentialOf({ userName: 'CONTOSO\\ana', password: 'p@ss' }, (text) => session.secure(text));
    const [own, foreign] = [await of(one), await of(other)];
    const { state, reason } = await one.run([test(own)]);
    expect([state, reason?.message]).toEqual(['completed', undefined]);
    expect(await codeOf(one.run([test(foreign)]))).toMatch(/^ws-management\./);
    expect((await one.run([test(own)])).state).toBe('completed');
  });

  it('is sealed for many at once after one exchange of keys', async () => {
    const session = await open();
    const sealed = await Promise.all(['a', 'b', 'c'].map((text) => session.secure(text)));
    expect(new Set(sealed.map(({ text }) => text)).size).toBe(3);
    expect(await session.secure('a')).toEqual(sealed[0]);
  });
});
