import { describe, expect, it } from 'vitest';
import { bench, column } from './bench.fixture.ts';

/** Each noun's list, and what Remove- leaves of it: Global is reset, never removed. */
const LISTS = [
  ['CsAllowedDomain', []],
  ['CsBlockedDomain', []],
  ['CsExternalAccessPolicy', ['Global']],
  ['CsPublicProvider', []],
  ['CsHostingProvider', []],
  ['CsXmppAllowedPartner', []],
  ['CsMediaConfiguration', ['Global']],
] as const;

/** Remove- of each noun takes Identity from the pipeline by property name (its help). */
describe.each(LISTS)('Get-%s | Remove-', (noun, left) => {
  it('removes what was read, once each', async () => {
    const { run } = bench();
    const read = (await run([[`Get-${noun}`]])).output.length;
    const removed = await run([[`Get-${noun}`], [`Remove-${noun}`]]);
    expect(removed).toMatchObject({ state: 'completed', errors: [] });
    expect(read).toBeGreaterThan(0);
    expect(column(await run([[`Get-${noun}`]]), 'Identity')).toEqual(left);
  });

  it('changes nothing under -WhatIf', async () => {
    const { run, store } = bench();
    const before = store.current();
    const asked = await run([[`Get-${noun}`], [`Remove-${noun}`, { WhatIf: true }]]);
    expect(asked).toMatchObject({ state: 'completed', output: [], errors: [] });
    expect(store.current()).toBe(before);
  });
});

/** Grant-CsExternalAccessPolicy help, examples: users come from Get-CsUser. */
describe('Get-CsUser | Grant-CsExternalAccessPolicy', () => {
  it('under -WhatIf gives nobody anything, and one user who is not there keeps nobody else from his', async () => {
    const { run, store } = bench();
    const before = store.current();
    await run([
      ['Get-CsUser', { ResultSize: 5 }],
      ['Grant-CsExternalAccessPolicy', { PolicyName: 'FedPic', WhatIf: true }],
    ]);
    expect(store.current()).toBe(before);
    const people = ['ana.bowman@contoso.com', 'nobody@contoso.com', 'ben.bowman@contoso.com'];
    const given = await run([['Grant-CsExternalAccessPolicy', { PolicyName: 'FedPic', PassThru: true }]], {
      input: people,
    });
    expect(given.errors).toMatchObject([{ targetName: 'nobody@contoso.com' }]);
    expect(column(given, 'DisplayName')).toEqual(['Ana Bowman', 'Ben Bowman']);
  });
});
