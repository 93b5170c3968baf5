import { describe, expect, it } from 'vitest';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { groupDeployments } from './deployment-groups.ts';

function deployment(name: string, group: string): DeploymentSummary {
  return {
    id: name,
    name,
    kind: 'server',
    url: `https://${name.toLowerCase()}.example/OcsPowershell`,
    user: 'ana',
    group,
    colour: 'blue',
    scheme: 'negotiate',
    trust: 'system',
    connection: '',
    passwordState: 'absent',
    production: false,
    readOnly: false,
  };
}

const all = [
  deployment('Zeta', 'Lab'),
  deployment('Adatum', 'Customers'),
  deployment('Practice', ''),
  deployment('Fabrikam', 'Customers'),
  deployment('한빛', '고객'),
];

function shown(search: string): readonly string[] {
  return groupDeployments(all, search, 'en').map(
    ({ name, deployments }) => `${name}: ${deployments.map((each) => each.name).join(', ')}`,
  );
}

describe('the list of deployments', () => {
  it('has those of no group first, then the groups by name, each in the order main gives', () => {
    expect(shown('')).toEqual([': Practice', 'Customers: Adatum, Fabrikam', 'Lab: Zeta', '고객: 한빛']);
  });

  it('is searched by every word, over name, group and address', () => {
    expect(shown('customers FABRI')).toEqual(['Customers: Fabrikam']);
    expect(shown('zeta.example')).toEqual(['Lab: Zeta']);
    expect(shown('한')).toEqual(['고객: 한빛']);
    expect(shown('customers zeta')).toEqual([]);
  });

  it('finds Hangul however it is composed', () => {
    expect(shown('한빛'.normalize('NFD'))).toEqual(['고객: 한빛']);
  });
});
