import type { PipelineEvent, ErrorRecord, InformationRecord, ProgressRecord } from '../../../main/psrp/records.ts';
import type { RemoteSession, RunOptions } from '../../../main/session/session.ts';
import type { Command } from '../../../main/psrp/records.ts';
import { describe, escaped } from './describe.ts';
import type { Json, JsonObject } from './host-process.ts';

/** Runs a pipeline with our client and tells everything it saw, in the words of host/client/PipelineRun.cs. */
export async function runAndTell(
  session: RemoteSession,
  commands: readonly Command[],
  options: Omit<RunOptions, 'onEvent'> = {},
): Promise<JsonObject> {
  const events: PipelineEvent[] = [];
  const outcome = await session.run(commands, { ...options, onEvent: (event) => events.push(event) });
  return {
    state: { completed: 'Completed', failed: 'Failed', stopped: 'Stopped' }[outcome.state],
    reason: outcome.reason === null ? null : tellError(outcome.reason),
    output: told(events, (event) => (event.kind === 'output' ? describe(event.value) : undefined)),
    errors: told(events, (event) => (event.kind === 'error' ? tellError(event.record) : undefined)),
    warnings: told(events, (event) => (event.kind === 'warning' ? escaped(event.text) : undefined)),
    verbose: told(events, (event) => (event.kind === 'verbose' ? escaped(event.text) : undefined)),
    debug: told(events, (event) => (event.kind === 'debug' ? escaped(event.text) : undefined)),
    information: told(events, (event) => (event.kind === 'information' ? tellInformation(event.record) : undefined)),
    progress: told(events, (event) => (event.kind === 'progress' ? tellProgress(event.record) : undefined)),
  };
}

/** What the engine's client told, less what ours has no like of: the exception it threw is the reason over again. */
export function withoutThrown(answer: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'thrown' && name !== 'count'));
}

/** An error record in the words of host/client/Records.cs. */
export function tellError(record: ErrorRecord): JsonObject {
  return {
    message: escaped(record.message),
    fullyQualifiedErrorId: escaped(record.fullyQualifiedErrorId),
    category: record.category,
    activity: escaped(record.activity),
    reason: escaped(record.reason),
    targetName: escaped(record.targetName),
    targetType: escaped(record.targetType),
    recommendedAction: escaped(record.recommendedAction),
    exceptionTypes: record.exceptionTypes.map((name) => name.replace('Deserialized.', '')),
  };
}

function tellInformation(record: InformationRecord): JsonObject {
  return { data: describe(record.data), source: escaped(record.source), tags: record.tags.map(escaped) };
}

function tellProgress(record: ProgressRecord): JsonObject {
  return {
    ...record,
    activity: escaped(record.activity),
    status: escaped(record.status),
    currentOperation: escaped(record.currentOperation),
  };
}

function told(events: readonly PipelineEvent[], tell: (event: PipelineEvent) => Json | undefined): readonly Json[] {
  return events.map(tell).filter((line) => line !== undefined);
}
