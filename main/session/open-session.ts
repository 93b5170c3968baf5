import { failure, Failure } from '../../shared/errors.ts';
import { ClientRunspacePool, decodeMetadataAnswer, isAtLeast } from '../psrp/index.ts';
import { followRedirections, openTransport, withoutDoubt, type Transport } from '../transport/index.ts';
import { connectionUrl } from '../wsman/index.ts';
import { reasonOf } from './abort.ts';
import type { PipelineHost } from '../psrp/host/host.ts';
import { DEFAULT_LIMITS, type SessionLimits } from './limits.ts';
import { deleteShell, openShell, plannedShell, type OpeningMeans } from './open-shell.ts';
import { createPatience } from './patience.ts';
import { runPipeline } from './run-pipeline.ts';
import type { PipelineOutcome, RemoteSession, SessionTarget } from './session.ts';
import { assertUsable, closedFailure, isShellGone, markBroken } from './shell.ts';
import { NO_LEDGER, type ShellLedger } from './shell-ledger.ts';

export interface OpenSessionOptions {
  /** Aborting gives the opening up, deletes what the server already made, and rejects with workstation.cancelled. */
  readonly signal?: AbortSignal;
  /** Warnings of the runspace pool itself, such as those of a start-up script: the server's own text. */
  readonly onWarning?: (text: string) => void;
  /** Who is shown and asked what a start-up script of the server wants; without one the server refuses its questions at once. */
  readonly host?: PipelineHost | undefined;
  readonly limits?: Partial<SessionLimits>;
  /** Keeps the shell until it is closed; shells it has left are deleted where a quota refuses another. */
  readonly ledger?: ShellLedger;
}

/** Runspaces of one pool: one is always there, and reads run side by side on up to three. */
const MIN_RUNSPACES = 1;
const MAX_RUNSPACES = 3;

/**
 * Opens a runspace pool on a server, on connections that all go to one address. Rejects with a Failure of the network,
 * TLS, sign-in, HTTP, WS-Management or PowerShell layer; nothing is left open then.
 */
export async function openSession(target: SessionTarget, options: OpenSessionOptions = {}): Promise<RemoteSession> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const seconds = Math.round(limits.openMs / 1000);
  const patience = createPatience(limits.openMs, () =>
    failure('network.timeout', { host: target.endpoint.url.hostname, seconds }),
  );
  const late = patience.signal;
  const signal = AbortSignal.any(options.signal === undefined ? [late] : [options.signal, late]);
  try {
    const endpoint = { ...target.endpoint, url: connectionUrl(target.endpoint.url) };
    const warn = options.onWarning ?? (() => undefined);
    const { ledger = NO_LEDGER, host } = options;
    const means = { warn, ledger, host, onQuestion: patience.rest };
    return await followRedirections(endpoint, async (there) => {
      const transport = await openTransport(there, { signal });
      return await openSessionOver(transport, { ...target, endpoint: there }, limits, means, signal);
    });
  } catch (caught) {
    if (late.aborted) throw reasonOf(late);
    throw caught instanceof Failure ? new Failure(withoutDoubt(caught.error), { cause: caught }) : caught;
  } finally {
    patience.end();
  }
}

/**
 * Opens a session over a transport that is open, and owns it from then on. `target.endpoint.url` is the address as
 * connected to. For `openSession`, and for tests with a server in memory.
 */
export async function openSessionOver(
  transport: Transport,
  target: SessionTarget,
  limits: SessionLimits,
  means: OpeningMeans,
  signal: AbortSignal,
): Promise<RemoteSession> {
  const poolHost = means.host?.facts;
  const pool = new ClientRunspacePool({ minRunspaces: MIN_RUNSPACES, maxRunspaces: MAX_RUNSPACES, host: poolHost });
  const shell = plannedShell(target, transport, pool, limits, means.ledger);
  const { facts, channel, desk } = await openShell(shell, pool, means, signal).catch((caught: unknown) => {
    transport.close();
    throw caught;
  });
  let closed: Promise<void> | null = null;
  let watching = false;
  /** A server of protocol 2.1 asks for the key of SecureStrings by itself, and its pipeline waits for it. */
  function watchOld(): void {
    if (watching || isAtLeast(pool.protocolVersion, 2, 2)) return;
    watching = true;
    void channel
      .until(() => false, shell.closing.signal)
      .catch((caught: unknown) => {
        watching = false;
        markBroken(shell, caught);
        // Whoever runs a pipeline hears of the same by himself, and the next one reads here again.
        if (!(caught instanceof Failure)) throw caught;
      });
  }
  async function close(): Promise<void> {
    shell.closing.abort(closedFailure());
    await desk?.close();
    pool.close();
    if (shell.broken === null) await deleteShell(shell);
    // A server that has ended it itself counts it no more.
    else if (isShellGone(shell.broken)) shell.ledger.closed(shell.id);
    transport.close();
  }
  return {
    facts: { ...facts, address: transport.address, shellId: shell.id },
    run: async (commands, options = {}) => {
      assertUsable(shell);
      watchOld();
      const { input, host } = options;
      const noInput = input === undefined;
      const pipeline = pool.createPipeline(commands, host === undefined ? { noInput } : { noInput, host: host.facts });
      return runPipeline(shell, pipeline, channel, options);
    },
    commandMetadata: async (patterns, options = {}) => {
      assertUsable(shell);
      const outcome = await runPipeline(shell, pool.createMetadataRequest(patterns), channel, options);
      if (outcome.state === 'completed') return decodeMetadataAnswer(outcome.output);
      throw metadataFailure(outcome);
    },
    secure: async (text, options = {}) => {
      assertUsable(shell);
      return await channel.secure(text, options.signal ?? shell.closing.signal).catch((caught: unknown) => {
        throw markBroken(shell, caught);
      });
    },
    close: () => (closed ??= close()),
  };
}

function metadataFailure({ reason, errors }: PipelineOutcome): Failure {
  const record = reason ?? errors[0];
  const { category = 'NotSpecified', message = '', fullyQualifiedErrorId = '' } = record ?? {};
  return failure('cmdlet.error', { cmdlet: 'Get-Command', category, message }, { fullyQualifiedErrorId });
}
