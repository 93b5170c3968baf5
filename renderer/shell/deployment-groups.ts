import type { DeploymentSummary } from '../../shared/models/deployment.ts';

/** Deployments that stand together; `name` empty = those of no group. */
export interface DeploymentGroup {
  readonly name: string;
  readonly deployments: readonly DeploymentSummary[];
}

/**
 * The list as it is shown: only what every word of `search` is found in (name, group, address), those of no group first,
 * then the groups by name. Within a group they stay as main gives them.
 */
export function groupDeployments(
  deployments: readonly DeploymentSummary[],
  search: string,
  language: string,
): readonly DeploymentGroup[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const groups = new Map<string, DeploymentSummary[]>();
  for (const deployment of deployments) {
    const haystack = fold(`${deployment.name}\n${deployment.group}\n${deployment.url}`);
    if (!words.every((word) => haystack.includes(word))) continue;
    const group = groups.get(deployment.group);
    if (group === undefined) groups.set(deployment.group, [deployment]);
    else group.push(deployment);
  }
  return [...groups]
    .map(([name, members]) => ({ name, deployments: members }))
    .sort((a, b) => (a.name === '' ? -1 : b.name === '' ? 1 : a.name.localeCompare(b.name, language)));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
