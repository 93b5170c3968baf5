/**
 * The DER of a NameConstraints extension that permits loopback and nothing else (RFC 5280 4.2.1.10): the DNS name
 * `localhost`, 127.0.0.1/32 and ::1/128. A certificate of this authority for any other name is refused by every
 * verifier, so that its key, which lies in a file of the practice deployment, can harm nobody.
 */
export function loopbackOnly(): Uint8Array<ArrayBuffer> {
  const permitted = [
    generalName(DNS_NAME, new TextEncoder().encode('localhost')),
    generalName(IP_ADDRESS, Uint8Array.of(127, 0, 0, 1, 255, 255, 255, 255)),
    generalName(IP_ADDRESS, Uint8Array.of(...loopbackV6(), ...new Array<number>(16).fill(255))),
  ];
  const subtrees = permitted.map((name) => der(SEQUENCE, name));
  return der(SEQUENCE, der(PERMITTED_SUBTREES, concat(subtrees)));
}

const SEQUENCE = 0x30;
const PERMITTED_SUBTREES = 0xa0;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;
const LONGEST_SHORT_FORM = 127;

function loopbackV6(): readonly number[] {
  return [...new Array<number>(15).fill(0), 1];
}

function generalName(tag: number, value: Uint8Array): Uint8Array<ArrayBuffer> {
  return der(tag, value);
}

/** One DER value. Everything here is short; a longer one would need the long form of the length. */
function der(tag: number, value: Uint8Array): Uint8Array<ArrayBuffer> {
  if (value.length > LONGEST_SHORT_FORM) throw new RangeError(`DER value of ${value.length} bytes`);
  return Uint8Array.of(tag, value.length, ...value);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
