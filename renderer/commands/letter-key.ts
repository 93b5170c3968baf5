/** What of a key press says which letter it is. */
export interface LetterPress {
  readonly key: string;
  /** Where the key is on the keyboard, such as `KeyA`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Whether a letter is pressed with Ctrl or ⌘. Where the layout has no Latin letter on that key it goes by the key's place:
 * a Korean layout gives ㅁ for A. By the place alone Ctrl+Q of a French layout, which has Q there, would be Ctrl+A.
 */
export function isLetterPressed({ key, code, ctrlKey, metaKey }: LetterPress, letter: string): boolean {
  if (!ctrlKey && !metaKey) return false;
  if (key.toLowerCase() === letter) return true;
  return code === `Key${letter.toUpperCase()}` && !/^[a-z]$/i.test(key);
}
