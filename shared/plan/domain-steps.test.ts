import { describe, expect, it } from 'vitest';
import { Failure } from '../errors.ts';
import type { AllowedDomain, BlockedDomain } from '../models/federated-domain.ts';
import type { CmdletAbilities } from './abilities.ts';
import type { DomainDraft } from './draft.ts';
import { asWanted, stillExpected, type DomainState } from './expectations.ts';
import type { PlanStep } from './plan.ts';
import { rowVersion } from './row-version.ts';
import { domainSteps } from './domain-steps.ts';

/** Any function that gives different texts different digests stands for SHA-256 here. */
const sha256 = (text: string): string => `digest of ${text}`;

const fabrikam: AllowedDomain = {
  identity: 'fabrikam.com',
  domain: 'fabrikam.com',
  proxyFqdn: null,
  comment: 'PO 4711',
  markForMonitoring: false,
  verificationLevel: 'UseSourceVerification',
};
const litware: BlockedDomain = { identity: 'litware.example', domain: 'litware.example', comment: null };
const nowhere: DomainState = { allowed: null, blocked: null };
const allowed: DomainState = { allowed: fabrikam, blocked: null };
const blocked: DomainState = { allowed: null, blocked: litware };
const fabrikamVersion = rowVersion({ status: 'allowed', ...fabrikam }, sha256);

const all: CmdletAbilities = new Map(
  ['new', 'set', 'remove'].flatMap((verb) =>
    ['csalloweddomain', 'csblockeddomain'].map((noun): [string, null] => [`${verb}-${noun}`, null]),
  ),
);

function planned(draft: DomainDraft, state: DomainState = nowhere, abilities: CmdletAbilities = all): PlanStep {
  const steps = domainSteps({ draft, state, abilities }, sha256);
  expect(steps).toHaveLength(1);
  return steps[0]!;
}

function refusal(draft: DomainDraft, state: DomainState = nowhere, abilities: CmdletAbilities = all): string {
  try {
    domainSteps({ draft, state, abilities }, sha256);
  } catch (caught) {
    if (caught instanceof Failure) return caught.error.code;
    throw caught;
  }
  return 'planned';
}

describe('adding a domain', () => {
  it('sends only what was given, and Confirm off', () => {
    const step = planned({ kind: 'allowed-domain.add', domain: 'Fabrikam.com', comment: '', proxyFqdn: '  ' });
    expect(step.powershell).toBe(`New-CsAllowedDomain -Identity 'Fabrikam.com' -Confirm:$false`);
    expect(step.arguments).toEqual([
      { name: 'Identity', value: 'Fabrikam.com' },
      { name: 'Confirm', value: false },
    ]);
    expect(step.words).toMatchObject({
      id: 'plan.words.allowed-domain.add',
      values: { domain: 'Fabrikam.com', proxyFqdnChange: 'left', commentChange: 'left' },
    });
  });

  it('sends every field in one order whatever the order of the draft', () => {
    const step = planned({
      markForMonitoring: true,
      verificationLevel: 'AlwaysVerifiable',
      comment: `Ana's`,
      proxyFqdn: 'edge.fabrikam.com',
      domain: 'fabrikam.com',
      kind: 'allowed-domain.add',
    });
    expect(step.powershell).toBe(
      `New-CsAllowedDomain -Identity 'fabrikam.com' -ProxyFqdn 'edge.fabrikam.com' -Comment 'Ana''s' -VerificationLevel 'AlwaysVerifiable' -MarkForMonitoring $true -Confirm:$false`,
    );
    expect(step.result.values).toEqual({
      proxyFqdn: 'edge.fabrikam.com',
      comment: `Ana's`,
      verificationLevel: 'AlwaysVerifiable',
      markForMonitoring: true,
    });
  });

  it('starts only while the domain is on neither list', () => {
    const step = planned({ kind: 'blocked-domain.add', domain: 'litware.example' });
    expect(step.powershell).toBe(`New-CsBlockedDomain -Identity 'litware.example' -Confirm:$false`);
    const holds = (state: DomainState): boolean => step.expects.every((each) => stillExpected(each, state, sha256));
    expect(holds(nowhere)).toBe(true);
    expect(holds(allowed)).toBe(false);
    expect(holds(blocked)).toBe(false);
  });

  it('names the list a domain is already on', () => {
    expect(refusal({ kind: 'allowed-domain.add', domain: 'FABRIKAM.com' }, allowed)).toBe('conflict.already-allowed');
    expect(refusal({ kind: 'blocked-domain.add', domain: 'fabrikam.com' }, allowed)).toBe('conflict.already-allowed');
    expect(refusal({ kind: 'allowed-domain.add', domain: 'litware.example' }, blocked)).toBe(
      'conflict.already-blocked',
    );
  });

  it('refuses a malformed name and a malformed Access Edge', () => {
    expect(refusal({ kind: 'allowed-domain.add', domain: 'a b.com' })).toBe('input.domain-malformed');
    expect(refusal({ kind: 'allowed-domain.add', domain: 'a.com', proxyFqdn: 'https://edge.a.com' })).toBe(
      'input.domain-malformed',
    );
  });
});

describe('what the server can do', () => {
  it('refuses a cmdlet this role does not have', () => {
    expect(refusal({ kind: 'allowed-domain.add', domain: 'a.com' }, nowhere, new Map())).toBe(
      'permission.cmdlet-absent',
    );
  });

  it('refuses a parameter the server says it has not, and sends no Confirm where there is none', () => {
    const abilities: CmdletAbilities = new Map([['new-csalloweddomain', new Set(['identity', 'comment'])]]);
    const draft: DomainDraft = { kind: 'allowed-domain.add', domain: 'a.com', comment: 'x' };
    expect(planned(draft, nowhere, abilities).powershell).toBe(`New-CsAllowedDomain -Identity 'a.com' -Comment 'x'`);
    expect(refusal({ ...draft, verificationLevel: 'AlwaysVerifiable' }, nowhere, abilities)).toBe(
      'cmdlet.parameter-unknown',
    );
  });
});

describe('changing a domain', () => {
  const draft = { kind: 'allowed-domain.set', domain: 'fabrikam.com', versionRead: fabrikamVersion } as const;

  it('sends changed fields alone, and clears with null', () => {
    const step = planned({ ...draft, comment: '', proxyFqdn: 'edge.fabrikam.com', markForMonitoring: false }, allowed);
    expect(step.powershell).toBe(
      `Set-CsAllowedDomain -Identity 'fabrikam.com' -ProxyFqdn 'edge.fabrikam.com' -Comment $null -Confirm:$false`,
    );
    expect(step.words.values).toMatchObject({ commentChange: 'cleared', proxyFqdnChange: 'given' });
    expect(step.words.values).toMatchObject({ markForMonitoringChange: 'left' });
  });

  it('says that there is nothing to do', () => {
    expect(refusal({ ...draft, comment: 'PO 4711', proxyFqdn: '' }, allowed)).toBe('plan.nothing-to-do');
    expect(refusal(draft, allowed)).toBe('plan.nothing-to-do');
  });

  it('refuses a row that is gone, on the other list, or changed since it was read', () => {
    const changed = { allowed: { ...fabrikam, comment: 'other' }, blocked: null };
    expect(refusal({ ...draft, comment: 'x' }, nowhere)).toBe('conflict.not-found');
    expect(refusal({ ...draft, comment: 'x' }, blocked)).toBe('conflict.not-found');
    expect(refusal({ ...draft, comment: 'x' }, changed)).toBe('conflict.changed-since-read');
  });
});

describe('removing a domain', () => {
  const draft = { kind: 'federated-domain.remove', status: 'allowed', domain: 'fabrikam.com' } as const;

  it('removes the row that was read and ends without it', () => {
    const step = planned({ ...draft, versionRead: fabrikamVersion }, allowed);
    expect(step.powershell).toBe(`Remove-CsAllowedDomain -Identity 'fabrikam.com' -Confirm:$false`);
    expect(step.expects).toEqual([
      { object: 'domain', list: 'allowed', domain: 'fabrikam.com', version: fabrikamVersion },
    ]);
    expect(asWanted(step.result, nowhere)).toBe(true);
    expect(asWanted(step.result, allowed)).toBe(false);
  });

  it('refuses a row that is another by now', () => {
    expect(refusal({ ...draft, versionRead: '0'.repeat(64) }, allowed)).toBe('conflict.changed-since-read');
    expect(refusal({ ...draft, status: 'blocked', versionRead: fabrikamVersion }, allowed)).toBe('conflict.not-found');
  });
});

describe('the end of a step', () => {
  const outcome = planned({ kind: 'allowed-domain.add', domain: 'fabrikam.com', comment: 'PO 4711' }).result;

  it('looks at the fields that were sent and not at what the server filled in', () => {
    expect(asWanted(outcome, allowed)).toBe(true);
    expect(asWanted(outcome, { allowed: { ...fabrikam, comment: 'other' }, blocked: null })).toBe(false);
    expect(asWanted(outcome, nowhere)).toBe(false);
    expect(asWanted({ ...outcome, values: { proxyFqdn: '' } }, allowed)).toBe(true);
  });

  it('takes an Access Edge for the same in any case', () => {
    const edge = { allowed: { ...fabrikam, proxyFqdn: 'Edge.Fabrikam.com' }, blocked: null };
    expect(asWanted({ ...outcome, values: { proxyFqdn: 'edge.fabrikam.com' } }, edge)).toBe(true);
  });
});

describe('the version of a row', () => {
  it('changes with every value and with the list', () => {
    const versions = [
      rowVersion({ status: 'allowed', ...fabrikam }, sha256),
      rowVersion({ status: 'allowed', ...fabrikam, comment: null }, sha256),
      rowVersion({ status: 'allowed', ...fabrikam, verificationLevel: null }, sha256),
      rowVersion({ status: 'blocked', ...litware }, sha256),
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });
});
