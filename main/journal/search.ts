import type { KeptEntry } from './entries.ts';

/** The form in which texts are compared: Korean may arrive decomposed. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/**
 * Whether an entry is found by what a person typed: every word somewhere in deployment, address, user, PowerShell or
 * what its objects held; a word that begins with `*` at the end of a domain it changed, as in the panel of the domains;
 * one that begins with `=` as the whole name of it, in quotation marks where the name has blanks.
 */
export function searchOf(typed: string): (entry: Pick<KeptEntry, 'searched' | 'objects'>) => boolean {
  const quoted: string[] = [];
  const words = folded(typed)
    .replace(/="([^"]+)"/g, (_all, name: string) => {
      quoted.push(name);
      return ' ';
    })
    .split(/\s+/)
    .filter((word) => !/^[*=]*$/.test(word));
  const ends = words.filter((word) => word.startsWith('*')).map((word) => word.replace(/^\*+/, ''));
  const names = [...quoted, ...words.filter((word) => word.startsWith('=')).map((word) => word.slice(1))];
  const parts = words.filter((word) => !/^[*=]/.test(word));
  return ({ searched, objects }) =>
    parts.every((part) => searched.some((text) => text.includes(part))) &&
    names.every((whole) => objects.includes(whole)) &&
    ends.every((end) => objects.some((name) => name.endsWith(end)));
}
