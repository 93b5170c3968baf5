import type { DomainState } from '../../shared/plan/expectations.ts';
import type { JournaledPlan } from './journal.ts';
import type { Vault } from './seal.ts';

/** A plan that adds a domain, once for each name. */
export function addPlan(...domains: readonly string[]): JournaledPlan {
  return {
    plan: `plan-${domains.join('-')}`,
    deployment: { id: 'hq', name: 'Contoso HQ' },
    url: 'https://pool01.contoso.com/OcsPowershell',
    user: 'CONTOSO\\ana',
    posture: { before: { kind: 'closed', allowedDomains: 14 }, after: { kind: 'closed', allowedDomains: 15 } },
    steps: domains.map((domain) => ({
      cmdlet: 'New-CsAllowedDomain',
      arguments: [{ name: 'Identity', value: domain }],
      words: { id: 'plan.words.allowed-domain.add', values: { domain } },
      powershell: `New-CsAllowedDomain -Identity '${domain}' -Confirm:$false`,
      expects: [
        { object: 'domain', list: 'allowed', domain, version: null },
        { object: 'domain', list: 'blocked', domain, version: null },
      ],
      result: { object: 'domain', list: 'allowed', domain, present: true, values: {} },
    })),
  };
}

export const nowhere: DomainState = { allowed: null, blocked: null };

/** A domain that is on the allowed list. */
export function allowed(domain: string): DomainState {
  const row = { identity: domain, domain, proxyFqdn: null, comment: null, markForMonitoring: null };
  return { allowed: { ...row, verificationLevel: null }, blocked: null };
}

/** A keychain in memory, and what a test may do to it. */
export interface MemoryVault extends Vault {
  readonly kept: Map<string, string>;
  /** `hangs` = it never answers. */
  state: 'open' | 'locked' | 'hangs';
}

export function memoryVault(): MemoryVault {
  const answer = <T>(work: () => T): Promise<T> => {
    if (vault.state === 'hangs') return new Promise(() => undefined);
    return vault.state === 'locked' ? Promise.reject(new Error('locked')) : Promise.resolve(work());
  };
  const vault: MemoryVault = {
    kept: new Map(),
    state: 'open',
    read: (name) => answer(() => vault.kept.get(name) ?? null),
    write: (name, value) => answer(() => void vault.kept.set(name, value)),
  };
  return vault;
}
