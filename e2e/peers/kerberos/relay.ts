import { createServer, request } from 'node:https';
import { listen } from '../../../main/transport/testing/signing-server.ts';
import type { TestAuthority, TestIdentity } from '../../../main/transport/testing/certificates.ts';

/** A server before another, which may change the proof that one gives of itself. */
export interface Relay {
  readonly url: URL;
  /** Every Authorization it was sent. */
  readonly seen: string[];
  /** From the WWW-Authenticate of the server behind, and what we sent, to what is sent on. */
  answer: (proof: string, sent: string) => string;
  close(): void;
}

/** Starts one before `behind`, with the same certificate. */
export async function startRelay(behind: URL, identity: TestIdentity, authority: TestAuthority): Promise<Relay> {
  const seen: string[] = [];
  const server = createServer({ cert: identity.certPem, key: identity.keyPem }, (asked, answered) => {
    const { authorization = '' } = asked.headers;
    seen.push(authorization);
    const onward = request(behind, { method: 'POST', headers: { authorization }, ca: authority.certPem });
    onward.on('response', (reply) => {
      const fields = {
        'content-type': reply.headers['content-type'] ?? '',
        'x-remote-user': String(reply.headers['x-remote-user'] ?? ''),
        'www-authenticate': relay.answer(reply.headers['www-authenticate'] ?? '', authorization),
      };
      answered.writeHead(reply.statusCode ?? 500, fields);
      reply.pipe(answered);
    });
    asked.resume().on('end', () => onward.end());
  });
  const port = await listen(server, '127.0.0.1');
  const relay: Relay = {
    url: new URL(`https://localhost:${port}/krb/OcsPowershell`),
    seen,
    answer: (proof) => proof,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return relay;
}

/** A field's token with its last bit changed. */
export function flipped(field: string): string {
  const [scheme = '', token = ''] = field.split(' ');
  const bytes = Buffer.from(token, 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return `${scheme} ${bytes.toString('base64')}`;
}
