import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAuthority, issueServerCertificate } from '../../../main/practice/state/certificates.ts';
import { openFrontShell, type FrontShell } from './front-shell.ts';
import {
  creationXml,
  faultEnvelope,
  faults,
  insideShell,
  readRequest,
  replies,
  replyEnvelope,
  type FrontFault,
  type FrontRequest,
} from './front-soap.ts';

/** WS-Management in front of the engine's pipe: what our client opens a session with. */
export interface EngineFront {
  readonly url: string;
  readonly caPem: string;
  readonly user: string;
  readonly password: string;
  close(): Promise<void>;
}

type Answer = string | FrontFault;

const INTERRUPT = 'powershell/signal/crtl_c';
const HEADROOM_BYTES = 4096;

/** Serves the engine behind `socketPath` on loopback: HTTPS, Basic, one account made at random. */
export async function startFront(socketPath: string): Promise<EngineFront> {
  const now = new Date();
  const authority = await createAuthority(now);
  const certificate = await issueServerCertificate(authority, 'ordinary', now);
  const user = 'engine';
  const password = randomBytes(12).toString('base64url');
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const shells = new Map<string, FrontShell>();
  const server = createServer(
    // Node closes an idle connection after five seconds, at times in the face of a request on its way; HTTP.sys waits two
    // minutes, as this peer does.
    { cert: certificate.certificatePem, key: certificate.privateKeyPem, keepAliveTimeout: 120_000 },
    (incoming, reply) => {
      serve(incoming, reply, expected, (request) => answer(request, shells, socketPath)).catch((caught: unknown) => {
        // A front that cannot go on is seen at once by the client under test.
        reply.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(caught));
      });
    },
  );
  const port = await listening(server);
  return {
    url: `https://127.0.0.1:${port}/OcsPowershell`,
    caPem: authority.certificatePem,
    user,
    password,
    close: async () => {
      await Promise.all([...shells.values()].map((shell) => shell.close()));
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(
  incoming: IncomingMessage,
  reply: ServerResponse,
  expected: string,
  answerTo: (request: FrontRequest) => Promise<Answer>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array)); // node gives Buffers without an encoding
  if (incoming.headers.authorization !== expected) {
    reply.writeHead(401, { 'WWW-Authenticate': 'Basic realm="engine"', 'Content-Length': 0 }).end();
    return;
  }
  const request = readRequest(Buffer.concat(chunks).toString('utf8'));
  const given = await answerTo(request);
  const envelope = typeof given === 'string' ? replyEnvelope(request, given) : faultEnvelope(request, given);
  reply
    .writeHead(typeof given === 'string' ? 200 : 500, { 'Content-Type': 'application/soap+xml;charset=UTF-8' })
    .end(envelope);
}

async function answer(request: FrontRequest, shells: Map<string, FrontShell>, socketPath: string): Promise<Answer> {
  if (request.verb === 'Create') {
    // Like Windows PowerShell 2.0's server, the front gives an id of its own: the client must use the selector.
    const shellId = randomUUID().toUpperCase();
    shells.set(shellId, await openFrontShell(socketPath, creationXml(request.body)));
    return replies.created(shellId);
  }
  const shell = shells.get(request.shellId ?? '');
  if (shell === undefined) return faults.gone;
  if (request.verb === 'Delete') {
    shells.delete(request.shellId ?? '');
    await shell.close();
    return replies.deleted;
  }
  return shellVerb(request, shell);
}

async function shellVerb(request: FrontRequest, shell: FrontShell): Promise<Answer> {
  const { body } = request;
  switch (request.verb) {
    case 'Command': {
      const id = body?.attributes.get('CommandId') ?? randomUUID();
      await shell.command(id.toLowerCase(), Buffer.from(insideShell(body, 'Arguments').text, 'base64'));
      return replies.command(id);
    }
    case 'Send': {
      const stream = insideShell(body, 'Stream');
      const name = stream.attributes.get('Name') === 'pr' ? 'pr' : 'stdin';
      await shell.send(lower(stream.attributes.get('CommandId')), Buffer.from(stream.text, 'base64'), name);
      return replies.sent;
    }
    case 'Receive': {
      const id = insideShell(body, 'DesiredStream').attributes.get('CommandId') ?? null;
      const batch = await shell.receive(lower(id), request.maxEnvelopeSize - HEADROOM_BYTES, request.timeoutMs);
      if (batch === null) return faults.timedOut;
      return 'gone' in batch ? { ...faults.aborted, text: batch.gone } : replies.received(id, batch.pieces, batch.done);
    }
    case 'Signal': {
      const id = (body?.attributes.get('CommandId') ?? '').toLowerCase();
      const code = insideShell(body, 'Code').text;
      await (code === INTERRUPT ? shell.interrupt(id) : shell.terminate(id));
      return replies.signalled;
    }
    default:
      throw new Error(`no such verb: ${request.verb}`);
  }
}

function lower(id: string | null | undefined): string | null {
  return id?.toLowerCase() ?? null;
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}
