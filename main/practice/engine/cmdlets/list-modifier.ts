import { asText, dictionaryEntry, isPsObject, itemsOf } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { Refusal } from '../errors/store-errors.ts';

const KEYS: readonly string[] = ['add', 'remove', 'replace'];

/**
 * A list after a PSListModifier (System.Management.Automation): a list, or one value, takes the place of the old one; a
 * Hashtable has Replace, or Add and Remove. Text is compared without regard to case, and nothing stands there twice.
 * Throws a Refusal for a Hashtable with any other key.
 */
export function modifiedTexts(before: readonly string[], modifier: PsValue | undefined): readonly string[] {
  if (!isPsObject(modifier) || modifier.dictionary === undefined) return distinct(textsIn(modifier));
  const keys = modifier.dictionary.map(([key]) => asText(key) ?? '');
  const wrong = keys.find((key) => !KEYS.includes(key.toLowerCase()));
  if (wrong !== undefined) {
    throw new Refusal('listModifier', `"${wrong}" is not Add, Remove or Replace.`, wrong);
  }
  const replace = dictionaryEntry(modifier, 'Replace');
  if (replace !== undefined) return distinct(textsIn(replace));
  const removed = new Set(textsIn(dictionaryEntry(modifier, 'Remove')).map((text) => text.toLowerCase()));
  const kept = before.filter((text) => !removed.has(text.toLowerCase()));
  return distinct([...kept, ...textsIn(dictionaryEntry(modifier, 'Add'))]);
}

/** The texts of a list, or of one value; none for null. */
export function textsIn(value: PsValue | undefined): readonly string[] {
  return itemsOf(value).flatMap((item) => asText(item) ?? []);
}

function distinct(texts: readonly string[]): readonly string[] {
  const seen = new Map(texts.map((text) => [text.toLowerCase(), text]));
  return [...seen.values()];
}
