import type { CmdletImplementation } from '../cmdlets/implementation.ts';
import { GET_COMMAND } from './get-command.ts';
import { MEASURE_OBJECT } from './measure-object.ts';
import { OUT_DEFAULT } from './out-default.ts';
import { SELECT_OBJECT } from './select-object.ts';

/** The commands a restricted session has beside its own: what implicit remoting calls (wire-protocol D3). */
export const COMPANIONS: readonly CmdletImplementation[] = [GET_COMMAND, MEASURE_OBJECT, OUT_DEFAULT, SELECT_OBJECT];
