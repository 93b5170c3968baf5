import { describe, expect, it } from 'vitest';
import { deploymentDraft } from '../../shared/contract/deployments.ts';
import {
  checkFields,
  draftOf,
  fieldsOf,
  NEW_DEPLOYMENT,
  withProxySplit,
  type DeploymentFields,
} from './deployment-fields.ts';

const good = fieldsOf({ ...NEW_DEPLOYMENT, name: 'Lab', url: 'pool.contoso.com', user: 'CONTOSO\\ana' });
const PROXY = { host: 'proxy.contoso.com', port: 8080, signIn: 'basic', user: 'ana' } as const;
const behind = (over: Partial<Record<keyof typeof PROXY, string>>): Partial<DeploymentFields> => ({
  network: { ...good.network, proxy: { ...PROXY, ...over } as NonNullable<DeploymentFields['network']['proxy']> }, // Texts alone are changed.
});

describe('what is longer than the console takes', () => {
  it.each<[string, Partial<DeploymentFields>]>([
    ['name', { name: 'x'.repeat(101) }],
    ['group', { group: 'x'.repeat(101) }],
    ['url', { url: `https://pool.contoso.com/${'x'.repeat(2_000)}` }],
    ['user', { user: 'x'.repeat(257) }],
    ['otherUsers', { otherUsers: ['', 'x'.repeat(257)] }],
    ['pem', { trust: 'ca', pem: `-----BEGIN CERTIFICATE-----${'x'.repeat(1_048_576)}` }],
    ['spn', { spn: `HTTP/${'x'.repeat(500)}` }],
    ['resourceUri', { resourceUri: 'x'.repeat(501) }],
    ['proxyUser', behind({ user: 'x'.repeat(257) })],
    ['clientCertificate', { network: { ...good.network, clientCertificate: `/${'x'.repeat(2_000)}` } }],
  ])('is said at the field: %s', (field, over) => {
    const fields = { ...good, ...over };
    expect(deploymentDraft.safeParse(draftOf(fields)).success, 'the console takes it').toBe(false);
    const wrong = Object.entries(checkFields(fields, [])).filter(([, problem]) => problem !== null);
    expect(wrong).toEqual([[field, ['setup.problem.too-long', { limit: expect.any(Number) as number }]]]);
  });

  it('is not the whole bundle of a Linux system', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'.repeat(4_000);
    const fields = { ...good, trust: 'ca' as const, pem };
    expect(pem.length).toBeGreaterThan(219_000);
    expect(checkFields(fields, []).pem).toBeNull();
    expect(deploymentDraft.safeParse(draftOf(fields)).success).toBe(true);
  });
});

describe('a field that cannot be used', () => {
  it.each<[string, Partial<DeploymentFields>, string]>([
    ['spn', { spn: 'not an spn' }, 'setup.problem.spn'],
    ['url', { url: 'https://ana:pw@pool.contoso.com' }, 'setup.problem.url-credentials'],
    ['url', { url: 'pool..com' }, 'setup.problem.url-host'],
    ['proxyHost', behind({ host: 'proxy.example:8080' }), 'setup.problem.proxy-host'],
    ['proxyHost', behind({ host: 'proxy..example' }), 'setup.problem.proxy-host'],
  ])('%s is said so: %j', (field, over, problem) => {
    const wrong = Object.entries(checkFields({ ...good, ...over }, [])).filter(([, each]) => each !== null);
    expect(wrong).toEqual([[field, [problem]]]);
  });
});

describe('a proxy that is pasted with its port', () => {
  it.each(['http://proxy.example:3128', 'proxy.example:3128'])('is split: %s', (host) => {
    const { proxy } = withProxySplit({ ...good, ...behind({ host }) }).network;
    expect(proxy).toEqual({ ...PROXY, host: 'proxy.example', port: 3128 });
  });

  it('is left as it is without one', () => {
    const fields = { ...good, ...behind({}) };
    expect(withProxySplit(fields)).toBe(fields);
  });
});
