import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { TLSSocket, type SecureContextOptions } from 'node:tls';
import type { Duplex } from 'node:stream';
import type { CertificateVariant, KeyedCertificate } from '../../state/certificates.ts';
import { isSystemError } from '../../state/files.ts';
import type { FaultScript } from '../faults/script.ts';
import { requestTooLarge } from '../wsman/fault.ts';
import { faultEnvelope } from '../wsman/reply.ts';
import { SERVICE_ENVELOPE } from '../wsman/request.ts';
import { answerInstead, type ServiceAnswer, type WsmanService } from '../wsman/service.ts';
import { Connection, type ConnectionStats, type SignInOptions } from './connection.ts';
import { readBody, type RequestBody } from './request-body.ts';

export interface HostOptions extends SignInOptions {
  /** `/OcsPowershell`; compared without regard to case, as IIS does. */
  readonly path: string;
  readonly authorityPem: string;
  /** What is shown unless a fault or `show` says otherwise, and what `tls` faults show. */
  readonly certificates: ReadonlyMap<CertificateVariant, KeyedCertificate>;
  readonly service: WsmanService;
  readonly faults: FaultScript;
  /** How long a kept connection may lie idle before the server closes it; IIS's 120 s unless told otherwise. */
  readonly idleConnectionMs: number;
  /** A scripted fault let the server die: everything is closed already. */
  readonly onDeath: () => void;
}

/** The newest TLS the server speaks; `TLSv1.1` alone is what a server nobody has looked after speaks. */
export type TlsVersion = 'current' | 'TLSv1.1';

interface Face {
  readonly certificate: CertificateVariant;
  readonly version: TlsVersion;
}

const ORDINARY: Face = { certificate: 'ordinary', version: 'current' };
const LOOPBACK = '127.0.0.1';
/** Connections whose figures are kept: a deployment that runs for weeks must not grow. */
const REMEMBERED = 1_000;

/** HTTPS on 127.0.0.1: connections, their sign-in, and the WS-Management service behind them. */
export class HttpsHost {
  private readonly options: HostOptions;
  /** Takes TCP connections; TLS begins at a connection's first byte, which is when its certificate is chosen. */
  private readonly front: TcpServer;
  private readonly server: Server;
  private readonly connections = new Map<Duplex, Connection>();
  private readonly history: Connection[] = [];
  /** Every TCP connection, also one whose handshake hangs: all must go for the server to end. */
  private readonly sockets = new Set<Duplex>();
  private counted = 0;
  /** What connections are shown when no fault strikes. */
  private usual: Face = ORDINARY;
  /** What the last connection was shown; null once another certificate stands behind its name. */
  private worn: Face | null = ORDINARY;
  private readonly certificates: Map<CertificateVariant, KeyedCertificate>;

  constructor(options: HostOptions) {
    this.options = options;
    this.certificates = new Map(options.certificates);
    this.server = createServer({ keepAliveTimeout: options.idleConnectionMs, ...this.context(ORDINARY) });
    this.front = createTcpServer((socket) => this.accept(socket));
    this.server.on('request', (request, response) => {
      this.handle(request, response).catch((error: unknown) => response.destroy(asError(error)));
    });
  }

  /** Listens on the port, or on any free one when it is 0 or taken. Gives the port. */
  async listen(port: number, only = false): Promise<number> {
    try {
      return await this.listenOn(port);
    } catch (error) {
      if (port === 0 || !isSystemError(error, 'EADDRINUSE')) throw error;
      if (only) throw new Error(`port ${port} is taken: give another, or none`, { cause: error });
      return this.listenOn(0);
    }
  }

  /** The connections that sent a request, oldest first; the last thousand of them. */
  get stats(): readonly ConnectionStats[] {
    return this.history.map((connection) => connection.stats);
  }

  /** From now on new connections are shown this certificate and spoken to in this version; open ones go on. */
  show(variant: CertificateVariant, certificate: KeyedCertificate, version: TlsVersion): void {
    this.certificates.set(variant, certificate);
    this.usual = { certificate: variant, version };
    this.worn = null;
  }

  /** Stops listening and drops every connection. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.front.close(() => resolve());
      this.server.closeAllConnections();
      for (const socket of this.sockets) socket.destroy();
    });
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    socket.once('error', () => socket.destroy());
    socket.once('readable', () => {
      // A client that only looks whether somebody listens is no occasion for a fault.
      if (socket.readableLength === 0) {
        socket.destroy();
        return;
      }
      const fault = this.options.faults.strike(['tls'], { verb: null, cmdlets: [] });
      const { certificate = 'ordinary', version = 'current' } = fault ?? this.usual;
      this.wear({ certificate, version });
      this.server.emit('connection', socket);
    });
  }

  /** Makes a context only where it differs: a new one costs time, and every kept TLS session. */
  private wear(face: Face): void {
    if (this.worn?.certificate === face.certificate && this.worn.version === face.version) return;
    this.server.setSecureContext(this.context(face));
    this.worn = face;
  }

  private context({ certificate, version }: Face): SecureContextOptions {
    const keyed = this.certificates.get(certificate);
    if (keyed === undefined) throw new Error(`no certificate was made for the fault ${certificate}`);
    const chain = { cert: keyed.certificatePem + this.options.authorityPem, key: keyed.privateKeyPem };
    if (version === 'current') return { ...chain, minVersion: 'TLSv1.2' };
    // OpenSSL 3 signs with SHA-1, which TLS 1.1 asks for, at security level 0 only.
    return { ...chain, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
  }

  private async listenOn(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.front.once('error', reject);
      this.front.listen(port, LOOPBACK, () => {
        this.front.off('error', reject);
        resolve();
      });
    });
    // A TCP server's address is never a pipe's name, nor null while it listens.
    return (this.front.address() as AddressInfo).port;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, SERVICE_ENVELOPE);
    if (body.kind === 'cut-off') return;
    const answer = await this.answerTo(request, response, body);
    if (answer !== null) this.deliver(response, answer);
  }

  /** The answer to deliver, or null where a bare HTTP status was sent already. */
  private async answerTo(
    request: IncomingMessage,
    response: ServerResponse,
    body: Exclude<RequestBody, { readonly kind: 'cut-off' }>,
  ): Promise<ServiceAnswer | null> {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    if (pathname.replace(/\/$/, '').toLowerCase() !== this.options.path.toLowerCase()) return bare(response, 404);
    const instead = answerInstead(this.options.faults, { verb: null, cmdlets: [] });
    if (instead !== null) return instead;

    const { caller, wwwAuthenticate } = this.connectionOf(request.socket).signIn(request.headers.authorization);
    response.setHeader('WWW-Authenticate', wwwAuthenticate);
    if (caller === null) return bare(response, 401);
    if (request.method !== 'POST') return bare(response, 405);
    if (body.kind === 'unsupported') return bare(response, 415);
    if (body.kind === 'too-large') return tooLarge();
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    return this.options.service.answer(body.text, caller, gone.signal);
  }

  private deliver(response: ServerResponse, answer: ServiceAnswer): void {
    const bytes = Buffer.from(answer.body, 'utf8');
    const done = (): void => {
      if (answer.delivery !== 'whole') response.destroy();
      if (answer.dies) this.options.onDeath();
    };
    if (answer.delivery === 'none') {
      done();
      return;
    }
    response.writeHead(answer.status, { 'Content-Type': answer.contentType, 'Content-Length': bytes.length });
    if (answer.delivery === 'whole') response.end(bytes, done);
    else response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), done);
  }

  private connectionOf(socket: IncomingMessage['socket']): Connection {
    const known = this.connections.get(socket);
    if (known !== undefined) return known;
    const address = socket.remoteAddress ?? '';
    this.counted += 1;
    const connection = new Connection(this.counted, address, shownOn(socket), this.options);
    this.history.push(connection);
    if (this.history.length > REMEMBERED) this.history.shift();
    this.connections.set(socket, connection);
    socket.once('close', () => {
      this.connections.delete(socket);
      connection.closed();
    });
    return connection;
  }
}

/** The certificate a connection was shown, which need not be the one shown now. */
function shownOn(socket: IncomingMessage['socket']): Uint8Array {
  const shown = socket instanceof TLSSocket ? socket.getCertificate() : null;
  if (shown === null || !('raw' in shown) || !Buffer.isBuffer(shown.raw)) {
    throw new Error('a connection without a certificate of ours');
  }
  return new Uint8Array(shown.raw);
}

/** Answers with a status alone; null, for nothing is left to deliver. */
function bare(response: ServerResponse, status: number): null {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
  return null;
}

function tooLarge(): ServiceAnswer {
  const body = faultEnvelope(requestTooLarge(SERVICE_ENVELOPE).facts, null);
  return { status: 500, contentType: 'application/soap+xml;charset=UTF-8', body, delivery: 'whole', dies: false };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
