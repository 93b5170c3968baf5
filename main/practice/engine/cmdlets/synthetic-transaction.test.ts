import { describe, expect, it } from 'vitest';
import { property } from '../../../psrp/clixml/read.ts';
import { bench, idOf, type Bench, type Ran } from './bench.fixture.ts';

const EDGE = 'edge01.contoso.com';

function told({ output }: Ran) {
  return [property(output[0], 'Result'), property(output[0], 'Error')];
}

async function partner({ run }: Bench, target: string, domain: string) {
  return run([['Test-CsFederatedPartner', [target, domain]]]);
}

/** Each block names the source its expectations are from. */
describe('Test-CsFederatedPartner (testing-ability-to-connect-to-a-federated-domain)', () => {
  it('succeeds, and says how long it took', async () => {
    const ran = await partner(bench(), EDGE, 'Fabrikam.com');
    expect(told(ran)).toEqual(['Success', '']);
    expect(property(ran.output[0], 'Latency')).toEqual({ kind: 'TS', text: 'PT0.1875S' });
  });

  it.each([
    ['a partner that does not answer', EDGE, 'margiestravel.example'],
    ['a server that is no Edge', 'pool01.contoso.com', 'fabrikam.com'],
  ])('times out at %s', async (_, target, domain) => {
    const ran = await partner(bench(), target, domain);
    expect(told(ran)).toEqual(['Failure', '504, Server time-out']);
    expect(property(ran.output[0], 'Diagnosis')).toContain('ErrorCode=2');
  });

  it('fails while federation is off, and refuses a domain that is not allowed', async () => {
    const on = bench();
    expect((await partner(on, EDGE, 'phishing.example')).errors.map(idOf)).toEqual(['DomainNotAllowed']);
    await on.run([['Set-CsAccessEdgeConfiguration', { AllowFederatedUsers: false }]]);
    expect(told(await partner(on, EDGE, 'fabrikam.com'))).toEqual(['Failure', '403, Forbidden']);
  });

  it('needs both, and asks nobody for them', async () => {
    const ran = await bench().run([['Test-CsFederatedPartner', [EDGE]]]);
    expect(idOf(ran.reason)).toBe('MissingMandatoryParameter');
  });
});

describe('Test-CsXmppIM (testing-messaging-using-xmpp)', () => {
  const POOL = 'pool01.contoso.com';
  const message = ({ run }: Bench, given: Readonly<Record<string, string>>) =>
    run([['Test-CsXmppIM', { TargetFqdn: POOL, Receiver: 'ann@gmail.com', ...given }]]);

  it('reaches a partner by its domain and its additional ones, and nobody else', async () => {
    const on = bench();
    expect(told(await message(on, {}))).toEqual(['Success', '']);
    expect(told(await message(on, { Receiver: 'room@Conference.fabrikam.com' }))).toEqual(['Success', '']);
    expect(told(await message(on, { Receiver: 'ann@elsewhere.example' }))).toEqual(['Failure', '404, Not Found']);
  });

  it('is for users whose policy has XMPP', async () => {
    const on = bench();
    const from = { UserSipAddress: 'sip:ana.bowman@contoso.com' };
    expect(told(await message(on, from))).toEqual(['Failure', '403, Forbidden']);
    await on.run([['Grant-CsExternalAccessPolicy', ['ana.bowman@contoso.com', 'Partner managers']]]);
    expect(told(await message(on, from))).toEqual(['Success', '']);
    expect((await message(on, { UserSipAddress: 'sip:nobody@contoso.com' })).errors.map(idOf)).toEqual([
      'ItemNotFound',
    ]);
  });

  it('has no gateway to reach on 2019 alone, and one on the older pool of a mixed deployment', async () => {
    expect(told(await message(bench({}, '2019'), {}))).toEqual(['Failure', '504, Server time-out']);
    expect(told(await message(bench({ mixed: true }, '2019'), {}))).toEqual(['Success', '']);
    const se = await message(bench({}, 'SE'), {});
    expect(idOf(se.reason)).toBe('CommandNotFoundException');
  });

  it('needs a Registrar pool', async () => {
    expect((await message(bench(), { TargetFqdn: EDGE })).errors.map(idOf)).toEqual(['ItemNotFound']);
  });
});
