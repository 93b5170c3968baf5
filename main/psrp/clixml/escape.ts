import { escapeAttribute, escapeText } from '../../xml/escape.ts';

/**
 * What stands as `_xHHHH_`: control characters, every surrogate unit, and an underscore that would read as an escape.
 * U+FFFE and U+FFFF go with them, though PowerShell sends those raw: no XML parser but .NET's takes them.
 */
const ENCODED = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]|_(?=[xX])/g;
const ESCAPE = /_[xX]([0-9a-fA-F]{4})_/g;
const NONCHARACTER = /[\ufffe\uffff]|&#(?:x0*[fF]{3}([eEfF])|0*6553([45]));/g;

/** Encodes a string as the text of an element: CLIXML's own escapes, then XML's (MS-PSRP 2.2.5.3.2). Any UTF-16 text survives. */
export function encodeText(text: string): string {
  return escapeText(text.replace(ENCODED, escapeOf));
}

/** As `encodeText`, for an attribute value in double quotes: property names. */
export function encodeName(name: string): string {
  return escapeAttribute(name.replace(ENCODED, escapeOf));
}

/** Resolves `_xHHHH_` in one pass from left to right; what an escape gives is not read again (MS-PSRP 2.2.5.3.2). */
export function decodeText(text: string): string {
  if (!text.includes('_')) return text;
  return text.length < LONG ? text.replace(ESCAPE, characterOf) : decodeLong(text);
}

/**
 * Puts escapes for U+FFFE and U+FFFF, raw or as character references, which PowerShell sends and saxes refuses for the
 * whole document. No underscore of the sender can run into the new one: before an `x` it would be escaped itself.
 */
export function escapeNoncharacters(xml: string): string {
  return xml.includes('\ufffe') || xml.includes('\uffff') || xml.includes('&#')
    ? xml.replace(NONCHARACTER, nonCharacterEscape)
    : xml;
}

/** From here on a text of escapes alone would make more strings than there is memory for. */
const LONG = 64 * 1024;

/** As `decodeText`, into one piece of memory. */
function decodeLong(text: string): string {
  // Not a TextDecoder at the end: half a surrogate pair must stay one.
  const units = Buffer.allocUnsafe(text.length * 2);
  const escape = new RegExp(ESCAPE, 'y');
  let length = 0;
  for (let at = 0; at < text.length; length += 2) {
    let unit = text.charCodeAt(at);
    escape.lastIndex = at;
    const hexadecimal = unit === UNDERSCORE ? escape.exec(text)?.[1] : undefined;
    if (hexadecimal !== undefined) unit = Number.parseInt(hexadecimal, 16);
    at += hexadecimal === undefined ? 1 : ESCAPE_LENGTH;
    units.writeUInt16LE(unit, length);
  }
  return units.toString('utf16le', 0, length);
}

const UNDERSCORE = 0x5f;
const ESCAPE_LENGTH = '_xHHHH_'.length;

function escapeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function characterOf(_escape: string, hexadecimal: string): string {
  return String.fromCharCode(Number.parseInt(hexadecimal, 16));
}

function nonCharacterEscape(found: string, lastHexadecimal?: string, lastDecimal?: string): string {
  const isFffe = found === '\ufffe' || lastHexadecimal?.toLowerCase() === 'e' || lastDecimal === '4';
  return isFffe ? '_xFFFE_' : '_xFFFF_';
}
