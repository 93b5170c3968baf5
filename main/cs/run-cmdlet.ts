import { failure } from '../../shared/errors.ts';
import type { CommandArgument, PipelineEvent, PsValue } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import { cmdletFailure } from './cmdlet-failure.ts';

export interface RunCmdletOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with every output object as it arrives. What it throws is thrown once the pipeline has ended. */
  readonly onOutput?: ((value: PsValue) => void) | undefined;
}

/**
 * Runs one cmdlet in a pipeline of its own. Throws what the session throws, the Failure of the cmdlet's first error
 * record (a cmdlet that wrote an error did not do its work, whatever else it wrote), or powershell.stopped.
 */
export async function runCmdlet(
  session: RemoteSession,
  cmdlet: string,
  args: readonly CommandArgument[],
  { signal, onOutput }: RunCmdletOptions = {},
): Promise<void> {
  const broken: unknown[] = [];
  const onEvent = (event: PipelineEvent): void => {
    if (event.kind !== 'output' || onOutput === undefined || broken.length > 0) return;
    try {
      onOutput(event.value);
    } catch (caught) {
      // Kept for the end: thrown here it would tear down a pipeline that the server is still running.
      broken.push(caught);
    }
  };
  const command = { name: cmdlet, arguments: args };
  const outcome = await session.run([command], { onEvent, ...(signal === undefined ? {} : { signal }) });
  const record = outcome.errors[0] ?? outcome.reason;
  if (record !== null) throw cmdletFailure(cmdlet, args, record);
  if (outcome.state !== 'completed') throw failure('powershell.stopped', {}, { cmdlet });
  if (broken.length > 0) throw broken[0];
}
