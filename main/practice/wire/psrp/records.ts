import type { ErrorRecord } from '../../../psrp/index.ts';

/** The record of a pipeline that was stopped, as PowerShell gives it with PIPELINE_STATE Stopped. */
export function pipelineStopped(): ErrorRecord {
  return record({
    message: 'The pipeline has been stopped.',
    exception: 'System.Management.Automation.PipelineStoppedException',
    id: 'PipelineStopped',
    category: 'OperationStopped',
  });
}

/** The record of a pool that broke because what it was sent could not be read. */
export function poolBroken(reason: string): ErrorRecord {
  return record({
    message: `The data received from the client cannot be read. ${reason}`,
    exception: 'System.Management.Automation.Remoting.PSRemotingDataStructureException',
    id: 'PSRemotingDataStructureException',
    category: 'NotSpecified',
  });
}

/** The record of a pipeline that ended because of a defect of this server. */
export function serverDefect(error: unknown): ErrorRecord {
  return record({
    message: error instanceof Error ? error.message : String(error),
    exception: 'System.InvalidOperationException',
    id: 'PracticeDefect',
    category: 'NotSpecified',
  });
}

function record(facts: {
  readonly message: string;
  readonly exception: string;
  readonly id: string;
  readonly category: string;
}): ErrorRecord {
  return {
    message: facts.message,
    fullyQualifiedErrorId: facts.id,
    category: facts.category,
    activity: '',
    reason: facts.exception.slice(facts.exception.lastIndexOf('.') + 1),
    targetName: '',
    targetType: '',
    recommendedAction: '',
    exceptionTypes: [facts.exception, 'System.Exception', 'System.Object'],
    raw: null,
  };
}
