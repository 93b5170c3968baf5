import { failure, type Failure } from '../../shared/errors.ts';
import type { GivenOptions } from './options.ts';

/** What is wrong with one option or word: the last part of its message id `cli.reason.<id>`. */
export type OptionReason =
  | 'option-unknown'
  | 'option-twice'
  | 'option-value'
  | 'option-empty'
  | 'option-no-value'
  | 'secret-needless'
  | 'words-surplus';

/** A refusal of one option or word, which `detail` is. */
export function wrongOption(reason: OptionReason, detail: string): Failure {
  return failure('input.option', { reason: `cli.reason.${reason}`, detail });
}

/** A refusal of a command line that lacks something: `--user`. */
export function missing(option: string): Failure {
  return failure('input.option-missing', { option });
}

/** A refusal of a value that is none of those an option takes. */
export function wrongChoice(option: string, value: string, choices: readonly string[]): Failure {
  return failure('input.option-choice', { option, value, choices: choices.join(', ') });
}

/** A refusal of options that mean nothing beside each other, as written: `--auth ntlm`. */
export function together(...options: readonly string[]): Failure {
  return failure('input.options-exclusive', { options: options.join(', ') });
}

/** Refuses a command line that does not say where to connect. Throws input.connection-missing. */
export function requireConnection({ texts, flags }: GivenOptions): void {
  if (texts.has('url') || texts.has('deployment') || flags.has('practice')) return;
  throw failure('input.connection-missing', {});
}
