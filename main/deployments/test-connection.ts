import { performance } from 'node:perf_hooks';
import { TEST_STEPS, type TestFacts, type TestStep, type TestStepName } from '../../shared/contract/deployments.ts';
import { errorFrom, failure, type EdgewiseError } from '../../shared/errors.ts';
import { readCmdlets, readServerVersion } from '../cs/server.ts';
import { namedUser, whyNoKerberos, type KerberosMeans } from '../auth/index.ts';
import { mayHaveTicket, spnOf } from '../auth/kerberos/names.ts';
import type { RemoteSession, SessionTarget } from '../session/session.ts';
import { withKerberos } from '../session/with-kerberos.ts';
import type { Endpoint } from '../transport/index.ts';
import { readWebServiceNames, TOPOLOGY_CMDLETS } from '../cs/topology.ts';
import { askOffers } from './ask-offers.ts';
import { openWatched, type SessionMilestones } from './open-watched.ts';
import { NO_SECRETS, passphrase, proxyPassword, type FindSecret } from './network-secrets.ts';
import type { ConnectionValues } from './record.ts';
import { testedError } from './tested-errors.ts';
import { addressesOf, reach, shake, type Reached } from './reach.ts';
import { needsPassword, targetOf } from './record.ts';

/** Where a person who may write is told from one who may read: the cmdlets of the federated domains. */
const READING = 'Get-CsAllowedDomain';
const WRITING = 'New-CsAllowedDomain';

export interface TestOptions {
  readonly signal: AbortSignal;
  /** Hears each step as it ends. */
  readonly onStep: (step: TestStep) => void;
  /** Left out = there is no Kerberos. */
  readonly kerberos?: KerberosMeans;
}

/** A step that ran: what it found out. */
type Outcome<T> = { readonly facts: TestFacts; readonly value: T };

/**
 * Connects as a deployment would, one step after another, and closes everything again. After a step that fails the
 * others are skipped; a server that refuses before it has asked who is there leaves `sign-in` skipped before the step
 * that failed. `password` and
 * `find`, for what the network needs, are asked when it is needed; null = there is none. Nothing is written to the server.
 * Throws workstation.cancelled; what else goes wrong is in the steps.
 */
export async function testConnection(
  connection: ConnectionValues,
  password: () => Promise<string | null>,
  find: FindSecret,
  { signal, onStep, kerberos }: TestOptions,
): Promise<readonly TestStep[]> {
  const steps: TestStep[] = [];
  let since = performance.now();
  let secrets = NO_SECRETS;
  /** Whether the server asks whoever does not sign in to do so. */
  let asked = false;
  const proxyMemory = { noKerberos: null };

  function add(step: TestStepName, state: TestStep['state'], facts: TestFacts, error: EdgewiseError | null): void {
    const now = performance.now();
    const milliseconds = state === 'skipped' ? 0 : Math.round(now - since);
    since = now;
    const ended: TestStep = { step, state, milliseconds, error, facts };
    steps.push(ended);
    onStep(ended);
  }

  async function run<T>(step: TestStepName, work: () => Promise<Outcome<T>>): Promise<T> {
    since = performance.now();
    try {
      const { facts, value } = await work();
      add(step, 'ok', facts, null);
      return value;
    } catch (caught) {
      fail(step, caught);
      throw caught;
    }
  }

  function fail(step: TestStepName, caught: unknown): void {
    // A cancelled test has no result, and a step that nobody waited for has not failed.
    if (signal.aborted) throw failure('workstation.cancelled', {});
    add(step, 'failed', {}, testedError(step, errorFrom(caught)));
  }

  /** With the secrets of the network that are known by now. */
  function target(secret: string): SessionTarget {
    const plain = targetOf(connection, secret, secrets);
    return kerberos ? withKerberos(plain, kerberos) : plain;
  }

  /** Where nobody signs in to the server. */
  function reached(): Endpoint & Reached {
    return { ...target('').endpoint, proxyMemory };
  }

  /** Of Kerberos, the name the ticket was for; of another that Negotiate ended in, why. */
  function kerberosFact(mechanism: string, there: Endpoint, noKerberos: EdgewiseError | null): TestFacts {
    const { hostname: host } = there.url;
    const { spn = '' } = there.signIn;
    if (mechanism === 'Kerberos') return { spn: spnOf(spn, host) };
    if (noKerberos !== null) return { withoutKerberos: whyNoKerberos(noKerberos) };
    const never = connection.scheme === 'negotiate' && !mayHaveTicket(spn, host);
    return never ? { withoutKerberos: 'kerberos.why.address' } : {};
  }

  async function open(): Promise<RemoteSession> {
    since = performance.now();
    const { user, scheme } = connection;
    const passed: SessionMilestones = {
      signedIn: (mechanism, there, noKerberos) => {
        // Basic goes with the first request: where nobody asked for it, nobody needs to have looked at it.
        if (scheme === 'basic' && !asked) return;
        const kerberosToo = kerberosFact(mechanism, there, noKerberos);
        add('sign-in', 'ok', { user: namedUser(user), scheme, mechanism, ...kerberosToo }, null);
      },
      answered: () => {
        if (TEST_STEPS[steps.length] === 'sign-in') add('sign-in', 'skipped', {}, null);
        add('ws-management', 'ok', {}, null);
      },
    };
    try {
      const secret = needsPassword(connection) ? await password() : '';
      if (secret === null) throw failure('input.password-missing', { user });
      const session = await openWatched(target(secret), passed, signal);
      add('runspace', 'ok', { protocol: session.facts.protocolVersion }, null);
      return session;
    } catch (caught) {
      const step = TEST_STEPS[steps.length] ?? 'runspace';
      const early = step === 'sign-in' && ['http', 'ws-management', 'powershell'].includes(errorFrom(caught).layer);
      if (early && !signal.aborted) add('sign-in', 'skipped', {}, null);
      fail(early ? 'ws-management' : step, caught);
      throw caught;
    }
  }

  try {
    const url = new URL(connection.url);
    await run('name', async () => ({
      facts: await addressesOf(reached(), signal),
      value: null,
    }));
    const address = await run('tcp', async () => {
      secrets = { ...secrets, proxyPassword: await proxyPassword(connection.network, find) };
      return await reach(reached(), signal);
    });
    await run('tls', async () => {
      secrets = { ...secrets, passphrase: await passphrase(connection.network, find) };
      return await shake(reached(), address, signal);
    });
    await run('offers', async () => {
      const outcome = await askOffers(reached(), signal);
      asked = outcome.facts.status === '401';
      return outcome;
    });
    const session = await open();
    try {
      await look(session, url, run, signal);
    } finally {
      await session.close();
    }
  } catch (caught) {
    // Every failure of a step is in that step already.
    if (!steps.some(({ state }) => state === 'failed')) throw caught;
  }
  for (const step of TEST_STEPS.slice(steps.length)) add(step, 'skipped', {}, null);
  return steps;
}

/** By which names the pools' web services go, and whether the address uses one. A role that may not ask learns nothing. */
async function webServices(
  session: RemoteSession,
  url: URL,
  cmdlets: readonly string[],
  signal: AbortSignal,
): Promise<TestFacts> {
  if (!cmdlets.some((name) => name.toLowerCase() === TOPOLOGY_CMDLETS.services.toLowerCase())) return {};
  const names = [...new Set(await readWebServiceNames(session, signal))];
  const known = names.some((name) => name.toLowerCase() === url.hostname.toLowerCase());
  return { names: names.join(', '), ...(!known && names.length > 0 && { unknownHost: url.hostname }) };
}

/** What the signed-in person finds on the server. */
async function look(
  session: RemoteSession,
  url: URL,
  run: <T>(step: TestStepName, work: () => Promise<Outcome<T>>) => Promise<T>,
  signal: AbortSignal,
): Promise<void> {
  const names = await run('cmdlets', async () => {
    const cmdlets = await readCmdlets(session, signal);
    if (cmdlets.names.length === 0) throw failure('permission.cmdlet-absent', { cmdlet: READING });
    return { facts: { count: String(cmdlets.names.length) }, value: cmdlets.names };
  });
  await run('roles', () => {
    const has = (wanted: string): boolean => names.some((name) => name.toLowerCase() === wanted.toLowerCase());
    // The roles themselves are told to nobody but administrators: what they allow is what counts.
    if (!has(READING)) return Promise.reject(failure('permission.cmdlet-absent', { cmdlet: READING }));
    return Promise.resolve({ facts: { may: has(WRITING) ? 'change' : 'read' }, value: null });
  });
  await run('version', async () => ({ facts: { version: await readServerVersion(session, signal) }, value: null }));
  await run('web-services', async () => ({ facts: await webServices(session, url, names, signal), value: null }));
}
