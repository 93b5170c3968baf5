import { failure } from '../../shared/errors.ts';
import type { Destination } from './failures.ts';

/**
 * Host and port of an https URL: IPv6 without its brackets, a name without its trailing dot (certificates and SNI have
 * none). Throws input.url-not-https.
 */
export function destinationOf(url: URL): Destination {
  if (url.protocol !== 'https:') throw failure('input.url-not-https', { url: url.href });
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  return { host, port: url.port === '' ? 443 : Number(url.port) };
}
