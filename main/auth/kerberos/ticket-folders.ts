import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../../shared/errors.ts';

/** With the number of the process that made it. */
const NAME = /^edgewise-ticket-(\d+)-/;

/**
 * Makes a folder for one ticket in `within`, which nobody else reads (mkdtemp makes it 0700), and deletes those of
 * processes that ended before they could. Throws workstation.temporary-folder.
 */
export async function ticketFolder(within: string): Promise<string> {
  try {
    await deleteLeft(within);
    return await mkdtemp(join(within, `edgewise-ticket-${process.pid}-`));
  } catch (caught) {
    throw failure('workstation.temporary-folder', { path: within }, { serverText: String(caught) }, caught);
  }
}

async function deleteLeft(within: string): Promise<void> {
  for (const name of await readdir(within)) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid);
    // Another user's is that user's to delete, and a ticket ends by itself.
    if (!isRunning(pid)) await rm(join(within, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (caught) {
    return !(caught instanceof Error && 'code' in caught && caught.code === 'ESRCH');
  }
}
