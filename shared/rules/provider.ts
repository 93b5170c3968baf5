import type { FieldValue } from '../conflict.ts';
import { edgewiseError, errorFrom, Failure, type EdgewiseError } from '../errors.ts';
import { listMembers } from '../nouns/noun.ts';
import { requireDomainName, sameDomain } from './domain-name.ts';

/** A provider of either kind, as far as another one can be in its way. */
export interface ProviderNames {
  readonly name: string;
  readonly proxyFqdn: string;
}

/** What is wanted of a provider. */
export interface ProviderWanted {
  /** Of a provider to add; null = it is there. */
  readonly name: string | null;
  /** What is given, by field of the noun; a field left out stays as it is. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Every other provider, of both kinds. */
  readonly others: readonly ProviderNames[];
  readonly defaultRouting: boolean;
}

/** What can be wrong with a provider: its name, or a field of its noun. */
export type ProviderInput =
  | 'name'
  | 'proxyFqdn'
  | 'iconUrl'
  | 'nameDecorationRoutingDomain'
  | 'nameDecorationExcludedDomainList'
  | 'autodiscoverUrl'
  | 'sipClientPort';

/** What is wrong with each, as the error main refuses it with. */
export type ProviderProblems = Readonly<Partial<Record<ProviderInput, EdgewiseError>>>;

/** TCP has no others. */
const PORTS = { min: 1, max: 65_535 } as const;

/**
 * What no server takes of a provider, or could use: names and Access Edges are unique across both kinds, and default
 * routing excludes every provider (New-CsPublicProvider and New-CsHostingProvider help). conflict.default-routing stands
 * at the Access Edge; conflict.provider-name-taken and conflict.provider-edge-taken name who has it.
 */
export function providerProblems(wanted: ProviderWanted): ProviderProblems {
  const { name, values } = wanted;
  const found: readonly (readonly [ProviderInput, EdgewiseError | null])[] = [
    ['name', name === null ? null : nameProblem(name, wanted)],
    ['proxyFqdn', edgeProblem(wanted)],
    ['iconUrl', addressProblem('IconUrl', values['iconUrl'])],
    ['nameDecorationRoutingDomain', domainsProblem(values['nameDecorationRoutingDomain'], (text) => [text])],
    ['nameDecorationExcludedDomainList', domainsProblem(values['nameDecorationExcludedDomainList'], listMembers)],
    ['autodiscoverUrl', addressProblem('AutodiscoverUrl', values['autodiscoverUrl'])],
    ['sipClientPort', portProblem(values['sipClientPort'])],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}

/** The same check for `main`: throws the first problem. */
export function requireProvider(wanted: ProviderWanted): void {
  const [first] = Object.values(providerProblems(wanted));
  if (first !== undefined) throw new Failure(first);
}

function nameProblem(name: string, { others }: ProviderWanted): EdgewiseError | null {
  if (name.trim() === '') return edgewiseError('input.provider-name-empty', {});
  const namesake = others.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return namesake === undefined ? null : edgewiseError('conflict.provider-name-taken', { name: namesake.name });
}

function edgeProblem({ name, values, others, defaultRouting }: ProviderWanted): EdgewiseError | null {
  if (name !== null && defaultRouting) return edgewiseError('conflict.default-routing', {});
  const given = values['proxyFqdn'];
  // A provider to add must have one; of one that is there it may stay as it is.
  if (given === undefined && name === null) return null;
  const proxyFqdn = String(given ?? '');
  if (proxyFqdn.trim() === '') return edgewiseError('input.provider-edge-empty', {});
  const refused = refusalOf(() => requireDomainName(proxyFqdn));
  if (refused !== null) return refused;
  const neighbour = others.find((each) => sameDomain(each.proxyFqdn, proxyFqdn));
  return neighbour === undefined
    ? null
    : edgewiseError('conflict.provider-edge-taken', { proxyFqdn, name: neighbour.name });
}

function addressProblem(field: string, given: FieldValue | undefined): EdgewiseError | null {
  if (typeof given !== 'string' || given.trim() === '') return null;
  return /^https?:\/\/[^\s/?#]\S*$/i.test(given)
    ? null
    : edgewiseError('input.web-address-malformed', { field, address: given });
}

function domainsProblem(
  given: FieldValue | undefined,
  namesIn: (text: string) => readonly string[],
): EdgewiseError | null {
  if (typeof given !== 'string' || given.trim() === '') return null;
  for (const name of namesIn(given)) {
    const refused = refusalOf(() => requireDomainName(name));
    if (refused !== null) return refused;
  }
  return null;
}

function portProblem(given: FieldValue | undefined): EdgewiseError | null {
  if (typeof given !== 'number') return null;
  const { min, max } = PORTS;
  if (Number.isInteger(given) && given >= min && given <= max) return null;
  return edgewiseError('input.number-out-of-range', { field: 'SipClientPort', value: given, min, max });
}

function refusalOf(check: () => unknown): EdgewiseError | null {
  try {
    check();
    return null;
  } catch (caught) {
    return errorFrom(caught);
  }
}
