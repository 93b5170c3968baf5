export { openTransport } from './transport.ts';
export type { Transport } from './transport.ts';
export type { Connection } from './connection.ts';
export type { Endpoint } from './endpoint.ts';
export { readOffers } from './www-authenticate.ts';
export type { HttpReply } from './reply.ts';
export { ConnectionLost, DeadlinePassed, withoutDoubt } from './failures.ts';
export { followRedirections } from './redirection.ts';
export { probeCertificate } from './probe-certificate.ts';
