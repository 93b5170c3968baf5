import { failure } from '../errors.ts';

/** Where Lync Server 2013 and later serve remote PowerShell (Connect to Lync Server by remote PowerShell: /OcsPowershell). */
const MANAGEMENT_PATH = '/OcsPowershell';

/** Where the web sites of the same server have Microsoft's control panel: the address an administrator knows by heart. */
const CONTROL_PANEL_PATH = /^\/cscp(\/.*)?$/i;

/** A management URL as it will be used; `filled` = something that was not typed was added to it. */
export type ManagementUrlCheck =
  | { readonly ok: true; readonly url: string; readonly filled: boolean }
  | { readonly ok: false; readonly reason: 'empty' | 'malformed' | 'not-https' };

const PARTS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\[[0-9a-f:.]+\]|[a-z0-9_-][a-z0-9._-]*)(?::(\d{1,5}))?(\/[^\s?#]*)?$/i;

/**
 * Reads a management URL or the FQDN of a pool as a person typed it: `https://` and the path are filled in where they are
 * missing, and stands for the control panel's. Only a first guess, for the internal web services may have a name of their own. Never a user, a password, a
 * query or a fragment: what stands in an address ends in logs.
 */
export function checkManagementUrl(typed: string): ManagementUrlCheck {
  const text = typed.trim();
  if (text === '') return { ok: false, reason: 'empty' };
  const [whole, scheme, host = '', port, path = ''] = PARTS.exec(text) ?? [];
  if (whole === undefined || (port !== undefined && (Number(port) === 0 || Number(port) > 65_535))) {
    return { ok: false, reason: 'malformed' };
  }
  if (scheme !== undefined && scheme.toLowerCase() !== 'https') return { ok: false, reason: 'not-https' };
  const kept = port === undefined || Number(port) === 443 ? '' : `:${Number(port)}`;
  const guessed = path === '' || path === '/' || CONTROL_PANEL_PATH.test(path);
  const url = `https://${host.toLowerCase()}${kept}${guessed ? MANAGEMENT_PATH : path}`;
  return { ok: true, url, filled: scheme === undefined || guessed };
}

/** The same for `main`: the URL, or input.url-malformed or input.url-not-https. */
export function requireManagementUrl(typed: string): string {
  const check = checkManagementUrl(typed);
  if (check.ok) return check.url;
  // What stands before an @ may be a password.
  const shown = typed.slice(typed.lastIndexOf('@') + 1).slice(0, 200);
  throw failure(check.reason !== 'not-https' ? 'input.url-malformed' : 'input.url-not-https', { url: shown });
}
