/** One scheme a server offers, with its token68 when it sent one. */
export interface Offer {
  readonly scheme: string;
  /** Base64 as sent; null for a bare scheme or one with parameters (`Basic realm="…"`). */
  readonly token: string | null;
}

/**
 * Reads WWW-Authenticate, whether the schemes come in several fields or in one with commas; quoted parameters may hold
 * commas of their own. What cannot be read is passed over. Source: RFC 7235 2.1 and 4.1.
 */
export function readOffers(fields: readonly string[]): readonly Offer[] {
  return fields.flatMap(splitOutsideQuotes).flatMap((part) => {
    const match = /^([!#$%&'*+.^_`|~\w-]+)(?:\s+(.+))?$/.exec(part.trim());
    const scheme = match?.[1];
    // `name=value` is a further parameter of the scheme before it.
    if (scheme === undefined) return [];
    const rest = match?.[2] ?? '';
    return [{ scheme, token: /^[A-Za-z0-9\-._~+/]+=*$/.test(rest) ? rest : null }];
  });
}

/** The offer of a scheme, whatever its case; null when it is not among them. */
export function offerOf(offers: readonly Offer[], scheme: string): Offer | null {
  return offers.find((offer) => offer.scheme.toLowerCase() === scheme.toLowerCase()) ?? null;
}

/** The schemes of offers for a sentence, each once, as the server spells it first: `Negotiate, NTLM`. */
export function schemesOf(offers: readonly Offer[]): string {
  return [...new Set(offers.map(({ scheme }) => offerOf(offers, scheme)?.scheme ?? scheme))].join(', ');
}

function splitOutsideQuotes(field: string): readonly string[] {
  return field.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
}
