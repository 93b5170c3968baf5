/** System.Management.Automation.ErrorCategory: the number on the wire is the place in this list (MS-PSRP 2.2.3.9). */
const ERROR_CATEGORIES: readonly string[] = [
  'NotSpecified',
  'OpenError',
  'CloseError',
  'DeviceError',
  'DeadlockDetected',
  'InvalidArgument',
  'InvalidData',
  'InvalidOperation',
  'InvalidResult',
  'InvalidType',
  'MetadataError',
  'NotImplemented',
  'NotInstalled',
  'ObjectNotFound',
  'OperationStopped',
  'OperationTimeout',
  'SyntaxError',
  'ParserError',
  'PermissionDenied',
  'ResourceBusy',
  'ResourceExists',
  'ResourceUnavailable',
  'ReadError',
  'WriteError',
  'FromStdErr',
  'SecurityError',
  'ProtocolError',
  'ConnectionError',
  'AuthenticationError',
  'LimitsExceeded',
  'QuotaExceeded',
  'NotEnabled',
];

/** The name of a category's number; a number of a later PowerShell is shown as the number, as .NET prints such an enum. */
export function errorCategoryName(number: number): string {
  return ERROR_CATEGORIES[number] ?? String(number);
}

/** The number of a category's name; 0 (NotSpecified) for a name that is none. */
export function errorCategoryNumber(name: string): number {
  return Math.max(0, ERROR_CATEGORIES.indexOf(name));
}
