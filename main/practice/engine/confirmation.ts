import { listOf, psObject } from '../../psrp/clixml/build.ts';
import type { PsValue } from '../../psrp/clixml/values.ts';
import type { ChoiceQuestion, HostChoice } from '../../psrp/host/host.ts';

/** What -Confirm offers over a remote host, which has no prompt within the prompt to suspend for (seen with 7.6). */
const CHOICES: readonly HostChoice[] = [
  { label: '&Yes', help: 'Continue with only the next step of the operation.' },
  { label: 'Yes to &All', help: 'Continue with all the steps of the operation.' },
  { label: '&No', help: 'Skip this operation and proceed with the next operation.' },
  { label: 'No to A&ll', help: 'Skip this operation and all subsequent operations.' },
];

/** The places of the answers. */
export const Confirmation = { YES: 0, YES_TO_ALL: 1, NO: 2, NO_TO_ALL: 3 } as const;

/** The question whether an operation is to be performed; `what` is its sentence. */
export function confirmation(what: string): ChoiceQuestion {
  const message = `Are you sure you want to perform this action?\n${what}`;
  return { caption: 'Confirm', message, choices: CHOICES, defaults: [Confirmation.YES] };
}

/** A question as parameters of PromptForChoice (MS-PSRP 2.2.3.17). */
export function choiceParameters({ caption, message, choices, defaults }: ChoiceQuestion): readonly PsValue[] {
  const offered = choices.map(({ label, help }) => psObject({ extended: { label, helpMessage: help } }));
  return [caption, message, listOf(offered, ['System.Collections.ArrayList', 'System.Object']), defaults[0] ?? -1];
}
