/**
 * Filters of Get-CsUser, made of typed values alone. A quotation mark is the one way out of a quoted text, and which
 * signs are quotation marks to this filter is not written down: to PowerShell the curly ones are too. So none is ever
 * sent: where one stands, a wildcard does, and who reads the answer compares again.
 */

const QUOTE = /['\u2018-\u201f"]/;
const CURLY = /[\u2018-\u201b]/g;
/** What PowerShell or a pattern may take for something else than itself; `*` alone means the same to everybody. */
const SPECIAL = /['"`?[\]\u2018-\u201f]/g;

/** `property` is this value: those who have it, and perhaps a few more. null = it is empty. */
export function isValue(property: string, value: string | null): string {
  if (value === null) return `${property} -eq $null`;
  return QUOTE.test(value) ? `${property} -like '${pattern(value)}'` : `${property} -eq '${value}'`;
}

/** Whether two values are one: without regard to case and to how an apostrophe is written. */
export function sameValue(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : folded(one) === folded(other);
}

/** `property` has this text somewhere in it: those who have it, and perhaps a few more. `*` in it is any text. */
export function hasText(property: string, text: string): string {
  return `${property} -like '${pattern(`*${text}*`)}'`;
}

/** All of them, or any of them; none is the empty text, one alone stands without brackets. */
export function joined(how: '-and' | '-or', parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(` ${how} `);
}

/** Whether a value has a text in it as `hasText` means it: without regard to case and to how an apostrophe is written. */
export function valueHasText(value: string, text: string): boolean {
  const within = folded(value);
  let from = 0;
  return folded(text)
    .split('*')
    .every((part) => {
      const at = within.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
}

function pattern(text: string): string {
  return text.replaceAll(SPECIAL, '*').replaceAll(/\*+/g, '*');
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(CURLY, "'");
}
