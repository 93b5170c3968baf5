import { describe, expect, it } from 'vitest';
import { NEW_DEPLOYMENT } from './deployment-fields.ts';
import { mergeDrafts, withParts } from './merge-drafts.ts';

const base = {
  ...NEW_DEPLOYMENT,
  name: 'Contoso HQ',
  group: 'Contoso',
  url: 'https://pool.contoso.com/OcsPowershell',
  user: 'CONTOSO\\ana',
};
const PIN = { kind: 'pin', sha256: 'ab'.repeat(32) } as const;
const PROXY = { host: 'proxy.contoso.com', port: 8080, signIn: 'none', user: '' } as const;

describe('two changes of one deployment', () => {
  it('are both kept where they are of different parts', () => {
    const ours = { ...base, group: 'Customers', network: { ...base.network, oldTls: true } };
    const theirs = { ...base, production: true, network: { ...base.network, proxy: PROXY } };
    expect(mergeDrafts(base, ours, theirs, false)).toEqual({
      draft: {
        ...base,
        group: 'Customers',
        production: true,
        network: { ...base.network, oldTls: true, proxy: PROXY },
      },
      clashes: [],
    });
  });

  it('are for a person to decide where both changed one part, and ours stays until then', () => {
    const ours = { ...base, group: 'Customers', colour: 'red' as const };
    const theirs = { ...base, group: 'Contoso AG', production: true };
    const { draft, clashes } = mergeDrafts(base, ours, theirs, false);
    expect(clashes).toEqual(['group']);
    expect(draft).toEqual({ ...ours, production: true });
    expect(withParts(draft, theirs, clashes)).toEqual({
      ...base,
      group: 'Contoso AG',
      colour: 'red',
      production: true,
    });
  });

  it('are no clash where they mean the same', () => {
    const trust = { kind: 'pin', sha256: (PIN.sha256.toUpperCase().match(/../g) ?? []).join(':') } as const;
    const ours = { ...base, name: ' Contoso Seoul', url: 'pool01.contoso.com', trust };
    const theirs = { ...base, name: 'Contoso Seoul', url: 'https://pool01.contoso.com/OcsPowershell', trust: PIN };
    expect(mergeDrafts(base, ours, theirs, true).clashes).toEqual([]);
  });

  it('never send a password, or a user, to an address that was not looked at', () => {
    const theirs = { ...base, url: 'https://elsewhere.example/OcsPowershell', production: true };
    expect(mergeDrafts(base, { ...base, group: 'x' }, theirs, true)).toMatchObject({
      draft: { url: base.url, production: true },
      clashes: ['url'],
    });
    expect(mergeDrafts(base, { ...base, user: 'CONTOSO\\ben' }, theirs, false).clashes).toEqual(['url']);
    expect(mergeDrafts(base, { ...base, group: 'x' }, theirs, false).clashes).toEqual([]);
  });
});
