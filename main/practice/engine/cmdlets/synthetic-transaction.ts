import { scalar } from '../../../psrp/clixml/build.ts';
import type { PsObject } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import type { Configuration } from '../store/configuration.ts';
import { policyInForce } from '../store/directory.ts';
import { liveObject } from '../values/live-object.ts';
import { textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { personNamed } from './people.ts';
import { notFound } from './reading.ts';
import { refusing } from './refusing.ts';

const TYPE = 'Microsoft.Rtc.SyntheticTransactions.TaskOutput';
/** The partner of the story whose Edge answers nobody. */
const SILENT_PARTNER = 'margiestravel.example';

/** How a test ended: null = it reached whom it should. */
type Failure = { readonly error: string; readonly diagnosis: string } | null;

/** A server answered nothing (testing-ability-to-connect-to-a-federated-domain: the failure that is documented). */
const TIME_OUT: Failure = {
  error: '504, Server time-out',
  diagnosis: 'ErrorCode=2,Source=practice,Reason=See response code and reason phrase.',
};
/** Of these no example is documented: code and phrase are SIP's own (RFC 3261), the rest ours. */
const FORBIDDEN: Failure = { error: '403, Forbidden', diagnosis: 'Not allowed by the policy or the Access Edge.' };
const NOT_FOUND: Failure = { error: '404, Not Found', diagnosis: 'No XMPP partner has this domain.' };

/** Test-CsFederatedPartner and Test-CsXmppIM; source: their help and federation-domain section 9. */
export const SYNTHETIC_TRANSACTION_CMDLETS: readonly CmdletImplementation[] = [
  catalogued('Test-CsFederatedPartner', stateless(testPartner)),
  catalogued('Test-CsXmppIM', stateless(testXmpp)),
];

/** Whether a partner answers through an Edge; a domain that is not on the allowed list is no partner to test. */
async function testPartner(call: BoundCall, context: CmdletContext): Promise<void> {
  const target = textArgument(call, 'TargetFqdn') ?? '';
  const domain = textArgument(call, 'Domain') ?? '';
  await refusing(context, async () => {
    const now = context.store.current();
    if (!now.allowed.some((row) => same(row.domain, domain))) {
      throw new Refusal('notAllowedDomain', `"${domain}" is not in the list of allowed domains.`, domain);
    }
    await context.write(taskOutput(target, partnerFailure(target, domain, now)));
  });
}

function partnerFailure(target: string, domain: string, { accessEdge, services }: Configuration): Failure {
  if (!services.some(({ role, pool }) => role === 'EdgeServer' && same(pool, target))) return TIME_OUT;
  if (!accessEdge.allowFederatedUsers) return FORBIDDEN;
  return same(domain, SILENT_PARTNER) ? TIME_OUT : null;
}

/** Whether a message reaches an XMPP user; a pool or a user that is not there is an error. */
async function testXmpp(call: BoundCall, context: CmdletContext): Promise<void> {
  const target = textArgument(call, 'TargetFqdn') ?? '';
  const receiver = textArgument(call, 'Receiver') ?? '';
  const sender = textArgument(call, 'UserSipAddress');
  await refusing(context, async () => {
    const now = context.store.current();
    if (!now.services.some(({ role, pool }) => role === 'Registrar' && same(pool, target))) {
      throw notFound('Registrar', target);
    }
    const policy = sender === null ? null : policyInForce(personNamed(sender, context), now);
    const allowed = policy === null || (policy.enableFederationAccess && policy.enableXmppAccess);
    await context.write(taskOutput(target, xmppFailure(receiver, allowed, now)));
  });
}

function xmppFailure(receiver: string, allowed: boolean, now: Configuration): Failure {
  // Without a route there is no gateway to answer.
  if (now.sites.every(({ xmppFederationRoute }) => xmppFederationRoute === null)) return TIME_OUT;
  if (!now.accessEdge.allowFederatedUsers || !allowed) return FORBIDDEN;
  const domain = receiver.slice(receiver.lastIndexOf('@') + 1);
  const known = now.xmppPartners.some((row) =>
    [row.domain, ...row.additionalDomains].some((each) => same(each, domain)),
  );
  return known ? null : NOT_FOUND;
}

/** A silent server is waited for; else nothing here takes long, and no two runs differ. */
function taskOutput(target: string, failure: Failure): PsObject {
  const latency = failure === TIME_OUT ? 'PT20S' : 'PT0.1875S';
  return liveObject(TYPE, {
    TargetFqdn: target,
    Result: failure === null ? 'Success' : 'Failure',
    Latency: scalar('TS', latency),
    Error: failure?.error ?? '',
    Diagnosis: failure?.diagnosis ?? '',
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
