import { isIP } from 'node:net';
import { failure } from '../../../shared/errors.ts';
import { isServicePrincipalName } from '../../../shared/rules/service-principal-name.ts';
import { accountName } from '../account-name.ts';

/**
 * The service principal name that is asked for: the deployment's own, `HTTP/pool.contoso.com`, else made of the host of
 * the address. Source: RFC 4559 4.1.
 */
export function spnOf(spn: string, host: string): string {
  return spn === '' ? `HTTP/${host}` : spn;
}

/**
 * A service principal name as this system takes it. GSS-API takes `service@host`, and finds the realm by itself: a port,
 * a service name after the host, or a realm cannot be said there. SSPI takes the name as it is. Throws
 * sign-in.spn-malformed. Source: RFC 4121 (host-based service names), RFC 2743 4.1.
 */
export function serviceName(spn: string, platform: NodeJS.Platform): string {
  const parts = /^([A-Za-z][\w-]*)\/([A-Za-z0-9][\w.-]*)(.*)$/.exec(spn);
  const [, service = '', host = '', rest = ''] = parts ?? [];
  if (platform === 'win32' && isServicePrincipalName(spn)) return spn;
  if (host === '' || rest !== '') throw failure('sign-in.spn-malformed', { spn });
  return `${service}@${host}`;
}

/**
 * Whom a ticket is asked for. `user@contoso.com` is `user@CONTOSO.COM`; `contoso.com\user` too. `CONTOSO\user` says no
 * realm: it is the domain of that name which the host is in (`pool.ad.contoso.com`: CONTOSO.COM), else the workstation's
 * own realm. `user` is of the workstation's realm.
 */
export function principalOf(typed: string, host: string): string {
  const { domain, user } = accountName(typed);
  if (domain === '') {
    const at = user.lastIndexOf('@');
    return at < 0 ? user : `${user.slice(0, at)}@${user.slice(at + 1).toUpperCase()}`;
  }
  if (domain.includes('.')) return `${user}@${domain.toUpperCase()}`;
  const labels = host.toUpperCase().split('.');
  const at = labels.indexOf(domain.toUpperCase());
  // A single label is no domain: the host itself may be called as the domain is.
  return at < 0 || at === labels.length - 1 ? user : `${user}@${labels.slice(at).join('.')}`;
}

/** Whether Negotiate asks for a ticket at all: an address or this very machine has no service principal of its own. */
export function mayHaveTicket(spn: string, host: string): boolean {
  return (
    spn !== '' || (isIP(host.replace(/^\[|\]$/g, '')) === 0 && host !== 'localhost' && !host.endsWith('.localhost'))
  );
}
