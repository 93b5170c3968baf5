import type { PsValue } from '../psrp/clixml/values.ts';
import type { ErrorRecord, PipelineEvent } from '../psrp/records.ts';
import type { PipelineOutcome } from './session.ts';

/** Takes a pipeline's events in order and gives its outcome at the end. */
export interface Collector {
  take(event: PipelineEvent): void;
  /** What came, under the state the pipeline ended in. */
  outcome(state: PipelineOutcome['state']): PipelineOutcome;
}

/**
 * Collects the streams of one pipeline. With `onEvent` every record goes there as it arrives and output is not kept,
 * so that 20,000 objects are held once; errors and warnings are kept either way.
 */
export function createCollector(onEvent?: (event: PipelineEvent) => void): Collector {
  const output: PsValue[] = [];
  const errors: ErrorRecord[] = [];
  const warnings: string[] = [];
  let reason: ErrorRecord | null = null;
  return {
    take(event) {
      if (event.kind === 'output' && onEvent === undefined) output.push(event.value);
      if (event.kind === 'error') errors.push(event.record);
      if (event.kind === 'warning') warnings.push(event.text);
      if (event.kind === 'state') reason = event.reason;
      onEvent?.(event);
    },
    outcome: (state) => ({ state, output, errors, warnings, reason }),
  };
}
