import { failure } from '../../shared/errors.ts';
import { namedUser } from '../auth/index.ts';
import type { DeploymentSource } from '../console/source.ts';
import { findPassword, type Passwords } from '../credentials/passwords.ts';
import type { RemoteSession, SessionTarget } from '../session/session.ts';
import type { ShellLedger } from '../session/shell-ledger.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import type { LeftShells } from './left-shells.ts';
import { networkSecrets } from './network-secrets.ts';
import { bindingOf, needsPassword, summaryOf, targetOf } from './record.ts';

/** How a session is opened: `openSession`, or a test's. */
export type OpenSession = (
  target: SessionTarget,
  options: { readonly signal: AbortSignal; readonly ledger?: ShellLedger },
) => Promise<RemoteSession>;

/** A configured server as the console uses it; `record` gives its values as they are now. */
export function serverSource(
  record: () => DeploymentRecord,
  passwords: Passwords,
  openSession: OpenSession,
  shells: LeftShells,
): DeploymentSource {
  return {
    id: record().id,
    summary: () => summaryOf(record(), passwords.state(bindingOf(record()))),
    connect: async (signal) => {
      const now = record();
      const { url, user } = now;
      const password = needsPassword(now) ? await findPassword(passwords, bindingOf(now)) : '';
      if (password === null) throw failure('input.password-missing', { user });
      const secrets = await networkSecrets(now.network, (binding) => passwords.find(binding));
      const ledger = shells.ledgerFor(new URL(url), user);
      const session = await openSession(targetOf(now, password, secrets), { signal, ledger });
      return { session, url, user: namedUser(user) };
    },
    close: () => Promise.resolve(),
  };
}
