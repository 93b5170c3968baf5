import { filterTokens } from './tokens.ts';

/**
 * The SIP addresses, in small letters, that a filter asks for when it asks for nothing else (`SipAddress -eq 'sip:…'`,
 * joined with -or, in brackets or not); null = it asks for something else. A directory has an index for them, and so
 * one of 50,000 is not gone through for one of them. The filter is one that can be read (`readFilter`).
 */
export function addressesAsked(text: string): readonly string[] | null {
  // Brackets change nothing where everything is joined with -or.
  const tokens = filterTokens(text).filter(({ kind, text: sign }) => kind !== 'sign' || (sign !== '(' && sign !== ')'));
  const addresses: string[] = [];
  for (let at = 0; at < tokens.length; at += 4) {
    const [property, equals, address, or] = tokens.slice(at, at + 4);
    if (property?.kind !== 'word' || property.text.toLowerCase() !== 'sipaddress') return null;
    if (equals?.kind !== 'operator' || equals.text !== 'eq' || address?.kind !== 'text') return null;
    if (or !== undefined && (or.kind !== 'operator' || or.text !== 'or')) return null;
    addresses.push(address.text.toLowerCase());
  }
  return addresses;
}
