import { describe, expect, it } from 'vitest';
import {
  ALL_SETS,
  CATALOGUE,
  cmdlet,
  cmdletParameter,
  COMMON_PARAMETERS,
  outputTypeNamed,
  parametersFor,
} from './index.ts';
import type { CmdletParameter } from './index.ts';

const names = CATALOGUE.map((definition) => definition.name);

function inSet(parameter: CmdletParameter, set: string): boolean {
  return parameter.sets.length === 0 || parameter.sets.includes(set);
}

describe('the catalogue', () => {
  it('has every cmdlet the console works with, once', () => {
    expect([...names].sort()).toEqual(
      [
        ...['Get', 'New', 'Set', 'Remove'].map((verb) => `${verb}-CsAllowedDomain`),
        ...['Get', 'New', 'Set', 'Remove'].map((verb) => `${verb}-CsBlockedDomain`),
        'Get-CsAccessEdgeConfiguration',
        'Set-CsAccessEdgeConfiguration',
        ...['Get', 'New', 'Set', 'Remove'].map((verb) => `${verb}-CsExternalAccessPolicy`),
        'Grant-CsExternalAccessPolicy',
        'Get-CsUser',
        'Get-CsAdUser',
        'Get-CsEffectivePolicy',
        ...['Get', 'New', 'Set', 'Remove', 'Enable', 'Disable'].map((verb) => `${verb}-CsPublicProvider`),
        ...['Get', 'New', 'Set', 'Remove', 'Enable', 'Disable'].map((verb) => `${verb}-CsHostingProvider`),
        ...['Get', 'New', 'Set', 'Remove'].map((verb) => `${verb}-CsXmppAllowedPartner`),
        ...['Get', 'Set'].map((verb) => `${verb}-CsXmppGatewayConfiguration`),
        ...['Get', 'New', 'Set', 'Remove'].map((verb) => `${verb}-CsMediaConfiguration`),
        'Get-CsSite',
        'Get-CsPool',
        'Get-CsService',
        'Get-CsSipDomain',
        'Get-CsServerVersion',
        'Get-CsManagementStoreReplicationStatus',
        'Invoke-CsManagementStoreReplication',
        'Get-CsTopology',
        'Get-CsComputer',
        'Get-CsAdminRole',
        'Get-CsAdminRoleAssignment',
        'Test-CsFederatedPartner',
        'Test-CsXmppIM',
      ].sort(),
    );
  });

  it.each(names)('%s names both help pages', (name) => {
    expect(cmdlet(name)!.source.current).toContain(`/${name}.md`);
    expect(cmdlet(name)!.source.lync2013).toContain(`/${name.toLowerCase()}.md`);
  });

  it.each(names)('%s uses only sets it declares, and has its default set', (name) => {
    const definition = cmdlet(name)!;
    for (const parameter of definition.parameters) {
      for (const set of parameter.sets) expect(definition.parameterSets, `${name} -${parameter.name}`).toContain(set);
      if (Array.isArray(parameter.mandatory)) {
        for (const set of parameter.mandatory) expect(definition.parameterSets).toContain(set);
      }
    }
    expect(definition.parameterSets).toContain(definition.defaultParameterSet);
  });

  it.each(names)('%s has no two parameters with one position, name or alias', (name) => {
    const definition = cmdlet(name)!;
    for (const set of definition.parameterSets) {
      const here = definition.parameters.filter((parameter) => inSet(parameter, set));
      const positions = here.flatMap((parameter) => (parameter.position === null ? [] : [parameter.position]));
      expect(new Set(positions).size, `${name} ${set}`).toBe(positions.length);
    }
    for (const version of definition.versions) {
      const written = [...parametersFor(name, version), ...COMMON_PARAMETERS].flatMap((each) => [
        each.name,
        ...each.aliases,
      ]);
      expect(new Set(written.map((each) => each.toLowerCase())).size, version).toBe(written.length);
    }
  });

  it('keeps enum defaults among the enum values and numbers in their range', () => {
    for (const parameter of CATALOGUE.flatMap((definition) => definition.parameters)) {
      if (parameter.values.length > 0 && parameter.defaultValue !== null) {
        expect(parameter.values).toContain(parameter.defaultValue);
      }
      if (parameter.range !== null && typeof parameter.defaultValue === 'number') {
        expect(parameter.defaultValue).toBeLessThanOrEqual(parameter.range.max);
        expect(parameter.defaultValue).toBeGreaterThanOrEqual(parameter.range.min);
      }
    }
  });

  it('only lets cmdlets with -WhatIf have -Confirm, and no reading one has either', () => {
    for (const definition of CATALOGUE) {
      const has = (name: string) => definition.parameters.some((each) => each.name === name);
      expect(has('Confirm')).toBe(has('WhatIf'));
      if (definition.verb === 'Get') expect(definition.supportsWhatIf).toBe(false);
    }
  });

  it('gives a cmdlet without named sets the one PowerShell calls __AllParameterSets', () => {
    expect(cmdlet('Remove-CsAllowedDomain')!.parameterSets).toEqual([ALL_SETS]);
  });
});

describe('what no source confirms', () => {
  it('is marked, and this is all of it', () => {
    const types = new Map(CATALOGUE.flatMap(({ outputTypes }) => outputTypes.map((each) => [each.type, each])));
    const marked = [...types.values()].flatMap(({ type, properties }) =>
      properties.filter((each) => each.unverified).map((each) => `${type.split('.').at(-1)}.${each.name}`),
    );
    expect(marked.toSorted()).toEqual([
      'ADUser.EnabledForFederation',
      'ADUser.EnabledForInternetAccess',
      'ADUser.FirstName',
      'ADUser.HostingProvider',
      'ADUser.LastName',
      'ADUser.PublicNetworkEnabled',
      'ADUser.SamAccountName',
      'ADUser.UserPrincipalName',
      'ADUser.WindowsEmailAddress',
      'AllowedDomain.VerificationLevel',
      'CSADUser.DisplayName',
      'CSADUser.Enabled',
      'CSADUser.Identity',
      'CSADUser.SamAccountName',
      'CSADUser.SipAddress',
      'CSADUser.UserPrincipalName',
      'CentralManagementStoreStatusResult.ActiveFileTransferAgents',
      'CentralManagementStoreStatusResult.ActiveMasterLastHeartbeat',
      'CentralManagementStoreStatusResult.ActiveReplicas',
      'CentralManagementStoreStatusResult.DeletedReplicas',
      'Cluster.Fqdn',
      'Cluster.Identity',
      'Cluster.Site',
      'DefaultTopology.Clusters',
      'DefaultTopology.Machines',
      'DefaultTopology.Services',
      'DefaultTopology.Sites',
      'DisplayAccessEdgeSettingsDefaultRoute.DnsSrvCacheRecordCount',
      'DisplayAccessEdgeSettingsDefaultRoute.SkypeSearchUrl',
      'DisplayAccessEdgeSettingsDnsSrvRouting.DiscoveredPartnerVerificationLevel',
      'DisplayAccessEdgeSettingsDnsSrvRouting.DnsSrvCacheRecordCount',
      'DisplayAccessEdgeSettingsDnsSrvRouting.SkypeSearchUrl',
      'DisplayEdgeServer.Role',
      'DisplayEdgeServer.ServiceId',
      'DisplayEdgeServer.Version',
      'EffectivePolicies.ExternalAccessPolicy',
      'Machine.Fqdn',
      'Machine.Identity',
      'Machine.Pool',
      'ReplicaState.LastStatusReport',
      'ReplicaState.ProductVersion',
      'ReplicaState.ReplicaFqdn',
      'Role.SID',
      'Role.Template',
      'SipDomain.Identity',
      'SipDomain.IsDefault',
      'SipDomain.Name',
    ]);
  });

  it('is why a list of properties is not called documented', () => {
    expect(outputTypeNamed('Microsoft.Rtc.Management.Xds.DisplayEdgeServer')?.evidence).toBe('parameter-derived');
  });
});

describe('the accessors', () => {
  it('look names up without regard to case', () => {
    expect(cmdlet('get-csALLOWEDdomain')?.name).toBe('Get-CsAllowedDomain');
    expect(cmdlet('Get-CsNothing')).toBeNull();
    expect(cmdletParameter('new-csalloweddomain', 'proxyfqdn')?.name).toBe('ProxyFqdn');
  });

  it('leave out what a version does not have: VerificationLevel came after the 2013 help', () => {
    const has = (version: '2013' | '2015') =>
      parametersFor('New-CsAllowedDomain', version).some((each) => each.name === 'VerificationLevel');
    expect(has('2013')).toBe(false);
    expect(has('2015')).toBe(true);
  });

  it('know an output type by its plain name and by the name a reading PowerShell gives it', () => {
    const type = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.BlockedDomain';
    expect(outputTypeNamed(`Deserialized.${type}`)?.properties.map((each) => each.name)).toEqual([
      'Identity',
      'Domain',
      'Comment',
    ]);
    expect(outputTypeNamed('System.Nothing')).toBeNull();
  });
});
