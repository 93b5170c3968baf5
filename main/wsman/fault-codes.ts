/** f:WSManFault/@Code values, unsigned (wire-protocol D7; wsmerror.h). PowerShell's own constants are these minus 2^32. */
export const FAULT_CODES = {
  /** Nothing came within wsman:OperationTimeout: the long poll's ordinary end. */
  operationTimedOut: 2150858793,
  /** Unexpected selectors: the shell (or the command) is not there any more. */
  invalidSelectors: 2150858843,
  /** No such resource URI, hence no such session configuration. */
  invalidResourceUri: 2150858811,
  redirectRequested: 2150859161,
  /** Win32: the operation was aborted, as a pending Receive is when its shell is deleted. */
  operationAborted: 995,
  /** Win32: access is denied; the refusal of RBAC is here, its words in ProviderFault. */
  accessDenied: 5,
  /** HRESULT of the same. */
  accessDeniedHresult: 2147942405,
  /** Win32: the user name or password is incorrect. */
  logonFailure: 1326,
  /** PowerShell: the two sides speak no common protocol version (-2141974624). */
  protocolVersion: 2152992672,
} as const;

/** The quotas of WS-Management by fault code: the symbol of wsmerror.h, and the setting that sets it where one does. */
export const QUOTAS: ReadonlyMap<number, string> = new Map([
  [2150858815, 'QUOTA_LIMIT'],
  [2150859173, 'MAX_SHELLS (MaxShellsPerUser)'],
  [2150859174, 'MAX_OPERATIONS (MaxConcurrentOperationsPerUser)'],
  [2150859175, 'QUOTA_USER'],
  [2150859176, 'QUOTA_SYSTEM'],
  [2150859179, 'MAX_SHELLUSERS (MaxConcurrentUsers)'],
  [2150859236, 'MAX_SHELLS_PPQ (MaxShellsPerUser)'],
  [2150859237, 'MAX_USERS_PPQ (MaxConcurrentUsers)'],
  [2150859238, 'MAX_PLUGINSHELLS_PPQ (MaxShells)'],
  [2150859239, 'MAX_PLUGINOPERATIONS_PPQ (MaxConcurrentOperations)'],
  [2150859240, 'MAX_OPERATIONS_USER_PPQ (MaxConcurrentOperationsPerUser)'],
  [2150859241, 'MAX_COMMANDS_PER_SHELL_PPQ (MaxConcurrentCommandsPerShell)'],
  [2150859242, 'MIN_REQUIREMENT_NOT_AVAILABLE_PPQ'],
]);

/** Local names of s:Subcode/s:Value that name a cause where no WSManFault code does (DSP0226 section 14.6). */
export const SUBCODES = {
  timedOut: 'TimedOut',
  invalidSelectors: 'InvalidSelectors',
  accessDenied: 'AccessDenied',
  quotaLimit: 'QuotaLimit',
  destinationUnreachable: 'DestinationUnreachable',
} as const;
