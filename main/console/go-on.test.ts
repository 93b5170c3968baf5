import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/plan/draft.ts';
import { consoleBench, engineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
const policy = { EnableFederationAccess: true };

describe('going on with what is left of a plan', () => {
  it('leaves out what somebody else has done meanwhile, and says why', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    const { domains } = await bench.get('domains.list', { deployment });
    const gone = domains.find(({ domain }) => domain === 'adatum.com');
    const drafts: readonly Draft[] = [
      { kind: 'allowed-domain.add', domain: 'same.example' },
      { kind: 'allowed-domain.add', domain: 'other.example', comment: 'mine' },
      { kind: 'blocked-domain.add', domain: 'moved.example' },
      { kind: 'federated-domain.remove', status: 'allowed', domain: 'adatum.com', versionRead: gone?.version ?? '' },
      { kind: 'noun.add', noun: 'external-access-policy', identity: 'P1', values: { enableFederationAccess: true } },
      { kind: 'allowed-domain.add', domain: 'left.example' },
    ];
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'same.example', Comment: 'theirs' });
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'other.example', Comment: 'theirs' });
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'moved.example' });
    await source.bySomeoneElse('Remove-CsAllowedDomain', { Identity: 'adatum.com' });
    await source.bySomeoneElse('New-CsExternalAccessPolicy', { Identity: 'P1', ...policy });

    const refused = await bench.ask('plans.build', { deployment, drafts });
    expect(refused).toMatchObject({ error: { code: 'conflict.already-allowed' } });
    const plan = await bench.get('plans.build', { deployment, drafts, goOn: true });
    expect(plan.steps.map(({ powershell }) => powershell)).toEqual([
      `New-CsAllowedDomain -Identity 'left.example' -Confirm:$false`,
    ]);
    expect(plan.leftOut).toEqual([
      { identity: 'same.example', why: 'as-wanted' },
      { identity: 'other.example', why: 'otherwise' },
      { identity: 'moved.example', why: 'other-list' },
      { identity: 'adatum.com', why: 'as-wanted' },
      { identity: 'P1', why: 'as-wanted' },
    ]);
  });

  it('is refused where nothing is left', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'same.example' });
    const drafts: readonly Draft[] = [{ kind: 'allowed-domain.add', domain: 'same.example' }];
    expect(await bench.ask('plans.build', { deployment, drafts, goOn: true })).toMatchObject({
      error: { code: 'plan.nothing-to-do' },
    });
  });
});
