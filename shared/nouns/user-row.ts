import type { DirectoryUser } from '../models/directory-user.ts';
import type { NounRow } from '../models/noun-row.ts';

/** A user as the object of a noun: of a user ours to change is the external access policy alone. */
export function userRow({ sipAddress, externalAccessPolicy }: DirectoryUser): NounRow {
  return { identity: sipAddress, values: { externalAccessPolicy } };
}
