/**
 * The XML namespaces of a WS-Management envelope (wire-protocol D1). Peers choose other prefixes: readers match by
 * namespace, never by prefix.
 */

/** SOAP 1.2 envelope. */
export const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
/** WS-Addressing, the August 2004 edition. */
export const ADDRESSING = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
/** DMTF WS-Management: ResourceURI, OptionSet, SelectorSet, OperationTimeout, MaxEnvelopeSize, Locale. */
export const WSMAN = 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd';
/** Microsoft's extension of it: DataLocale, SessionId, ActivityId. */
export const WSMAN_MICROSOFT = 'http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd';
/** Remote shells: Shell, CommandLine, Send, Receive, Signal. */
export const SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell';
/** WS-Transfer: ResourceCreated. */
export const TRANSFER = 'http://schemas.xmlsoap.org/ws/2004/09/transfer';
/** WSManFault and ProviderFault. */
export const WSMAN_FAULT = 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault';
/** creationXml and its kin. */
export const POWERSHELL = 'http://schemas.microsoft.com/powershell';
/** wsa:ReplyTo of every request: the answer comes on the same connection. */
export const ANONYMOUS = `${ADDRESSING}/role/anonymous`;
