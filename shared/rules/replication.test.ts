import { describe, expect, it } from 'vitest';
import type { Replica } from '../models/topology.ts';
import { isCatchingUp, replicaSince, replicaState } from './replication.ts';

const now = '2026-01-15T09:00:00.000Z';
const replica = (values: Partial<Replica>): Replica => ({
  fqdn: 'edge01.contoso.com',
  upToDate: false,
  lastStatusReport: '2026-01-15T08:00:00.000Z',
  lastUpdateCreation: '2026-01-15T08:59:00.000Z',
  productVersion: null,
  ...values,
});

describe('a replica', () => {
  it.each([
    ['has everything', { upToDate: true, lastUpdateCreation: '2020-01-01T00:00:00.000Z' }, 'current'],
    ['waits for a minute', {}, 'behind'],
    ['waits for five minutes', { lastUpdateCreation: '2026-01-15T08:55:00.000Z' }, 'behind'],
    ['waits for longer', { lastUpdateCreation: '2026-01-15T08:54:59.000Z' }, 'stale'],
    ['does not say since when it waits', { lastUpdateCreation: null }, 'behind'],
    ['has a clock that is ahead of ours', { lastUpdateCreation: '2026-01-15T09:30:00.000Z' }, 'behind'],
  ] as const)('that %s', (_what, values, state) => expect(replicaState(replica(values), now)).toBe(state));

  it('is as it is since it reported, or since the change it waits for', () => {
    expect(replicaSince(replica({ upToDate: true }))).toBe('2026-01-15T08:00:00.000Z');
    expect(replicaSince(replica({}))).toBe('2026-01-15T08:59:00.000Z');
  });

  it('is looked at again soon while it catches up, and no more once it is stale', () => {
    expect(isCatchingUp([replica({ upToDate: true }), replica({})], now)).toBe(true);
    expect(isCatchingUp([replica({ upToDate: true })], now)).toBe(false);
    expect(isCatchingUp([replica({ lastUpdateCreation: '2026-01-15T08:00:00.000Z' })], now)).toBe(false);
  });
});
