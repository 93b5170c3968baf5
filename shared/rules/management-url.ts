import { failure, type Failure } from '../errors.ts';
import { hostName } from './host-name.ts';

/** Where Lync Server 2013 and later serve remote PowerShell (Connect to Lync Server by remote PowerShell: /OcsPowershell). */
const MANAGEMENT_PATH = '/OcsPowershell';

/** Where the web sites of the same server have Microsoft's control panel: the address an administrator knows by heart. */
const CONTROL_PANEL_PATH = /^\/cscp(\/.*)?$/i;

/** Why an address is not taken; each has its sentence under `setup.problem.url-<reason>` and an error `input.url-<reason>`. */
export type UrlReason = 'malformed' | 'not-https' | 'credentials' | 'query' | 'port' | 'host' | 'path';

/** A management URL as it will be used; `filled` = something that was not typed was added to it, or written otherwise. */
export type ManagementUrlCheck =
  | { readonly ok: true; readonly url: string; readonly filled: boolean }
  | { readonly ok: false; readonly reason: 'empty' | UrlReason };

/**
 * Reads a management URL or the FQDN of a pool as a person typed it: `https://` and the path are filled in where they are
 * missing, and stands for the control panel's; an international name is written in ASCII. Only a first guess, for the
 * internal web services may have a name of their own. Never a user, a password, a query or a fragment: what stands in an
 * address ends in logs.
 */
export function checkManagementUrl(typed: string): ManagementUrlCheck {
  const text = typed.trim();
  if (text === '') return { ok: false, reason: 'empty' };
  // Wherever it stands: a password may hold a slash.
  if (text.includes('@')) return { ok: false, reason: 'credentials' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text);
  if (scheme !== null && scheme[1]?.toLowerCase() !== 'https') return { ok: false, reason: 'not-https' };
  const [, authority = '', path = '', rest = ''] =
    /^([^/\\?#]*)([^?#]*)(.*)$/s.exec(text.slice(scheme?.[0].length)) ?? [];
  const [, named = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority) ?? [];
  if (named === '' || /\s/.test(authority)) return { ok: false, reason: 'malformed' };
  // `mailto:ana` and `https:pool` have no port.
  if (port !== undefined && scheme === null && /^\D/.test(port)) return { ok: false, reason: 'malformed' };
  if (port !== undefined && !isPort(port)) return { ok: false, reason: 'port' };
  const host = hostName(named);
  if (host === null) return { ok: false, reason: 'host' };
  if (rest !== '') return { ok: false, reason: 'query' };
  if (!/^[!-[\]-~]*$/.test(path)) return { ok: false, reason: 'path' };
  const kept = port === undefined || Number(port) === 443 ? '' : `:${Number(port)}`;
  const guessed = path === '' || path === '/' || CONTROL_PANEL_PATH.test(path);
  const written = host.includes(':') ? `[${host}]` : host;
  const url = `https://${written}${kept}${guessed ? MANAGEMENT_PATH : path}`;
  return { ok: true, url, filled: scheme === null || guessed || written !== named.toLowerCase() };
}

/** The same for `main`: the URL, or what urlFailure gives. */
export function requireManagementUrl(typed: string): string {
  const check = checkManagementUrl(typed);
  if (check.ok) return check.url;
  throw urlFailure(check.reason === 'empty' ? 'malformed' : check.reason, typed);
}

/** The error of an address that is not taken, without what may be a password: what stands before an @ or behind a backslash. */
export function urlFailure(reason: UrlReason, typed: string): Failure {
  const bare = withoutAccount(typed);
  const backslash = bare.indexOf('\\');
  const url = backslash === -1 ? bare : `${bare.slice(0, backslash + 1)}…`;
  return failure(`input.url-${reason}`, { url: url.slice(0, 200) });
}

/** An address, of a proxy too, without what stands before an @, which may be a password. */
export function withoutAccount(typed: string): string {
  return typed.slice(typed.lastIndexOf('@') + 1);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
