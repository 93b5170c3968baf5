import { describe, expect, it } from 'vitest';
import type { NounRow } from '../models/noun-row.ts';
import type { FieldValues, NounOutcome } from './plan.ts';
import { policyReaches } from './policy-guard.ts';

const row = (identity: string, ...on: readonly string[]): NounRow => ({
  identity,
  values: Object.fromEntries(on.map((each) => [each, true])),
});
const FEDERATED = 'enableFederationAccess';
const REMOTE = 'enableOutsideAccess';

function step(identity: string, values: FieldValues | null): { readonly result: NounOutcome } {
  const present = values !== null;
  return { result: { object: 'noun', noun: 'external-access-policy', identity, present, values: values ?? {} } };
}

describe('what a plan opens or closes for everybody', () => {
  it('is what Global allows afterwards and did not before', () => {
    expect(policyReaches([row('Global')], [step('Global', { [FEDERATED]: true })])).toEqual([
      { scope: 'Global', opens: [FEDERATED], closes: [] },
    ]);
  });

  it('at a site with a new policy is compared with Global, which was in force there', () => {
    const rows = [row('Global', FEDERATED)];
    expect(policyReaches(rows, [step('Site:Tacoma', { [REMOTE]: true })])).toEqual([
      { scope: 'Site:Tacoma', opens: [REMOTE], closes: [FEDERATED] },
    ]);
  });

  it('at a site whose policy goes is what Global allows', () => {
    const rows = [row('Global', FEDERATED), row('Site:Tacoma', REMOTE)];
    expect(policyReaches(rows, [step('site:tacoma', null)])).toEqual([
      { scope: 'Site:Tacoma', opens: [FEDERATED], closes: [REMOTE] },
    ]);
  });

  it('is nothing at a site with a policy of its own when Global changes', () => {
    const rows = [row('Global'), row('Site:Tacoma', FEDERATED)];
    expect(policyReaches(rows, [step('Global', { [FEDERATED]: true })]).map(({ scope }) => scope)).toEqual(['Global']);
  });

  it('is nothing for a switch without effect, a user policy, or two steps that cancel out', () => {
    const rows = [row('Global'), row('Tag:Sales')];
    expect(policyReaches(rows, [step('Global', { enableXmppAccess: true })])).toEqual([]);
    expect(policyReaches(rows, [step('Tag:Sales', { [FEDERATED]: true })])).toEqual([]);
    expect(
      policyReaches(rows, [step('Global', { [FEDERATED]: true }), step('Global', { [FEDERATED]: false })]),
    ).toEqual([]);
  });
});
