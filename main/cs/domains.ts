import type { AllowedDomain, BlockedDomain, VerificationLevel } from '../../shared/models/federated-domain.ts';
import type { DomainState } from '../../shared/plan/expectations.ts';
import { sameDomain } from '../../shared/rules/domain-name.ts';
import type { CommandArgument } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import { answerObject, booleanOrNull, enumOrNull, text, textOrNull, type AnswerObject } from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';

const GET_ALLOWED = 'Get-CsAllowedDomain';
const GET_BLOCKED = 'Get-CsBlockedDomain';

/** How many rows go by between two calls of `onProgress`. */
const PROGRESS_ROWS = 500;

const LEVELS = [
  'AlwaysVerifiable',
  'AlwaysUnverifiable',
  'UseSourceVerification',
] as const satisfies VerificationLevel[];

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Rows read so far, of both lists together; called every few hundred rows and at the end. */
  readonly onProgress?: ((read: number) => void) | undefined;
}

/** Both lists, each in the server's order. */
export interface DomainLists {
  readonly allowed: readonly AllowedDomain[];
  readonly blocked: readonly BlockedDomain[];
}

/**
 * Reads the allowed and the blocked list, decoding rows as they arrive. Source: Get-CsAllowedDomain and
 * Get-CsBlockedDomain help. Throws the session's Failures, the cmdlet's, or cmdlet.answer-unreadable.
 */
export async function readDomains(session: RemoteSession, options: ReadOptions = {}): Promise<DomainLists> {
  let read = 0;
  const count = (): void => {
    read += 1;
    if (read % PROGRESS_ROWS === 0) options.onProgress?.(read);
  };
  const allowed = await readRows(session, GET_ALLOWED, [], allowedDomain, options.signal, count);
  const blocked = await readRows(session, GET_BLOCKED, [], blockedDomain, options.signal, count);
  options.onProgress?.(read);
  return { allowed, blocked };
}

/** Reads one domain from both lists. Throws as readDomains does; a domain on neither list is no error. */
export async function readDomain(session: RemoteSession, domain: string, signal?: AbortSignal): Promise<DomainState> {
  // By -Filter, not -Identity: an absent identity is an error record whose id no document gives, an unmatched filter is
  // an empty answer. A filter is a wildcard pattern and may match more than the one name.
  const filter = [{ name: 'Filter', value: escapeWildcards(domain) }];
  const allowed = await readRows(session, GET_ALLOWED, filter, allowedDomain, signal);
  const blocked = await readRows(session, GET_BLOCKED, filter, blockedDomain, signal);
  return {
    allowed: allowed.find((row) => sameDomain(row.domain, domain)) ?? null,
    blocked: blocked.find((row) => sameDomain(row.domain, domain)) ?? null,
  };
}

async function readRows<Row>(
  session: RemoteSession,
  cmdlet: string,
  args: readonly CommandArgument[],
  decode: (answer: AnswerObject) => Row,
  signal: AbortSignal | undefined,
  onRow?: () => void,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  await runCmdlet(session, cmdlet, args, {
    signal,
    onOutput: (value) => {
      rows.push(decode(answerObject(cmdlet, value)));
      onRow?.();
    },
  });
  return rows;
}

function allowedDomain(answer: AnswerObject): AllowedDomain {
  return {
    ...names(answer),
    proxyFqdn: textOrNull(answer, 'ProxyFqdn'),
    comment: textOrNull(answer, 'Comment'),
    markForMonitoring: booleanOrNull(answer, 'MarkForMonitoring'),
    verificationLevel: enumOrNull(answer, 'VerificationLevel', LEVELS),
  };
}

function blockedDomain(answer: AnswerObject): BlockedDomain {
  return { ...names(answer), comment: textOrNull(answer, 'Comment') };
}

function names(answer: AnswerObject): { readonly identity: string; readonly domain: string } {
  const identity = text(answer, 'Identity');
  // Identity and Domain are documented to be equal; Identity is what cmdlets take.
  return { identity, domain: textOrNull(answer, 'Domain') ?? identity };
}

/** As WildcardPattern.Escape does it: a backtick before each character with a meaning. */
function escapeWildcards(name: string): string {
  return name.replace(/[*?[\]`]/g, '`$&');
}
