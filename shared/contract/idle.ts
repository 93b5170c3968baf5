import { z } from 'zod';
import { IDLE_MINUTES } from '../models/idle.ts';

/** After how long without use the sessions are dropped; what is kept on this workstation goes on. */
export const idleInputs = {
  'idle.read': z.strictObject({}),
  /** null = never. */
  'idle.set': z.strictObject({ minutes: z.literal(IDLE_MINUTES).nullable() }),
  /** Somebody has used a window. */
  'idle.seen': z.strictObject({}),
  /** A person has come back: sessions may be opened again. */
  'idle.unlock': z.strictObject({}),
} as const;

/** How it stands. */
export interface IdleState {
  /** null = never. */
  readonly minutes: number | null;
  /** Nobody has used a window for that long: every session was closed, and none is opened. */
  readonly locked: boolean;
}

export interface IdleOutputs {
  'idle.read': IdleState;
  'idle.set': null;
  'idle.seen': null;
  'idle.unlock': null;
}
