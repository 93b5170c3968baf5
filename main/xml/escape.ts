const IN_TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const IN_ATTRIBUTE: Readonly<Record<string, string>> = {
  ...IN_TEXT,
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
};

/**
 * Escapes text for the inside of an element (XML 1.0 2.4). A carriage return becomes a character reference, for a parser
 * would read it as a line feed. Characters XML cannot hold are the caller's to encode: CLIXML has `_xHHHH_` for them.
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, replaceInText);
}

/** Escapes text for an attribute value in double quotes; tabs and line ends survive attribute normalisation (XML 1.0 3.3.3). */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, replaceInAttribute);
}

function replaceInText(character: string): string {
  return IN_TEXT[character] ?? character;
}

function replaceInAttribute(character: string): string {
  return IN_ATTRIBUTE[character] ?? character;
}
