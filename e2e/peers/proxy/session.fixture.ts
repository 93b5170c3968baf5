import { openSession, type RemoteSession } from '../../../main/session/index.ts';
import type { PracticeAccount } from '../../../main/practice/index.ts';
import { asText, property } from '../../../main/psrp/clixml/read.ts';
import type { Endpoint } from '../../../main/transport/endpoint.ts';

/** The way to a server, with who signs in to it. */
export interface Way extends Omit<Endpoint, 'signIn'> {
  readonly account: PracticeAccount;
  readonly scheme: Endpoint['signIn']['scheme'];
}

/** Opens a session that a test closes. */
export function open({ account, scheme, ...way }: Way): Promise<RemoteSession> {
  const { user, password } = account;
  return openSession({
    endpoint: { ...way, signIn: { scheme, user, password } },
    resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
  });
}

/** Reads the allowed domains, all of them or one, and gives their names. */
export async function domainsIn(session: RemoteSession, identity?: string): Promise<readonly (string | null)[]> {
  const wanted = identity === undefined ? [] : [{ name: 'Identity', value: identity }];
  const { output } = await session.run([{ name: 'Get-CsAllowedDomain', arguments: wanted }]);
  return output.map((value) => asText(property(value, 'Domain')) ?? null);
}

/** Opens a session, reads one domain and closes it: for the failures on the way. */
export async function visit(way: Way): Promise<readonly (string | null)[]> {
  const session = await open(way);
  try {
    return await domainsIn(session, 'fabrikam.com');
  } finally {
    await session.close();
  }
}
