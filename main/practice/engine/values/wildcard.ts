/** A compiled wildcard pattern. */
export type Wildcard = (text: string) => boolean;

/**
 * Compiles a PowerShell wildcard pattern: `*`, `?`, `[a-z]`, and a backtick that takes the next character's meaning away
 * (System.Management.Automation.WildcardPattern). Letters match without regard to case. An unclosed `[` stands for
 * itself here; ask `isClosed` first where PowerShell would throw.
 */
export function wildcard(pattern: string): Wildcard {
  let source = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (character === '`' && index + 1 < pattern.length) {
      index += 1;
      source += literal(pattern.charAt(index));
    } else if (character === '*') {
      source += '[^]*';
    } else if (character === '?') {
      source += '[^]';
    } else if (character === '[' && pattern.includes(']', index + 2)) {
      const end = pattern.indexOf(']', index + 2);
      source += characterClass(pattern.slice(index + 1, end));
      index = end;
    } else {
      source += literal(character);
    }
  }
  const compiled = new RegExp(`^${source}$`, 'i');
  return (text) => compiled.test(text);
}

/** Whether every `[` of a pattern is closed: PowerShell throws a WildcardPatternException for one that is not. */
export function isClosed(pattern: string): boolean {
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (character === '`') index += 1;
    if (character !== '[') continue;
    index = pattern.indexOf(']', index + 2);
    if (index < 0) return false;
  }
  return true;
}

/** Whether a text has a character that is special in a wildcard pattern. */
export function hasWildcard(text: string): boolean {
  return /[*?[]/.test(text);
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}

/** A class from its inside, e.g. `a-c5`; a range that runs backwards matches nothing. */
function characterClass(inside: string): string {
  let members = '';
  for (let index = 0; index < inside.length; index += 1) {
    const from = inside.charAt(index);
    if (inside.charAt(index + 1) === '-' && index + 2 < inside.length) {
      const to = inside.charAt(index + 2);
      if (from <= to) members += `${classLiteral(from)}-${classLiteral(to)}`;
      index += 2;
    } else {
      members += classLiteral(from);
    }
  }
  return members === '' ? '(?!)' : `[${members}]`;
}

function classLiteral(character: string): string {
  return character.replace(/[\\\]^[-]/, '\\$&');
}
