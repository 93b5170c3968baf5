import { describe, expect, it } from 'vitest';
import { CATALOGUE, cmdletParameter } from '../../../../shared/cmdlets/index.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { bench, column, idOf } from './bench.fixture.ts';

/** What every writing cmdlet has in common: the common parameters of its help page, and the roles. */
const WRITES: Readonly<Record<string, Readonly<Record<string, PsValue>>>> = {
  'New-CsAllowedDomain': { Identity: 'new.example' },
  'Set-CsAllowedDomain': { Identity: 'fabrikam.com', Comment: 'changed' },
  'Remove-CsAllowedDomain': { Identity: 'fabrikam.com' },
  'New-CsBlockedDomain': { Identity: 'new.example' },
  'Set-CsBlockedDomain': { Identity: 'gossip.example', Comment: 'changed' },
  'Remove-CsBlockedDomain': { Identity: 'gossip.example' },
  'Set-CsAccessEdgeConfiguration': { AllowFederatedUsers: false },
  'New-CsExternalAccessPolicy': { Identity: 'New policy' },
  'Set-CsExternalAccessPolicy': { EnableFederationAccess: false },
  'Remove-CsExternalAccessPolicy': { Identity: 'FedPic' },
  'Grant-CsExternalAccessPolicy': { Identity: 'Ana Bowman', PolicyName: 'FedPic' },
  'New-CsPublicProvider': { Identity: 'New', ProxyFqdn: 'sip.new.example', Enabled: true },
  'Set-CsPublicProvider': { Identity: 'AIM', VerificationLevel: 'AlwaysUnverifiable' },
  'Remove-CsPublicProvider': { Identity: 'AIM' },
  'Enable-CsPublicProvider': { Identity: 'AIM' },
  'Disable-CsPublicProvider': { Identity: 'Yahoo!' },
  'New-CsHostingProvider': {
    Identity: 'New',
    ProxyFqdn: 'sip.new.example',
    Enabled: true,
    EnabledSharedAddressSpace: false,
    HostsOCSUsers: true,
  },
  'Set-CsHostingProvider': { Identity: 'LyncOnline', HostsOCSUsers: true },
  'Remove-CsHostingProvider': { Identity: 'LyncOnline' },
  'Enable-CsHostingProvider': { Identity: 'LyncOnline' },
  'Disable-CsHostingProvider': { Identity: 'LyncOnline' },
  'New-CsXmppAllowedPartner': { Identity: 'xmpp.example' },
  'Set-CsXmppAllowedPartner': { Identity: 'gmail.com', Description: 'changed' },
  'Remove-CsXmppAllowedPartner': { Identity: 'gmail.com' },
  'Set-CsXmppGatewayConfiguration': { KeepAliveInterval: 60 },
  'New-CsMediaConfiguration': { Identity: 'site:Redmond' },
  'Set-CsMediaConfiguration': { EncryptionLevel: 'SupportEncryption' },
  'Remove-CsMediaConfiguration': { Identity: 'site:Tacoma' },
};

/** What a cmdlet that would change nothing of the story needs first. */
const FIRST: Readonly<Record<string, string>> = {
  'Remove-CsMediaConfiguration': 'New-CsMediaConfiguration',
  'Disable-CsPublicProvider': 'Enable-CsPublicProvider',
  'Enable-CsHostingProvider': 'Disable-CsHostingProvider',
};

/** With -Force where the cmdlet has it. */
function withoutQuestion(name: string, given: Readonly<Record<string, PsValue>>): Readonly<Record<string, PsValue>> {
  return cmdletParameter(name, 'Force') === null ? given : { ...given, Force: true };
}

async function prepared(name: string, given: Readonly<Record<string, PsValue>>) {
  const on = bench();
  const first = FIRST[name];
  if (first !== undefined) await on.run([[first, given]]);
  return on;
}

describe('a writing cmdlet (the help of each: -WhatIf, -Confirm, -Force)', () => {
  it('is one of these, and every one that supports -WhatIf is here', () => {
    const supporting = CATALOGUE.filter((definition) => definition.supportsWhatIf).map(({ name }) => name);
    expect(supporting.toSorted()).toEqual(Object.keys(WRITES).toSorted());
  });

  it.each(Object.entries(WRITES))('%s changes nothing with -WhatIf', async (name, given) => {
    const { run, store } = await prepared(name, given);
    const before = store.current();
    expect(await run([[name, { ...withoutQuestion(name, given), WhatIf: true }]])).toMatchObject({
      state: 'completed',
      events: [],
    });
    expect(store.current()).toBe(before);
  });

  it.each(Object.entries(WRITES))(
    '%s cannot ask a null host with -Confirm, whatever -Force says',
    async (name, given) => {
      const { run, store } = await prepared(name, given);
      const before = store.current();
      const ran = await run([[name, { ...withoutQuestion(name, given), Confirm: true }]]);
      expect([ran.state, idOf(ran.reason)]).toEqual(['failed', 'HostFunctionNotImplemented']);
      expect(store.current()).toBe(before);
    },
  );

  it.each(Object.entries(WRITES))('%s writes with -Confirm:$false and -Force', async (name, given) => {
    const { run, store } = await prepared(name, given);
    const before = store.current();
    const ran = await run([[name, { ...withoutQuestion(name, given), Confirm: false }]]);
    expect(ran).toMatchObject({ state: 'completed', errors: [] });
    expect(store.current()).not.toEqual(before);
    expect(ran.output).toHaveLength(name.startsWith('New-') ? 1 : 0);
  });

  it.each([...Object.keys(WRITES), 'Invoke-CsManagementStoreReplication'])(
    '%s is not there for who may only look',
    async (name) => {
      const ran = await bench().run([[name, WRITES[name] ?? {}]], { role: 'CsViewOnlyAdministrator' });
      expect([ran.state, idOf(ran.reason)]).toEqual(['failed', 'CommandNotFoundException']);
    },
  );
});

describe('a reading cmdlet with -LocalStore (the help of each)', () => {
  const local = CATALOGUE.filter(({ parameters }) => parameters.some(({ name }) => name === 'LocalStore'));

  it.each(local.map(({ name }) => name))('%s reads what the answering server has', async (name) => {
    const { run, store, clock } = bench();
    const before = column(await run([[name]]), 'Identity');
    await store.change('allowed', (now) => ({
      ...now,
      allowed: [],
      blocked: [],
      publicProviders: [],
      hostingProviders: [],
    }));
    expect(column(await run([[name, { LocalStore: true }]]), 'Identity')).toEqual(before);
    clock.time += 60_000;
    const after = column(await run([[name, { LocalStore: true }]]), 'Identity');
    expect(after).toEqual(column(await run([[name]]), 'Identity'));
  });
});
