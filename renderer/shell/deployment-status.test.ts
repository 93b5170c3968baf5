import { describe, expect, it } from 'vitest';
import type { OpenDeployment } from '../../shared/contract/requests.ts';
import { failure } from '../../shared/errors.ts';
import { deploymentStatus, kindShown } from './deployment-status.ts';

const lost = failure('network.lost', { host: 'pool.contoso.com' });
const open: OpenDeployment = {
  deployment: {
    id: 'hq',
    name: 'Contoso HQ',
    kind: 'server',
    url: 'https://pool.contoso.com/OcsPowershell',
    user: 'CONTOSO\\ana',
    group: '',
    colour: 'teal',
    scheme: 'basic',
    trust: 'ca',
    connection: '',
    passwordState: 'stored',
    production: true,
    readOnly: false,
  },
  serverVersion: '',
  allowedDomain: { addable: null, settable: null },
  cmdlets: [],
  posture: { kind: 'off' },
};

describe('the status of a deployment', () => {
  it('is closed until the person opens it', () => {
    expect(deploymentStatus({ data: undefined, error: null, isFetching: false }, undefined)).toEqual({
      kind: 'closed',
    });
  });

  it('is opening while nothing is known yet, failed when that failed', () => {
    expect(deploymentStatus({ data: undefined, error: null, isFetching: true }, undefined).kind).toBe('opening');
    expect(deploymentStatus({ data: undefined, error: lost, isFetching: false }, undefined)).toEqual({
      kind: 'failed',
      error: lost.error,
    });
  });

  it('is lost when the console says so later, with what was read kept', () => {
    const session = { deployment: 'hq', state: 'failed', error: lost.error } as const;
    expect(deploymentStatus({ data: open, error: null, isFetching: false }, session)).toEqual({
      kind: 'lost',
      open,
      error: lost.error,
    });
  });

  it('is open again once the console says so, and while reconnecting', () => {
    const session = { deployment: 'hq', state: 'open', error: null } as const;
    expect(deploymentStatus({ data: open, error: null, isFetching: false }, session).kind).toBe('open');
    expect(deploymentStatus({ data: open, error: lost, isFetching: true }, undefined).kind).toBe('open');
  });

  it('stays lost while it is tried again by itself', () => {
    const session = { deployment: 'hq', state: 'opening', error: lost.error } as const;
    expect(deploymentStatus({ data: open, error: null, isFetching: false }, session).kind).toBe('lost');
    expect(deploymentStatus({ data: open, error: null, isFetching: false }, { ...session, error: null }).kind).toBe(
      'open',
    );
  });

  it('is lost for what the console has said last, not for what an attempt before it has said', () => {
    const refused = failure('sign-in.refused', { user: 'CONTOSO\\ana', scheme: 'Negotiate' }).error;
    const session = { deployment: 'hq', state: 'failed', error: refused } as const;
    expect(deploymentStatus({ data: open, error: lost, isFetching: false }, session)).toMatchObject({ error: refused });
  });

  it('is lost when reconnecting failed', () => {
    expect(deploymentStatus({ data: open, error: lost, isFetching: false }, undefined).kind).toBe('lost');
  });
});

describe('while nobody uses the window', () => {
  it('what was open is drawn as disconnected, and everything else as it is', () => {
    const failed = { kind: 'failed', error: lost.error } as const;
    expect(kindShown({ kind: 'open', open }, true)).toBe('lost');
    expect(kindShown({ kind: 'open', open }, false)).toBe('open');
    expect([kindShown({ kind: 'closed' }, true), kindShown(failed, true)]).toEqual(['closed', 'failed']);
  });
});
