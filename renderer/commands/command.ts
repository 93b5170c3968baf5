import type { MessageId, MessageValues } from '../../shared/i18n/index.ts';

/** The groups of the palette, in their order. */
export const COMMAND_GROUPS = [
  'palette.group.panel',
  'palette.group.deployment',
  'palette.group.go-to',
  'palette.group.open',
  'shell.theme',
  'shell.language',
  'palette.group.help',
] as const satisfies readonly MessageId[];

/** The group of a command: the message that names it. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that can be done, by name. */
export interface Command {
  /** One of a kind in the window, such as `domains/refresh`: with a stroke, for what has a dot is a message. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: MessageId;
  /** What it is called elsewhere, such as in its menu: it is found by that as well. */
  readonly also?: MessageId;
  /** What the title's placeholders take, such as a deployment's name. */
  readonly values?: MessageValues;
  /** The key that does the same where it works, such as `Delete`. */
  readonly keys?: string;
  /** Why it cannot be used now, in words, or null. */
  readonly unavailable: string | null;
  readonly run: () => void;
}
