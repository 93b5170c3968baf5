import { describe, expect, it } from 'vitest';
import type { DomainRow } from './domain-row.ts';
import { addDrafts, readPastedList } from './pasted-list.ts';

const version = 'a'.repeat(64);
const listed: readonly DomainRow[] = [
  { status: 'blocked', identity: 'spam.example', domain: 'spam.example', comment: null, version },
];

describe('a pasted list', () => {
  it('is one domain a line, with Access Edge and comment after commas, semicolons or tabs', () => {
    const lines = readPastedList(
      '# partners\n\nfabrikam.com\r\ncontoso.com,sip.contoso.com,"PO 1, ""urgent"""\nlitware.com;;Legal\ntailspin.com\tsip.tailspin.com\tToys',
      'allowed',
      [],
    );
    expect(lines.map(({ domain, proxyFqdn, comment, problem }) => [domain, proxyFqdn, comment, problem])).toEqual([
      ['fabrikam.com', '', '', null],
      ['contoso.com', 'sip.contoso.com', 'PO 1, "urgent"', null],
      ['litware.com', '', 'Legal', null],
      ['tailspin.com', 'sip.tailspin.com', 'Toys', null],
    ]);
    expect(lines.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
  });

  it('keeps a comment as it was written, with separators in it', () => {
    const lines = (to: 'allowed' | 'blocked') =>
      readPastedList('a.com;edge.a.com;c1;c2\nb.com,,1,5 km,  "x"\nc.com;;Legal;;\nd.com,"a, b"', to, []);
    expect(lines('allowed').map(({ proxyFqdn, comment }) => [proxyFqdn, comment])).toEqual([
      ['edge.a.com', 'c1;c2'],
      ['', '1,5 km,  "x"'],
      ['', 'Legal'],
      ['a, b', ''],
    ]);
    expect(lines('blocked').map(({ comment }) => comment)).toEqual([
      'edge.a.com;c1;c2',
      '1,5 km,  "x"',
      'Legal',
      'a, b',
    ]);
  });

  it.each([
    ['our own export', 'Domain,Status,Access Edge service (FQDN),Comment,Verification level\n', 'Allowed'],
    ['our own export in Korean', '\uFEFF도메인,상태,액세스 에지 서비스(FQDN),설명,확인 수준\r\n', '허용'],
  ])('is %s, by its headings', (_what, headings, allowed) => {
    const blocked = allowed === 'Allowed' ? 'Blocked' : '차단';
    const lines = readPastedList(
      `${headings}fabrikam.com,${allowed},sip.fabrikam.com,"'=PO 1, x",Use\nlitware.com,${allowed},,,\nbad.com,${blocked},,,`,
      'allowed',
      [],
    );
    expect(
      lines.map(({ number, domain, proxyFqdn, comment, problem }) => [number, domain, proxyFqdn, comment, problem]),
    ).toEqual([
      [2, 'fabrikam.com', 'sip.fabrikam.com', '=PO 1, x', null],
      [3, 'litware.com', '', '', null],
      [4, 'bad.com', '', '', 'other-list'],
    ]);
  });

  it('is what Export-Csv makes of Get-CsAllowedDomain', () => {
    const exported = [
      '#TYPE Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain',
      '"Identity","Domain","ProxyFqdn","VerificationLevel","Comment","MarkForMonitoring"',
      '"fabrikam.com","fabrikam.com","sip.fabrikam.com","UseSourceVerification","PO 4711","False"',
      '"litware.com","litware.com",,"UseSourceVerification",,"False"',
    ].join('\r\n');
    expect(addDrafts(readPastedList(exported, 'allowed', []), 'allowed')).toEqual([
      { kind: 'allowed-domain.add', domain: 'fabrikam.com', proxyFqdn: 'sip.fabrikam.com', comment: 'PO 4711' },
      { kind: 'allowed-domain.add', domain: 'litware.com' },
    ]);
  });

  it.each([
    ['sip:ana@fabrikam.com', 'user-address'],
    ['*.fabrikam.com', 'wildcard'],
    ['https://fabrikam.com', 'url'],
    ['SPAM.example', 'already-blocked'],
    ['new.example,not an edge', 'proxy'],
  ])('says why %j is left out', (line, problem) => {
    expect(readPastedList(line, 'allowed', listed)[0]?.problem).toBe(problem);
  });

  it('takes the first of two lines that are one domain', () => {
    const lines = readPastedList('fabrikam.com\nFABRIKAM.com', 'allowed', []);
    expect(lines.map(({ problem }) => problem)).toEqual([null, 'twice']);
  });

  it('gives drafts of what is left, and a blocked domain no Access Edge', () => {
    expect(addDrafts(readPastedList('a.com,sip.a.com,x\nb.com\n*.c.com', 'allowed', []), 'allowed')).toEqual([
      { kind: 'allowed-domain.add', domain: 'a.com', proxyFqdn: 'sip.a.com', comment: 'x' },
      { kind: 'allowed-domain.add', domain: 'b.com' },
    ]);
    expect(addDrafts(readPastedList('a.com,phishing', 'blocked', []), 'blocked')).toEqual([
      { kind: 'blocked-domain.add', domain: 'a.com', comment: 'phishing' },
    ]);
  });

  it('reads any text without an error', () => {
    for (const text of ['"', '""",,', ',,,', '"a,b', '\u0000', '\t;,'.repeat(100)]) {
      expect(() => readPastedList(text, 'allowed', [])).not.toThrow();
    }
  });
});
