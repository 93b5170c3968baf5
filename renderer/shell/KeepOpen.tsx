import { useOpenDeployment } from '../api/queries.ts';

/** Keeps the session of a deployment that was opened, whatever is in front and whatever the list shows. Shows nothing. */
export function KeepOpen({ deployment }: { readonly deployment: string }): null {
  useOpenDeployment(deployment, true);
  return null;
}
