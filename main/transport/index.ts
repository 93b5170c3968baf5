export { openTransport } from './transport.ts';
export type { Transport } from './transport.ts';
export type { Connection } from './connection.ts';
export type { HttpReply } from './reply.ts';
export { ConnectionLost, DeadlinePassed } from './failures.ts';
export { probeCertificate } from './probe-certificate.ts';
