/** One DER element: tag byte, content, and where the next element starts. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly end: number;
}

/** DER tags that certificates and SPNEGO tokens need (X.690 8.1.2; context tags are class 10, constructed). */
export const DER_TAG = {
  octetString: 0x04,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  sequence: 0x30,
  application0: 0x60,
  context0: 0xa0,
  context1: 0xa1,
  context2: 0xa2,
  context3: 0xa3,
} as const;

/**
 * Reads the element at `offset`. Gives null when the bytes are not one definite-length element of a one-byte tag that
 * fits; certificates and SPNEGO use no other. Source: X.690 8.1.
 */
export function readDer(bytes: Uint8Array, offset = 0): DerElement | null {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  let start = offset + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) return null;
    length = 0;
    for (let index = 0; index < count; index += 1) {
      const digit = bytes[start + index];
      if (digit === undefined) return null;
      length = length * 256 + digit;
    }
    start += count;
  }
  if (start + length > bytes.length) return null;
  return { tag, content: bytes.subarray(start, start + length), end: start + length };
}

/** The elements directly inside `content`, in order; null when any of it is not DER. */
export function derChildren(content: Uint8Array): readonly DerElement[] | null {
  const elements: DerElement[] = [];
  let offset = 0;
  while (offset < content.length) {
    const element = readDer(content, offset);
    if (element === null) return null;
    elements.push(element);
    offset = element.end;
  }
  return elements;
}

/** An object identifier's content as dotted text, e.g. `1.2.840.113549.1.1.12`. Source: X.690 8.19. */
export function oidText(content: Uint8Array): string {
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  const joint = arcs[0] ?? 0;
  const root = Math.min(Math.floor(joint / 40), 2);
  return [root, joint - root * 40, ...arcs.slice(1)].join('.');
}

/** Encodes one element with the shortest length form. `parts` are concatenated as its content. Source: X.690 10.1. */
export function encodeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  const digits: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  const length = content.length < 0x80 ? [content.length] : [0x80 | digits.length, ...digits];
  return Buffer.concat([Uint8Array.of(tag, ...length), content]);
}
