import { beforeAll, describe, expect, it } from 'vitest';
import { errorFrom, type EdgewiseError } from '../../shared/errors.ts';
import { endingAfterEach } from '../transport/testing/bench.ts';
import { createAuthority, type TestAuthority } from '../transport/testing/certificates.ts';
import { startRawTlsServer, type OnRequest } from '../transport/testing/raw-server.ts';
import { openSession } from './index.ts';

const { keep } = endingAfterEach();
let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
});

/** What opening a session on such a server ends in. */
async function opening(onData: OnRequest): Promise<EdgewiseError> {
  const { url } = keep(await startRawTlsServer(await authority.issue(), onData));
  const trust = { kind: 'ca', pem: authority.certPem } as const;
  const signIn = { scheme: 'basic', user: 'ana', password: 'x' } as const;
  const resourceUri = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';
  const limits = { closeMs: 100 };
  return await openSession({ endpoint: { url, trust, signIn }, resourceUri }, { limits }).then(() => {
    throw new Error('it was opened');
  }, errorFrom);
}

describe('while a session is being opened no change is in doubt', () => {
  it('where the server hangs up on the request', async () => {
    const error = await opening((socket, received) => {
      if (received.endsWith('Envelope>')) socket.destroy();
    });
    expect(error).toMatchObject({ code: 'network.broke-off', values: { host: 'localhost' }, retry: true });
  });

  it('where its answer is no HTTP', async () => {
    const error = await opening((socket, received) => {
      if (received.endsWith('Envelope>')) socket.write('220 smtp\r\n');
    });
    const values = { host: 'localhost', reason: 'reason.not-http', change: 'none' };
    expect(error).toMatchObject({ code: 'network.malformed', values });
  });
});
