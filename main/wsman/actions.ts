import { SHELL, TRANSFER } from './namespaces.ts';

/** wsa:Action of each verb (wire-protocol D1). A reply's action is the request's with `Response` behind it. */
export const ACTIONS = {
  create: `${TRANSFER}/Create`,
  delete: `${TRANSFER}/Delete`,
  get: `${TRANSFER}/Get`,
  command: `${SHELL}/Command`,
  send: `${SHELL}/Send`,
  receive: `${SHELL}/Receive`,
  signal: `${SHELL}/Signal`,
} as const;

/** wsa:Action of a fault; WS-Addressing's own faults carry `…/addressing/fault`. */
export const FAULT_ACTION = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault';

/** The resource URI of a default PowerShell endpoint, `/OcsPowershell` among them: prefix and shell name (wire-protocol D1). */
export const POWERSHELL_RESOURCE_URI = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';

/** rsp:Code of a Signal (wire-protocol D5 and D6). */
export const SIGNALS = {
  /** Frees the command on the server; due once for every command, however it ended. */
  terminate: `${SHELL}/signal/Terminate`,
  /**
   * Stops the pipeline and keeps the command open for its last messages. The misspelling is the protocol's: PowerShell
   * compares it ordinally, and any other code closes the command.
   */
  stop: 'powershell/signal/crtl_c',
} as const;

/** rsp:CommandState/@State values; the attribute carries the whole URI. */
export const COMMAND_STATES = {
  done: `${SHELL}/CommandState/Done`,
  running: `${SHELL}/CommandState/Running`,
  pending: `${SHELL}/CommandState/Pending`,
} as const;

/** wsman:Option names. */
export const OPTIONS = {
  protocolVersion: 'protocolversion',
  /** On Receive: the server answers at the operation time-out, and keeps the shell alive while asked. */
  keepAlive: 'WSMAN_CMDSHELL_OPTION_KEEPALIVE',
} as const;

/** The streams a PowerShell shell has (wire-protocol D3): `pr` carries answers to host calls. */
export const STREAMS = { stdin: 'stdin', promptResponse: 'pr', stdout: 'stdout' } as const;

/** The one selector of a shell. */
export const SHELL_ID_SELECTOR = 'ShellId';
