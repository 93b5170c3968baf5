import { describe, expect, it } from 'vitest';
import { abilitiesOf, countCsCmdlets, reachOf } from './session-abilities.ts';

const NOUNS = [
  'CsExternalAccessPolicy',
  'CsAccessEdgeConfiguration',
  'CsAllowedDomain',
  'CsBlockedDomain',
  'CsHostingProvider',
  'CsPublicProvider',
  'CsXmppAllowedPartner',
  'CsXmppGatewayConfiguration',
  'CsUser',
  'CsMediaConfiguration',
];
const reading = NOUNS.map((noun) => `get-${noun.toLowerCase()}`);
const all = [
  ...['Get', 'New', 'Set', 'Remove'].flatMap((verb) => NOUNS.map((noun) => `${verb}-${noun}`)),
  'Grant-CsExternalAccessPolicy',
];
const cells = (cmdlets: readonly string[], label: string) => {
  const found = abilitiesOf(cmdlets).find((each) => each.label === label);
  return [found?.read, found?.add, found?.change, found?.remove];
};

describe('what a session may do', () => {
  it('is told by its cmdlets, in whatever letters; what nobody can do is neither yes nor no', () => {
    expect(cells(all, 'overview.policies')).toEqual([true, true, true, true]);
    expect(cells(reading, 'overview.policies')).toEqual([true, false, false, false]);
    expect(cells(all, 'edge.title')).toEqual([true, null, true, null]);
    expect(cells([...reading, 'Grant-CsExternalAccessPolicy'], 'overview.user-policies')).toEqual([
      true,
      null,
      true,
      null,
    ]);
  });

  it('with XMPP is nothing for anybody where the role may change federation and there is none of it', () => {
    const without = (cmdlets: readonly string[]) => cmdlets.filter((name) => !/xmpp/i.test(name));
    expect(cells(without(all), 'overview.xmpp-partners')).toEqual([null, null, null, null]);
    expect(cells(without(reading), 'overview.xmpp-partners'), 'who lacks it is not known').toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(reachOf(without(all))).toEqual({ kind: 'everything' });
  });

  it.each([
    ['everything', all],
    ['assign', [...reading, 'Grant-CsExternalAccessPolicy']],
    ['look', reading],
    ['nothing', ['Get-CsServerVersion']],
  ] as const)('is in one sentence: %s', (kind, cmdlets) => expect(reachOf(cmdlets)).toEqual({ kind }));

  it('names what may be changed where that is not all', () => {
    expect(reachOf([...reading, 'Set-CsAllowedDomain', 'Remove-CsBlockedDomain'])).toEqual({
      kind: 'some',
      labels: ['overview.allowed', 'overview.blocked'],
    });
  });

  it('counts the server product’s own cmdlets', () => {
    expect(countCsCmdlets(['Get-CsUser', 'get-cssite', 'Select-Object', 'Get-Command'])).toBe(2);
  });
});
