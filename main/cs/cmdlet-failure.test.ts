import { expect, it } from 'vitest';
import type { ErrorRecord } from '../psrp/index.ts';
import { cmdletFailure } from './cmdlet-failure.ts';

it('keeps of what a cmdlet said as much as somebody may read', () => {
  const record: ErrorRecord = {
    message: 'no '.repeat(100_000),
    fullyQualifiedErrorId: 'X',
    category: 'InvalidData',
    ...{
      activity: '',
      reason: '',
      targetName: '',
      targetType: '',
      recommendedAction: '',
      exceptionTypes: [],
      raw: null,
    },
  };
  const { error } = cmdletFailure('Set-CsSite', [], record);
  expect(error.code).toBe('cmdlet.error');
  expect(JSON.stringify(error).length).toBeLessThan(20_000);
});
