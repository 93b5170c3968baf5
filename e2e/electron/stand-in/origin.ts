/** Chromium knows no scheme of ours: the page is served to it under a loopback name, and every request is intercepted. */
const OUTSIDE = 'http://edgewise.localhost/';
const INSIDE = 'app://edgewise/';

/** The URL Chromium is given for one of the program's. */
export function outsideUrl(url: string): string {
  return url.startsWith(INSIDE) ? OUTSIDE + url.slice(INSIDE.length) : url;
}

/** The URL the program sees for one of Chromium's. */
export function insideUrl(url: string): string {
  return url.startsWith(OUTSIDE) ? INSIDE + url.slice(OUTSIDE.length) : url;
}
