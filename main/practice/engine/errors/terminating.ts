import type { ErrorRecord } from '../../../psrp/records.ts';

/** Ends the pipeline with an error record: PowerShell's terminating error. It arrives as the reason of PIPELINE_STATE Failed. */
export class Terminating extends Error {
  readonly record: ErrorRecord;

  constructor(record: ErrorRecord) {
    super(record.message);
    this.name = 'Terminating';
    this.record = record;
  }
}

/** Ends the pipeline because its caller stopped it. */
export class Stopped extends Error {
  constructor() {
    super('The pipeline has been stopped.');
    this.name = 'Stopped';
  }
}

/** Ends the commands before one that needs no more objects. */
export class UpstreamStopped extends Error {
  /** Place of the command that had enough, from 0. */
  readonly place: number;

  constructor(place: number) {
    super('The commands before need not go on.');
    this.name = 'UpstreamStopped';
    this.place = place;
  }
}
