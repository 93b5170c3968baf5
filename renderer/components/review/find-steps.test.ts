import { describe, expect, it } from 'vitest';
import { findSteps } from './find-steps.ts';

const steps = [
  step('ana@contoso.com', 'FedPic'),
  step('ben@contoso.com', 'FedPic'),
  step('ana@fabrikam.com', '김 정책'),
];

function step(identity: string, changes: string) {
  const powershell = `Grant-CsExternalAccessPolicy -Identity 'sip:${identity}'`;
  return { powershell, words: { values: { identity, changes } } };
}

describe('a search of the steps', () => {
  it('that says nothing finds all', () => {
    expect(findSteps(steps, '  ')).toEqual([0, 1, 2]);
  });

  it('finds every word, whatever its case, in the PowerShell and in what the sentence names', () => {
    expect(findSteps(steps, 'ANA fedpic')).toEqual([0]);
    expect(findSteps(steps, 'grant sip:ana')).toEqual([0, 2]);
    expect(findSteps(steps, '김'.normalize('NFD'))).toEqual([2]);
    expect(findSteps(steps, 'nobody')).toEqual([]);
  });
});
