import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorFrom } from '../../../shared/errors.ts';
import { createKerberosExchange } from './exchange.ts';
import type { AuthenticatorAnswer, AuthenticatorOrder } from './messages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-kinit-'));
  const script = `#!/bin/sh\n: > '${folder}/asked'\necho "kinit: Cannot contact any KDC for realm 'CONTOSO.COM'" >&2\nexit 1\n`;
  writeFileSync(join(folder, 'kinit'), script, { mode: 0o700 });
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A sign-in by password with an authenticator that answers so; what it ended in, and what the authenticator was asked. */
async function signIn(answer: AuthenticatorAnswer): Promise<{ readonly code: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const ask = (order: AuthenticatorOrder): Promise<AuthenticatorAnswer> => {
    asked.push(order.kind);
    return Promise.resolve(answer);
  };
  const choice = { scheme: 'kerberos', user: 'ana@CONTOSO.COM', password: 'x' } as const;
  const identity = { host: 'pool.contoso.com', certificateDer: new Uint8Array() };
  const exchange = createKerberosExchange(choice, identity, { start: () => ({ ask, end: () => undefined }) });
  const ended = await Promise.resolve(exchange.next(null, new AbortController().signal)).then(() => null, errorFrom);
  exchange.dispose?.();
  return { code: ended?.code ?? '', asked };
}

describe.skipIf(process.platform === 'win32')('Kerberos by password', () => {
  it('says that its package is missing before a ticket server is asked for anything', async () => {
    const ended = await signIn({ kind: 'failed', what: 'package', text: 'no package' });
    expect(ended).toEqual({ code: 'sign-in.kerberos-missing', asked: ['load'] });
    expect(readdirSync(folder)).toEqual(['kinit']);
  });

  it('asks a ticket server where the package is there', async () => {
    const ended = await signIn({ kind: 'token', token: '', complete: false });
    expect(ended).toEqual({ code: 'sign-in.kdc-unreachable', asked: ['load'] });
    expect(readdirSync(folder)).toContain('asked');
  });
});
