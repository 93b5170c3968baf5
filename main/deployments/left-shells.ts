import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ShellLedger } from '../session/shell-ledger.ts';
import { makePrivateFolder } from '../single-console/private-folder.ts';

const shells = z.strictObject({
  version: z.literal(1),
  shells: z.array(z.strictObject({ place: z.string(), id: z.string(), at: z.number() })),
});
type KeptShell = z.infer<typeof shells>['shells'][number];

/** No server keeps an idle shell for longer: its MaxIdleTimeOut is a matter of hours. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** The shells this workstation has open, in `shells.json` of the settings folder. No secret is in it: ids and addresses. */
export interface LeftShells {
  /** What is kept for one account on one server. */
  ledgerFor(url: URL, user: string): ShellLedger;
}

/**
 * Reads what an earlier console of this folder left: one console writes it at a time, so that whatever is there when it
 * starts belongs to nobody any more. A file that cannot be read or written costs nothing but the tidying up: a quota is
 * then waited for.
 */
export function createLeftShells(folder: string, clock: () => number): LeftShells {
  const file = join(folder, 'shells.json');
  const left = readKept(file).filter(({ at }) => clock() - at < FORGOTTEN_AFTER_MS);
  let open: readonly KeptShell[] = [];

  function write(): void {
    const text = JSON.stringify({ version: 1, shells: [...left, ...open] });
    writeQuietly(folder, file, text);
  }

  function drop(id: string): void {
    const at = left.findIndex((each) => each.id === id);
    if (at !== -1) left.splice(at, 1);
    open = open.filter((each) => each.id !== id);
  }

  return {
    ledgerFor: (url, user) => {
      const place = `${url.origin} ${user}`;
      return {
        opened: (id) => {
          open = [...open, { place, id, at: clock() }];
          write();
        },
        closed: (id) => {
          drop(id);
          write();
        },
        left: () => left.filter((each) => each.place === place).map(({ id }) => id),
      };
    },
  };
}

function readKept(file: string): KeptShell[] {
  try {
    return shells.parse(JSON.parse(readFileSync(file, 'utf8'))).shells;
  } catch (caught) {
    if (isExpected(caught)) return [];
    throw caught;
  }
}

function writeQuietly(folder: string, file: string, text: string): void {
  try {
    makePrivateFolder(folder);
    const beside = `${file}.next`;
    const opened = openSync(beside, 'w', 0o600);
    try {
      writeFileSync(opened, text);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(beside, file);
  } catch (caught) {
    if (!isExpected(caught)) throw caught;
  }
}

/** The system's errors, and a text that is no file of ours. */
function isExpected(caught: unknown): boolean {
  return caught instanceof SyntaxError || caught instanceof z.ZodError || (caught instanceof Error && 'code' in caught);
}
