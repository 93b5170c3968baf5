import { describe, expect, it } from 'vitest';
import { Refusal, refusalRecord, STORE_ERRORS, type StoreErrorName } from './store-errors.ts';

describe('what the cmdlets refuse', () => {
  it('has a source for the refusal, an id of its own, and is marked: no document gives the record', () => {
    const errors = Object.values(STORE_ERRORS);
    expect(errors.filter((error) => error.source.length < 20)).toEqual([]);
    expect(errors.map((error) => error.unverified)).toEqual(errors.map(() => true));
    expect(new Set(errors.map((error) => error.id)).size).toBe(errors.length);
  });

  it.each(Object.keys(STORE_ERRORS) as StoreErrorName[])('%s becomes a record of the cmdlet that refused', (name) => {
    const record = refusalRecord(new Refusal(name, 'No.', 'x.example'), 'New-CsThing', 'Some.NewThingCmdlet');
    expect(record).toMatchObject({
      message: 'No.',
      fullyQualifiedErrorId: `${STORE_ERRORS[name].id},Some.NewThingCmdlet`,
      category: STORE_ERRORS[name].category,
      activity: 'New-CsThing',
      targetName: 'x.example',
      targetType: 'String',
    });
  });
});
