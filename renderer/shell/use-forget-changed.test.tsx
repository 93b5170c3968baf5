// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { keys } from '../api/queries.ts';
import { useForgetChanged } from './use-forget-changed.ts';

const hq: DeploymentSummary = {
  id: 'hq',
  name: 'Contoso HQ',
  kind: 'server',
  url: 'https://pool.contoso.com/OcsPowershell',
  user: 'CONTOSO\\ana',
  group: '',
  colour: 'red',
  scheme: 'ntlm',
  trust: 'system',
  connection: 'one',
  passwordState: 'stored',
  production: false,
  readOnly: false,
};
const lab: DeploymentSummary = { ...hq, id: 'lab', name: 'Contoso Lab', url: 'https://lab.contoso.com/OcsPowershell' };
const practice: DeploymentSummary = { ...hq, id: 'practice', name: 'Practice', kind: 'practice', url: '' };

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
  for (const id of ['hq', 'lab', 'practice']) client.setQueryData(keys.domains(id), `read of ${id}`);
});
afterEach(() => {
  cleanup();
  client.clear();
});

/** Shows the deployments as they were, then as they are, and gives what is still known of each. */
function afterChange(before: readonly DeploymentSummary[], now: readonly DeploymentSummary[]): readonly unknown[] {
  const { rerender } = renderHook(useForgetChanged, { initialProps: before, wrapper: Provided });
  rerender(now);
  return ['hq', 'lab', 'practice'].map((id) => client.getQueryData(keys.domains(id)));
}

function Provided({ children }: { readonly children: ReactNode }): ReactNode {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

describe('what was read of a deployment', () => {
  it('is forgotten when its connection becomes another one, and only its own', () => {
    const now = [{ ...hq, connection: 'two' }, lab];
    expect(afterChange([hq, lab], now)).toEqual([undefined, 'read of lab', 'read of practice']);
  });

  it.each<Partial<DeploymentSummary>>([
    { name: 'Contoso' },
    { group: 'Customers' },
    { colour: 'blue' },
    { production: true },
    { readOnly: true },
    { passwordState: 'absent' },
  ])('is kept when only %o changes', (change) => {
    expect(afterChange([hq, lab], [{ ...hq, ...change }, lab])[0]).toBe('read of hq');
  });

  it('is forgotten when it is removed', () => {
    expect(afterChange([hq, lab], [lab])).toEqual([undefined, 'read of lab', 'read of practice']);
    expect(client.getQueryCache().find({ queryKey: keys.domains('hq') })).toBeUndefined();
  });

  it('is kept when the practice deployment gets its address by being started', () => {
    const started = { ...practice, url: 'https://127.0.0.1:40443/OcsPowershell' };
    expect(afterChange([hq, practice], [hq, started])[2]).toBe('read of practice');
  });
});
