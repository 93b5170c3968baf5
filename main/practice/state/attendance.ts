import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../../single-console/private-folder.ts';
import { isSystemError, processLives, writePrivateFile } from './files.ts';

/** A user's presence at a practice deployment that another process runs. */
export interface Attendance {
  leave(): void;
}

/**
 * Says that this process uses the practice deployment of that folder, so that the one who runs it stays for as long
 * (design: "it ends with its last user"). A process that dies without leaving is not counted.
 */
export function attend(folder: string): Attendance {
  const users = join(folder, 'users');
  makePrivateFolder(users);
  const mine = join(users, `${process.pid}-${crypto.randomUUID()}`);
  writePrivateFile(mine, '');
  return { leave: () => rmSync(mine, { force: true }) };
}

/** Whether another living process uses the practice deployment of that folder. Those that died are struck off. */
export function othersAttend(folder: string): boolean {
  const users = join(folder, 'users');
  let others = false;
  for (const name of usersIn(users)) {
    const pid = Number(name.slice(0, name.indexOf('-')));
    if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) continue;
    if (processLives(pid)) others = true;
    else rmSync(join(users, name), { force: true });
  }
  return others;
}

function usersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // Nobody ever came: there is no folder.
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}
