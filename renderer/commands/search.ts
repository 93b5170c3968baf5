import { formatMessage, languages } from '../../shared/i18n/index.ts';
import { COMMAND_GROUPS, type Command } from './command.ts';

/**
 * The commands in which every word of the query is found, in any language's words: those that can be used before those
 * that cannot, of either those whose name begins with the query first, and otherwise in the order of the groups. An empty
 * query finds all.
 */
export function searchCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const wanted = words.join(' ');
  return commands
    .map((command) => ({ command, names: namesOf(command) }))
    .filter(({ names }) => words.every((word) => names.some((name) => name.includes(word))))
    .map(({ command, names }) => ({ command, rank: rankOf(command, names, wanted) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}

/** Title and group in every language, so that a Korean window finds “refresh” and an English one “새로 고침”. */
function namesOf({ title, also = title, values, group }: Command): readonly string[] {
  return languages.flatMap((language) => [
    folded(formatMessage(language, title, values)),
    folded(formatMessage(language, also, values)),
    folded(formatMessage(language, group)),
  ]);
}

function rankOf({ group, unavailable }: Command, names: readonly string[], wanted: string): number {
  const begins = wanted !== '' && names.some((name) => name.startsWith(wanted));
  const last = (unavailable === null ? 0 : 2) + (begins ? 0 : 1);
  return last * COMMAND_GROUPS.length + COMMAND_GROUPS.indexOf(group);
}

/** One form for one text: Korean may arrive decomposed from a file or a Mac. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
