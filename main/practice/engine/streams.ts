import type { ErrorRecord, PipelineEvent } from '../../psrp/records.ts';
import type { BoundParameters, CommandShape } from './binding/shape.ts';
import { VARIABLE_PARAMETERS } from './binding/validate.ts';
import { promptFailed, variableNotAllowed } from './errors/engine-errors.ts';
import { Terminating } from './errors/terminating.ts';

/** The streams of one command but output, under its common parameters (MshCommandRuntime, seen with 7.6 and a null host). */
export interface CommandStreams {
  readonly error: (record: ErrorRecord) => void;
  readonly shouldProcess: (target: string) => boolean;
}

/** What decides how a command's streams behave. */
export interface StreamOptions {
  readonly command: CommandShape;
  readonly parameters: BoundParameters;
  readonly emit: (event: PipelineEvent) => void;
}

/** Builds a command's streams. Throws Terminating for -OutVariable and its kin: a NoLanguage runspace has no variables. */
export function commandStreams(options: StreamOptions): CommandStreams {
  const { command, parameters, emit } = options;
  if ([...VARIABLE_PARAMETERS].some((name) => parameters.has(name))) throw new Terminating(variableNotAllowed());
  const action = parameters.get('ErrorAction') ?? 'Continue';

  function error(record: ErrorRecord): void {
    if (action === 'Stop') throw new Terminating(record);
    if (action === 'Inquire') throw ask(record.message);
    if (action === 'Continue') emit({ kind: 'error', record });
  }

  function shouldProcess(target: string): boolean {
    // The "What if:" line is written to the host, and a null host takes it and shows nothing.
    if (parameters.get('WhatIf') === true) return false;
    const what = `Performing the operation "${command.name}" on target "${target}".`;
    if (parameters.get('Confirm') === true) throw ask(`Are you sure you want to perform this action?\n${what}`);
    if (parameters.get('Verbose') === true) emit({ kind: 'verbose', text: what });
    return true;
  }

  function ask(question: string): Terminating {
    return new Terminating(promptFailed(command.name, command.implementingType, question));
  }

  return { error, shouldProcess };
}
