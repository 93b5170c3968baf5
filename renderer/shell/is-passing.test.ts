import { describe, expect, it } from 'vitest';
import { edgewiseError } from '../../shared/errors.ts';
import { isPassing } from './use-quiet-reconnect.ts';

const host = 'pool.contoso.com';

describe('a lost deployment', () => {
  it.each([
    ['the other side hangs up while TLS begins', edgewiseError('tls.handshake', { host, reason: 'reason.hung-up' })],
    ['what stands before the server gets a bad answer from it', edgewiseError('http.gateway', { status: 502 })],
    ['what stands before the server gets no answer from it', edgewiseError('http.gateway', { status: 504 })],
    ['the web service is stopped', edgewiseError('http.unavailable', { host })],
  ])('may come back by itself when %s', (_, error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each([
    ['another certificate', edgewiseError('tls.wrong-name', { host, names: 'other.contoso.com' })],
    ['a refused certificate of its own', edgewiseError('tls.client-certificate-refused', { host, reason: 'x' })],
    ['another error of the web service', edgewiseError('http.status', { status: 500 })],
    ['a message that is too large for what stands before it', edgewiseError('http.status', { status: 413 })],
  ])('is for the person to see to when it shows %s', (_, error) => {
    expect(isPassing(error)).toBe(false);
  });
});
