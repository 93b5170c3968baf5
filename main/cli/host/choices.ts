import { formatMessage, type Language } from '../../../shared/i18n/index.ts';
import type { ChoiceQuestion, HostChoice } from '../../psrp/index.ts';
import { printable } from '../output/text.ts';

/** Asks for a line, and writes lines: what a question needs of the terminal. */
export interface Asking {
  readonly language: Language;
  /** A line that is typed; what it rejects with ends the question. */
  ask(question: string, echo?: boolean): Promise<string>;
  /** Text of our own or of the server, already printable, with its line breaks. */
  say(text: string): void;
}

interface Offered {
  readonly key: string;
  readonly label: string;
  readonly help: string;
}

/** Asks for one choice as PowerShell's own host does, until there is an answer. Gives its place. */
export async function askChoice(question: ChoiceQuestion, asking: Asking): Promise<number> {
  const offered = question.choices.map(offer);
  const [preset] = question.defaults;
  const presetKey = preset === undefined ? undefined : keyOf(offered[preset]);
  const line = `${offered.map(written).join('  ')}  [?] ${formatMessage(asking.language, 'cli.host.help')}`;
  const ends =
    presetKey === undefined ? ': ' : ` ${formatMessage(asking.language, 'cli.host.default', { key: presetKey })}: `;
  sayHeading(question, asking);
  for (;;) {
    const typed = (await asking.ask(`${line}${ends}`)).trim();
    if (typed === '' && preset !== undefined) return preset;
    if (typed === '?') sayHelp(offered, asking);
    const place = placeOf(offered, typed);
    if (place !== null) return place;
  }
}

/** Asks for choices one after another until an empty line; none at all are the defaults. Gives their places, each once. */
export async function askChoices(question: ChoiceQuestion, asking: Asking): Promise<readonly number[]> {
  const offered = question.choices.map(offer);
  const chosen = new Set<number>();
  sayHeading(question, asking);
  asking.say(`${offered.map(written).join('\n')}\n[?] ${formatMessage(asking.language, 'cli.host.help')}\n`);
  const preset = question.defaults.map((place) => keyOf(offered[place])).join(',');
  if (preset !== '') asking.say(`${formatMessage(asking.language, 'cli.host.defaults', { keys: preset })}\n`);
  for (;;) {
    const ask = formatMessage(asking.language, 'cli.host.choice', { number: chosen.size });
    const typed = (await asking.ask(`${ask} `)).trim();
    if (typed === '') return chosen.size === 0 ? question.defaults : [...chosen];
    if (typed === '?') sayHelp(offered, asking);
    const place = placeOf(offered, typed);
    if (place !== null) chosen.add(place);
  }
}

/** Caption and message of a question, each on lines of its own. */
export function sayHeading(
  { caption, message }: { readonly caption: string; readonly message: string },
  asking: Asking,
): void {
  for (const text of [caption, message]) if (text !== '') asking.say(`${printable(text)}\n`);
}

/** A label without the `&` that stands before its key; no key where there is none (HostUIHelperMethods). */
export function plainLabel(label: string): { readonly key: string; readonly label: string } {
  const at = label.indexOf('&');
  if (at === -1) return { key: '', label: printable(label) };
  const key = label.slice(at + 1, at + 2).trim();
  return { key: printable(key.toUpperCase()), label: printable(label.slice(0, at) + label.slice(at + 1)) };
}

function offer(choice: HostChoice): Offered {
  return { ...plainLabel(choice.label), help: printable(choice.help) };
}

function written({ key, label }: Offered): string {
  return key === '' ? `[${label}]` : `[${key}] ${label}`;
}

function keyOf(offered: Offered | undefined): string {
  return offered === undefined || offered.key === '' ? (offered?.label ?? '') : offered.key;
}

function placeOf(offered: readonly Offered[], typed: string): number | null {
  const wanted = typed.toUpperCase();
  const place = offered.findIndex(({ key, label }) => wanted !== '' && [key, label.toUpperCase()].includes(wanted));
  return place === -1 ? null : place;
}

function sayHelp(offered: readonly Offered[], asking: Asking): void {
  for (const each of offered) asking.say(`${keyOf(each)} - ${each.help === '' ? each.label : each.help}\n`);
}
