import { describe, expect, it } from 'vitest';
import type { UserListRow, UserLookedUp } from '../../../shared/contract/users.ts';
import { namesOf, pastedList, readPastedUsers } from './pasted-users.ts';
import { assignmentDrafts, type Assignment } from './user-subject.ts';

function user(name: string, externalAccessPolicy: string | null = null): UserListRow {
  return {
    sipAddress: `sip:${name}@contoso.com`,
    displayName: name,
    enabled: true,
    registrarPool: 'pool01.contoso.com',
    externalAccessPolicy,
    version: 'a'.repeat(64),
  };
}

function known(name: string, found = user(name)): UserLookedUp {
  return { name, user: found, problem: null };
}

describe('a pasted list of users', () => {
  it.each([
    ['ana@contoso.com', 'ana@contoso.com', null],
    ['  sip:ana@contoso.com  ', 'sip:ana@contoso.com', null],
    ['ana@contoso.com, FedPic', 'ana@contoso.com', 'FedPic'],
    ['ana@contoso.com\tTrading floor', 'ana@contoso.com', 'Trading floor'],
    ['ana@contoso.com;', 'ana@contoso.com', ''],
    ['ana@contoso.com; <Automatic>', 'ana@contoso.com', ''],
    ['ana@contoso.com; <자동>', 'ana@contoso.com', ''],
    ['Bowman, Ana', 'Bowman, Ana', null],
    ['Bowman, Ana; tag:FedPic', 'Bowman, Ana', 'tag:FedPic'],
    ['"Bowman; Ana"', '"Bowman', 'Ana"'],
    ['"O""Neil"\t"A ""B"" C"', 'O"Neil', 'A "B" C'],
  ])('reads %j', (line, name, policy) => {
    expect(readPastedUsers(`# who\n\n${line}\r\n`)).toEqual([{ number: 3, name, policy }]);
  });

  it('asks for each name once, and for none that is none', () => {
    const lines = readPastedUsers(`a@b\na@b;X\n;FedPic\n${'x'.repeat(251)}`);
    expect(namesOf(lines)).toEqual(['a@b']);
  });

  it('names each line that is left out, and why', () => {
    const lines = readPastedUsers(
      ['ana', 'sip:ana', 'nobody', 'twins', 'ben;Nowhere', 'ben;TAG:fedpic', 'chloe;', ';FedPic', 'dan;Global'].join(
        '\n',
      ),
    );
    const lookedUp: readonly UserLookedUp[] = [
      known('ana'),
      known('sip:ana', user('ana')),
      { name: 'nobody', user: null, problem: 'unknown' },
      { name: 'twins', user: null, problem: 'ambiguous' },
      known('ben'),
      known('chloe'),
      known('dan'),
    ];
    const { assignments, leftOut } = pastedList(lines, lookedUp, ['FedPic']);
    expect(assignments.map((each) => [each.user.displayName, each.policy])).toEqual([
      ['ana', null],
      ['ben', 'FedPic'],
      ['chloe', ''],
    ]);
    expect(leftOut.map(({ number, problem }) => [number, problem])).toEqual([
      [2, 'twice'],
      [3, 'unknown'],
      [4, 'ambiguous'],
      [5, 'policy'],
      [8, 'malformed'],
      [9, 'policy'],
    ]);
  });
});

describe('assignments', () => {
  it('are a draft for each user who has not yet what is wanted', () => {
    const assignments: readonly Assignment[] = [
      { user: user('ana'), policy: null },
      { user: user('ben', 'FedPic'), policy: null },
      { user: user('chloe', 'FedPic'), policy: '' },
      { user: user('dan'), policy: '' },
    ];
    expect(assignmentDrafts(assignments, 'FedPic')).toEqual([
      {
        kind: 'noun.set',
        noun: 'user',
        identity: 'sip:ana@contoso.com',
        versionRead: 'a'.repeat(64),
        read: { externalAccessPolicy: null },
        values: { externalAccessPolicy: 'FedPic' },
      },
      expect.objectContaining({ identity: 'sip:chloe@contoso.com', values: { externalAccessPolicy: '' } }),
    ]);
  });
});
