import { dictionaryOf, psObject } from '../clixml/build.ts';
import { property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import type { HostFacts } from '../host/host.ts';

const HOST = 'System.Management.Automation.Host';
/** ConsoleColor Gray on Black, and a cursor of a quarter: what a console has that nobody changed. */
const FOREGROUND = 7;
const BACKGROUND = 0;
const CURSOR_SIZE = 25;

/** HostInfo of a client without a screen: a prompt then fails on the server at once, not after the idle timeout (MS-PSRP 2.2.3.14). */
export function nullHostInfo(): PsObject {
  return psObject({
    extended: { _isHostNull: true, _isHostUINull: true, _isHostRawUINull: true, _useRunspaceHost: true },
  });
}

/**
 * HostInfo of a pipeline that has a host of its own, with what a server then need not ask: colours, sizes and title
 * (MS-PSRP 2.2.3.14; HostDefaultDataId of PowerShell's HostInfo.cs for the numbers).
 */
export function hostInfo(facts: HostFacts): PsObject {
  const window = size(facts.columns, facts.rows);
  const known: readonly (readonly [id: number, type: string, value: PsValue])[] = [
    [0, 'System.ConsoleColor', FOREGROUND],
    [1, 'System.ConsoleColor', BACKGROUND],
    [2, `${HOST}.Coordinates`, coordinates(0, 0)],
    [3, `${HOST}.Coordinates`, coordinates(0, 0)],
    [4, 'System.Int32', CURSOR_SIZE],
    [5, `${HOST}.Size`, window],
    [6, `${HOST}.Size`, window],
    [7, `${HOST}.Size`, window],
    [8, `${HOST}.Size`, window],
    [9, 'System.String', facts.windowTitle],
  ];
  const data = dictionaryOf(known.map(([id, type, value]) => [id, psObject({ extended: { T: type, V: value } })]));
  return psObject({
    extended: {
      _hostDefaultData: psObject({ extended: { data } }),
      _isHostNull: false,
      _isHostUINull: false,
      _isHostRawUINull: false,
      _useRunspaceHost: false,
    },
  });
}

/** A place in the window, in characters from the upper left (MS-PSRP 2.2.3.1). */
export function coordinates(x: number, y: number): PsObject {
  return psObject({ extended: { x, y } });
}

/** A size in characters (MS-PSRP 2.2.3.2). */
export function size(width: number, height: number): PsObject {
  return psObject({ extended: { width, height } });
}

/** Whether the HostInfo of an INIT_RUNSPACEPOOL or CREATE_PIPELINE says that nobody can be asked. */
export function isHostNull(info: PsValue | undefined): boolean {
  return property(info, '_isHostNull') === true || property(info, '_isHostUINull') === true;
}

/** Whether the HostInfo of a CREATE_PIPELINE says that the pool's host is this pipeline's too. */
export function usesPoolHost(info: PsValue | undefined): boolean {
  return property(info, '_useRunspaceHost') !== false;
}
