import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { failure } from '../../shared/errors.ts';

/** A file of the page, in memory. */
interface StaticFile {
  readonly contentType: string;
  readonly body: Buffer;
}

/** The page and its files, by the exact path of their URL. */
export interface StaticFiles {
  /** The page's HTML, with the placeholder of the nonce in it. */
  readonly page: string;
  readonly files: ReadonlyMap<string, StaticFile>;
}

const PAGE = 'index.html';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Reads the built renderer, once. A request is looked up in this list by its exact path and never reaches the file
 * system: there is no path to traverse. Files of other types (source maps) are not served. Throws
 * workstation.file-unreadable when the folder has no page.
 */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  let page: string | null = null;
  for (const path of listFiles(folder)) {
    const contentType = CONTENT_TYPES[extname(path).toLowerCase()];
    if (path === PAGE) page = readFileSync(join(folder, path), 'utf8');
    else if (contentType !== undefined) {
      files.set(`/${path.split(sep).join('/')}`, { contentType, body: readFileSync(join(folder, path)) });
    }
  }
  if (page === null) throw failure('workstation.file-unreadable', { path: join(folder, PAGE) });
  return { page, files };
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length)
          .replace(/^[\\/]+/, ''),
      );
  } catch (caught) {
    throw failure('workstation.file-unreadable', { path: folder }, {}, caught);
  }
}
