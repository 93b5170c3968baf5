import { HostRefusal, type RemoteHost } from '../../psrp/host/host.ts';
import { HostMethod } from '../../psrp/host/methods.ts';
import type { ErrorRecord, PipelineEvent } from '../../psrp/records.ts';
import type { BoundParameters, CommandShape } from './binding/shape.ts';
import { VARIABLE_PARAMETERS } from './binding/validate.ts';
import { promptFailed, variableNotAllowed } from './errors/engine-errors.ts';
import { choiceParameters, confirmation, Confirmation } from './confirmation.ts';
import { Stopped, Terminating } from './errors/terminating.ts';

/** The streams of one command but output, under its common parameters (MshCommandRuntime, seen with 7.6 and a null host). */
export interface CommandStreams {
  readonly error: (record: ErrorRecord) => void;
  readonly shouldProcess: (target: string) => Promise<boolean>;
}

/** What decides how a command's streams behave. */
export interface StreamOptions {
  readonly command: CommandShape;
  readonly parameters: BoundParameters;
  readonly emit: (event: PipelineEvent) => void;
  readonly host: RemoteHost | null;
  readonly signal: AbortSignal;
}

/** Builds a command's streams. Throws Terminating for -OutVariable and its kin: a NoLanguage runspace has no variables. */
export function commandStreams(options: StreamOptions): CommandStreams {
  const { command, parameters, emit, host, signal } = options;
  if ([...VARIABLE_PARAMETERS].some((name) => parameters.has(name))) throw new Terminating(variableNotAllowed());
  const action = parameters.get('ErrorAction') ?? 'Continue';
  /** What was answered for all that is still to come. */
  let forAll: boolean | null = null;

  function error(record: ErrorRecord): void {
    if (action === 'Stop') throw new Terminating(record);
    if (action === 'Inquire') throw ask(record.message);
    if (action === 'Continue') emit({ kind: 'error', record });
  }

  async function shouldProcess(target: string): Promise<boolean> {
    const what = `Performing the operation "${command.name}" on target "${target}".`;
    if (parameters.get('WhatIf') === true) {
      // A null host takes it and shows nothing.
      host?.tell(HostMethod.WriteLine2, [`What if: ${what}`]);
      return false;
    }
    if (parameters.get('Confirm') === true && !(forAll ?? (await confirmed(what)))) return false;
    if (parameters.get('Verbose') === true) emit({ kind: 'verbose', text: what });
    return true;
  }

  /** Asks the host, as PowerShell does. */
  async function confirmed(what: string): Promise<boolean> {
    const question = confirmation(what);
    if (host === null) throw ask(question.message);
    try {
      const answer = await host.ask(HostMethod.PromptForChoice, choiceParameters(question));
      if (answer === Confirmation.YES_TO_ALL || answer === Confirmation.NO_TO_ALL) {
        forAll = answer === Confirmation.YES_TO_ALL;
      }
      return answer === Confirmation.YES || answer === Confirmation.YES_TO_ALL;
    } catch (caught) {
      if (!(caught instanceof HostRefusal)) throw caught;
      throw signal.aborted ? new Stopped() : ask(question.message);
    }
  }

  function ask(question: string): Terminating {
    return new Terminating(promptFailed(command.name, command.implementingType, question));
  }

  return { error, shouldProcess };
}
