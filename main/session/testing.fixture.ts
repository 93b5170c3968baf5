import type { RemoteSession, SessionTarget } from './session.ts';
import type { Command } from '../psrp/records.ts';
import type { FakeServer } from './fake-server.fixture.ts';
import { DEFAULT_LIMITS, type SessionLimits } from './limits.ts';
import { openSessionOver } from './open-session.ts';
import type { OpeningMeans } from './open-shell.ts';

const TARGET: SessionTarget = {
  endpoint: {
    url: new URL('https://pool.contoso.com/OcsPowershell?PSVersion=5.1.0.0'),
    trust: { kind: 'system' },
    signIn: { scheme: 'negotiate', user: 'CONTOSO\\ana', password: '' },
  },
  resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
};

export const GET: Command = { name: 'Get-CsAllowedDomain', arguments: [] };

/** A session over a server in memory. */
export function open(
  server: FakeServer,
  limits: Partial<SessionLimits> = {},
  options: { readonly signal?: AbortSignal } & Partial<OpeningMeans> = {},
): Promise<RemoteSession> {
  const { signal = new AbortController().signal, ...means } = options;
  return openSessionOver(
    server.transport,
    TARGET,
    { ...DEFAULT_LIMITS, ...limits },
    { warn: () => undefined, ...means },
    signal,
  );
}
