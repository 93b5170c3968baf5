export type { Endpoint, Trust } from './endpoint.ts';
export { openTransport } from './transport.ts';
export type { OpenOptions, Transport } from './transport.ts';
export type { Connection, PostOptions } from './connection.ts';
export type { HttpReply } from './reply.ts';
export { ConnectionLost, DeadlinePassed } from './failures.ts';
export { probeCertificate } from './probe-certificate.ts';
export type { ProbedCertificate } from './probe-certificate.ts';
