import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makePrivateFolder } from '../single-console/private-folder.ts';

const kept = z.strictObject({ window: z.string(), name: z.string(), text: z.string() });
const file = z.strictObject({ version: z.literal(1), forms: z.array(kept) });

/** One form, and the window that keeps it. */
export type KeptForm = Readonly<z.infer<typeof kept>>;

/** What reading the file gave: its forms, or why it was set aside. */
export interface FormsRead {
  readonly forms: readonly KeptForm[];
  readonly setAside: { readonly file: string; readonly reason: string } | null;
}

/**
 * Reads the forms of a settings folder, the one kept last at the end; none where there is no file. What cannot be
 * understood is put under another name. Throws the system's errors.
 */
export function readForms(folder: string, now: number): FormsRead {
  const text = readIfThere(pathIn(folder));
  if (text === null) return { forms: [], setAside: null };
  const reason = wrongWith(text);
  if (reason === null) return { forms: file.parse(JSON.parse(text)).forms, setAside: null };
  const aside = join(folder, `forms.corrupt-${new Date(now).toISOString().replaceAll(':', '-')}.json`);
  renameSync(pathIn(folder), aside);
  return { forms: [], setAside: { file: aside, reason } };
}

/** Replaces the file in one step, for this user alone. Throws the system's errors; the old one stays then. */
export function writeForms(folder: string, forms: readonly KeptForm[]): void {
  makePrivateFolder(folder);
  const beside = join(folder, 'forms.next.json');
  const opened = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(opened, JSON.stringify({ version: 1, forms }));
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(beside, pathIn(folder));
}

/** Where the forms of a settings folder are kept. */
export function pathIn(folder: string): string {
  return join(folder, 'forms.json');
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (caught) {
    if (caught instanceof Error && 'code' in caught && caught.code === 'ENOENT') return null;
    throw caught;
  }
}

/** Why a text is no file of ours: where and what, never a value of it. */
function wrongWith(text: string): string | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch (caught) {
    // The parser's own message would quote what stands there.
    if (caught instanceof SyntaxError) return 'JSON';
    throw caught;
  }
  const [issue] = file.safeParse(stored).error?.issues ?? [];
  return issue === undefined ? null : `${issue.path.join('.')}: ${issue.message}`;
}
