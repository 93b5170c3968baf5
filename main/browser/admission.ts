import { createHash, randomBytes } from 'node:crypto';

/** What admits a window, and how the host knows it again. */
export interface Admission {
  /** A new one-time token for a launch URL. */
  issueToken(): string;
  /**
   * Admits a window with a token that was not used yet, or again with both the cookie and the resume key of an earlier
   * admission. Gives the window's secret and, for a token, the cookie to set; null = not admitted. A token is used up
   * even beside a valid cookie.
   */
  admit(shown: Shown): Admitted | null;
  /** The id of the window that holds this secret, or null. The id is no secret. */
  windowOf(secret: string | undefined): string | null;
}

/** What a window shows to be let in. */
export interface Shown {
  readonly token: string | undefined;
  /** What the page kept for its own origin alone, which has the port in it: cookies go to every port of the host. */
  readonly resume: string | undefined;
  readonly cookieHeader: string | undefined;
}

interface Admitted {
  readonly secret: string;
  /** For the next admission of this window, after a reload. */
  readonly resume: string;
  readonly setCookie: string | null;
}

/** Admission to the host on a port. Everything lives in this process's memory and ends with it. */
export function createAdmission(port: number): Admission {
  // Only digests are kept, so that neither a comparison's time nor a heap snapshot gives a secret away.
  const tokens = new Set<string>();
  const cookies = new Set<string>();
  const resumes = new Set<string>();
  const windows = new Map<string, string>();
  const name = `edgewise-${port}`;

  function newWindow(): string {
    const secret = randomSecret();
    windows.set(digestOf(secret), `window-${windows.size + 1}`);
    return secret;
  }

  return {
    issueToken: () => {
      const token = randomSecret();
      tokens.add(digestOf(token));
      return token;
    },
    admit: ({ token, resume, cookieHeader }) => {
      if (token !== undefined && tokens.delete(digestOf(token))) {
        const [cookie, key] = [randomSecret(), randomSecret()];
        cookies.add(digestOf(cookie));
        resumes.add(digestOf(key));
        // Only the admission itself ever reads it.
        const setCookie = `${name}=${cookie}; Path=/api/session; HttpOnly; SameSite=Strict`;
        return { secret: newWindow(), resume: key, setCookie };
      }
      if (resume === undefined || !resumes.has(digestOf(resume))) return null;
      const known = cookieValues(cookieHeader, name).some((value) => cookies.has(digestOf(value)));
      return known ? { secret: newWindow(), resume, setCookie: null } : null;
    },
    windowOf: (secret) => (secret === undefined ? null : (windows.get(digestOf(secret)) ?? null)),
  };
}

/** 256 random bits, as text for a URL or a header. */
function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('base64');
}

/** Every value a Cookie header has under a name (RFC 6265 4.2): another path may have set one of the same name. */
function cookieValues(header: string | undefined, name: string): readonly string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
