import { lstat, mkdtemp, readdir, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../../shared/errors.ts';

/** With the number of the process that made it. */
const NAME = /^edgewise-ticket-(\d+)-/;

/** The ticket in its folder. */
export const TICKET = 'cc';

/**
 * Makes a folder for one ticket in `within`, which nobody else reads (mkdtemp makes it 0700), and deletes this person's
 * of processes that ended before they could. Throws workstation.temporary-folder.
 */
export async function ticketFolder(within: string): Promise<string> {
  // A folder that cannot be listed stands in nobody's way, nor a ticket that cannot be deleted: that ends by itself.
  await deleteLeft(within).catch(() => undefined);
  try {
    return await mkdtemp(join(within, `edgewise-ticket-${process.pid}-`));
  } catch (caught) {
    throw failure('workstation.temporary-folder', { path: within }, { serverText: String(caught) }, caught);
  }
}

async function deleteLeft(within: string): Promise<void> {
  for (const name of await readdir(within)) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid);
    if (!isRunning(pid)) await deleteOwn(join(within, name)).catch(() => undefined);
  }
}

/**
 * Another user's may be a link to anywhere by the time it is opened: only one's own is touched, which nobody else can
 * exchange in a sticky folder, and in it only what is put there.
 */
async function deleteOwn(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) return;
  await unlink(join(folder, TICKET)).catch(() => undefined);
  await rmdir(folder);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (caught) {
    return !(caught instanceof Error && 'code' in caught && caught.code === 'ESRCH');
  }
}
