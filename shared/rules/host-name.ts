/** The URL standard's parser, which Node and every browser have; this folder is compiled for neither. */
declare const URL: {
  new (text: string): { readonly hostname: string };
  canParse(text: string): boolean;
};

/** Longest name and longest label, in characters (RFC 1035 2.3.4). */
const NAME_LIMIT = 253;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * A host as it is asked for: a DNS name in lower case, an international one in its ASCII form (UTS 46), an IPv4 address,
 * or an IPv6 address without brackets. Null = nothing that could be a host. Underscores are taken: Windows allows them.
 */
export function hostName(typed: string): string | null {
  const bare = typed.replace(/^\[(.*)\]$/, '$1');
  if (bare.includes(':')) return parsedHost(`[${bare}]`)?.slice(1, -1) ?? null;
  if (bare !== typed || /[\s/\\?#@%]/.test(bare)) return null;
  // The dot of an absolute name is in no certificate.
  const host = parsedHost(bare)?.replace(/\.$/, '') ?? '';
  const labels = host.split('.');
  if (host.length > NAME_LIMIT || !labels.every((label) => LABEL.test(label))) return null;
  // `10.1` and `0x7f.1` are addresses to a URL, and mistakes to a person.
  const isAddress = /^\d+$/.test(labels.at(-1) ?? '');
  return isAddress && host !== bare ? null : host;
}

/** `host:port`, `http://host` or `http://host:port` in its parts, `port` null where there is none; null = nothing to split. */
export function splitHostAndPort(typed: string): { readonly host: string; readonly port: number | null } | null {
  const match = /^(http:\/\/)?(\[[0-9a-f:.]+\]|[^:[\]/@\s]+)(?::(\d{1,5}))?\/?$/i.exec(typed.trim());
  const [, scheme, host = '', port] = match ?? [];
  if (match === null || (scheme === undefined && port === undefined)) return null;
  return { host, port: port === undefined ? null : Number(port) };
}

function parsedHost(host: string): string | null {
  const text = `https://${host}/`;
  return URL.canParse(text) ? new URL(text).hostname : null;
}
