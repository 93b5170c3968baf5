import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endingAfterEach } from '../../../main/transport/testing/bench.ts';
import {
  createAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../main/transport/testing/certificates.ts';
import {
  startSigningServer,
  type SigningServer,
  type SigningServerOptions,
} from '../../../main/transport/testing/signing-server.ts';
import { peerIsHere } from '../missing.ts';
import { run, runPythonClient, type PeerOutcome } from './peer-process.ts';
import { CURL, missingCurl, missingGss, missingRequestsNtlm } from './presence.ts';

const USER = 'CONTOSO\\ana';
const PASSWORD = 'Passw0rd!';
const { keep } = endingAfterEach();

let authority: TestAuthority;
let identity: TestIdentity;
let folder: string;
let caFile: string;

beforeAll(async () => {
  authority = await createAuthority('RSA-SHA384');
  identity = await authority.issue();
  folder = await mkdtemp(join(tmpdir(), 'edgewise-acceptor-'));
  caFile = join(folder, 'ca.pem');
  await writeFile(caFile, authority.certPem);
});
afterAll(() => rm(folder, { recursive: true }));

async function serverWith(options: Partial<SigningServerOptions> = {}): Promise<SigningServer> {
  return keep(await startSigningServer({ identity, password: PASSWORD, ...options }));
}

describe.skipIf(!peerIsHere('curl --ntlm against our acceptor', missingCurl()))(
  'curl --ntlm against our acceptor',
  () => {
    function curl(server: SigningServer, credentials: string): Promise<string> {
      // The credentials go by a file on standard input, not by the list of processes.
      const config = `user = "${credentials.replaceAll('\\', '\\\\')}"\n`;
      const options = ['--silent', '--ntlm', '--config', '-', '--cacert', caFile, '--write-out', ' %{http_code}'];
      return run(CURL, [...options, '--data', '<curl/>', server.url.href], config);
    }

    test('a POST, whose first leg has no body, is accepted', async () => {
      const server = await serverWith({ answer: ({ user, body }) => ({ body: `${user} ${body}` }) });
      expect(await curl(server, `${USER}:${PASSWORD}`)).toBe('ana <curl/> 200');
      expect(server.requests.map(({ body }) => body)).toEqual(['', '<curl/>']);
      expect(new Set(server.requests.map(({ connection }) => connection))).toEqual(new Set([1]));
    });

    test('a wrong password is refused', async () => {
      const server = await serverWith();
      expect(await curl(server, `${USER}:wrong`)).toBe(' 401');
      expect(server.refusals).toEqual(['wrong user or password']);
    });

    test('a strict server refuses it, for curl sends no MIC', async () => {
      const server = await serverWith({ strict: true });
      expect(await curl(server, `${USER}:${PASSWORD}`)).toBe(' 401');
      expect(server.refusals).toEqual(['the message integrity code is wrong or missing']);
    });
  },
);

describe.skipIf(!peerIsHere('python3-requests-ntlm against our acceptor', missingRequestsNtlm()))(
  'python3-requests-ntlm against our acceptor',
  () => {
    function request(server: SigningServer, password: string, binding: 'yes' | 'no'): Promise<PeerOutcome> {
      return runPythonClient('requests_client.py', [server.url.href, caFile, USER, binding], password);
    }

    test('its MIC and its channel binding satisfy a strict server', async () => {
      const server = await serverWith({ strict: true, answer: ({ body }) => ({ body }) });
      expect(await request(server, PASSWORD, 'yes')).toEqual({ status: 200, body: '<requests/>' });
    });

    test('without a binding a strict server refuses it, another does not', async () => {
      const strict = await serverWith({ strict: true });
      expect(await request(strict, PASSWORD, 'no')).toMatchObject({ status: 401 });
      expect(strict.refusals).toContain('the channel binding is wrong or missing');
      expect(await request(await serverWith(), PASSWORD, 'no')).toMatchObject({ status: 200 });
    });

    test('a binding to another certificate is refused by any server', async () => {
      const other = await authority.issue();
      const server = await serverWith({ boundTo: other.der });
      expect(await request(server, PASSWORD, 'yes')).toMatchObject({ status: 401 });
      expect(server.refusals).toContain('the channel binding is wrong or missing');
    });

    test('a wrong password is refused', async () => {
      const server = await serverWith();
      expect(await request(server, 'wrong', 'yes')).toMatchObject({ status: 401 });
      expect(server.refusals).toContain('wrong user or password');
    });
  },
);

describe.skipIf(!peerIsHere('gss-ntlmssp as client against our acceptor', missingGss()))(
  'gss-ntlmssp as client against our acceptor',
  () => {
    function initiate(
      server: SigningServer,
      binding: string,
      change: string,
      password = PASSWORD,
      dress = 'none',
    ): Promise<PeerOutcome> {
      const given = { password, cert: identity.certPem, ca: authority.certPem };
      const options = [server.url.port, USER, 'sha384', binding, change, dress];
      return runPythonClient('gss_initiator.py', options, JSON.stringify(given));
    }

    test('its MIC and its binding to an SHA-384 certificate satisfy a strict server', async () => {
      const server = await serverWith({ strict: true, answer: ({ body }) => ({ body }) });
      const outcome = { status: 200, body: '<gss/>', complete: true };
      expect(await initiate(server, 'right', 'none')).toEqual(outcome);
    });

    test('in the dress of MIT’s SPNEGO a strict server takes it, and its mechListMIC satisfies MIT', async () => {
      const server = await serverWith({ strict: true, answer: ({ body }) => ({ body }) });
      const outcome = { status: 200, body: '<gss/>', complete: true };
      expect(await initiate(server, 'right', 'none', PASSWORD, 'spnego')).toEqual(outcome);
      expect(server.requests.map(({ authorization }) => authorization?.slice(0, 12))).toEqual([
        expect.stringMatching(/^Negotiate Y/),
        expect.stringMatching(/^Negotiate o/),
      ]);
    });

    test('a mechListMIC with one bit changed is refused, strict or not', async () => {
      for (const strict of [true, false]) {
        const server = await serverWith({ strict });
        expect(await initiate(server, 'right', 'list', PASSWORD, 'spnego')).toMatchObject({ status: 401 });
        expect(server.refusals).toEqual(['the mechListMIC is wrong']);
      }
    });

    test.each([
      ['one bit of the MIC changed', 'right', 'mic', 'the message integrity code is wrong or missing'],
      ['one bit of the workstation changed', 'right', 'workstation', 'the message integrity code is wrong or missing'],
      ['a wrong binding', 'wrong', 'none', 'the channel binding is wrong or missing'],
    ])('%s is refused, strict or not', async (_, binding, change, reason) => {
      for (const strict of [true, false]) {
        const server = await serverWith({ strict });
        expect(await initiate(server, binding, change)).toMatchObject({ status: 401 });
        expect(server.refusals).toEqual([reason]);
      }
    });

    test('no binding is refused by a strict server alone', async () => {
      expect(await initiate(await serverWith({ strict: true }), 'none', 'none')).toMatchObject({ status: 401 });
      expect(await initiate(await serverWith(), 'none', 'none')).toMatchObject({ status: 200 });
    });

    test('a Unicode password is accepted, a wrong one refused', async () => {
      const password = '비밀 Pässw0rd ✓';
      const server = await serverWith({ password, strict: true });
      expect(await initiate(server, 'right', 'none', password)).toMatchObject({ status: 200 });
      expect(await initiate(server, 'right', 'none', 'wrong')).toMatchObject({ status: 401 });
    });
  },
);
