import type { ErrorSentenceId, ErrorSentences } from '../error-sentences.ts';

/** The English sentences of what happens before anybody signs in: on the way, in TLS, in HTTP. */
export const networkErrors: Pick<
  ErrorSentences,
  Extract<ErrorSentenceId, `error.${'network' | 'tls' | 'http'}.${string}`>
> = {
  'error.network.unknown-host.cause': 'The name {host} is not known to DNS.',
  'error.network.unknown-host.next':
    'Check the spelling, and that this workstation uses the DNS servers that know the pool (VPN).',
  'error.network.refused.cause': '{host} is reachable, but nothing answers on port {port}.',
  'error.network.refused.next': 'Check the port, and that the Front End service and IIS are running on the pool.',
  'error.network.unreachable.cause': 'There is no way from this workstation to {host}, port {port}.',
  'error.network.unreachable.next': 'Check the network connection, the VPN and the firewall between here and the pool.',
  'error.network.timeout.cause': '{host} did not answer within {seconds, plural, one {# second} other {# seconds}}.',
  'error.network.timeout.next':
    'A firewall may be dropping the traffic, or the server is too busy. Try again; then check the port from this workstation.',
  'error.network.proxy-unknown-host.cause': 'The name of the proxy {proxy} is not known to DNS.',
  'error.network.proxy-unknown-host.next':
    'Check the spelling of the proxy in the deployment, or remove it if the pool can be reached without one.',
  'error.network.proxy-unreachable.cause': 'The proxy {proxy} does not take connections on port {port}.',
  'error.network.proxy-unreachable.next':
    'Check the proxy’s address and port in the deployment, and the network connection to it.',
  'error.network.proxy-timeout.cause':
    'The proxy {proxy} did not open a way within {seconds, plural, one {# second} other {# seconds}}.',
  'error.network.proxy-timeout.next':
    'The proxy may be busy, or wait for a pool that does not answer. Try again; then ask whoever runs the proxy.',
  'error.network.proxy-lost.cause': 'The proxy {proxy} closed the connection without an answer.',
  'error.network.proxy-lost.next':
    'Check that the port is that of an HTTP proxy, and that it lets this workstation in.',
  'error.network.proxy-malformed.cause': 'What answers at {proxy} is not an HTTP proxy: {reason}.',
  'error.network.proxy-malformed.next':
    'Check the address and port of the proxy. A SOCKS proxy, or one that is itself reached by HTTPS, cannot be used.',
  'error.network.proxy-forbidden.cause': 'The proxy {proxy} does not allow a connection to {host}.',
  'error.network.proxy-forbidden.next':
    'Ask whoever runs the proxy to allow CONNECT to the pool’s port for this account.',
  'error.network.proxy-no-way.cause': 'The proxy {proxy} could not reach {host} (HTTP {status}).',
  'error.network.proxy-no-way.next':
    'The name is looked up by the proxy, not by this workstation: check that the proxy’s DNS knows the pool and that a firewall lets it through.',
  'error.network.proxy-status.cause': 'The proxy {proxy} refused to open a way (HTTP {status}).',
  'error.network.proxy-status.next':
    'It may be a web server and no proxy, or not allow CONNECT. Check the address, and read the details.',
  'error.network.proxy-sign-in.cause': 'The proxy {proxy} did not accept the sign-in of {user} ({scheme}).',
  'error.network.proxy-sign-in.next': 'Check the user and the password for the proxy. They are not those for the pool.',
  'error.network.proxy-none-offered.cause':
    'The proxy {proxy} asks for a sign-in and names no way to do it (HTTP 407).',
  'error.network.proxy-none-offered.next':
    'Ask whoever runs the proxy: its answer lacks Proxy-Authenticate, so that no program can sign in to it.',
  'error.network.proxy-asks.cause':
    'The proxy {proxy} asks to sign in, and this deployment has no sign-in for it. It offers: {offered}.',
  'error.network.proxy-asks.next': 'Choose a way to sign in to the proxy in the deployment’s network settings.',
  'error.network.proxy-account.cause':
    'The Kerberos server (KDC) did not accept {user} for the sign-in to the proxy {proxy}: {reason}.',
  'error.network.proxy-account.next':
    'This is the proxy’s user, not the one for the pool. Check it and its password under Network of the deployment (on the command line: --proxy-user).',
  'error.network.proxy-sign-in-failed.cause': 'The sign-in to the proxy {proxy} ({scheme}) failed: {reason}.',
  'error.network.proxy-sign-in-failed.next':
    'This is not the sign-in to the pool. Under Network of the deployment (on the command line: --proxy, --proxy-user, --proxy-auth) give the proxy by the name it is registered under, check its user, or choose another sign-in for it. Without a user Kerberos takes the ticket of whoever uses this computer (“klist”).',
  'error.network.proxy-not-offered.cause':
    'The proxy {proxy} asks to sign in another way. Chosen: {wanted}; it offers: {offered}.',
  'error.network.proxy-not-offered.next':
    'Choose one of the ways the proxy offers in the deployment’s network settings.',
  'error.network.lost.cause': 'The connection to {host} broke off.',
  'error.network.lost.next': 'Read the list again before you repeat a change: it may have arrived.',
  'error.network.malformed.cause': 'What came from {host} cannot be read: {reason}.',
  'error.network.malformed.next':
    '{change, select, unknown {Read the list again before you repeat a change: it may have arrived. Then check} other {Check}} host and port of the address, and what stands before the server: something else than a management server may answer there.',

  'error.network.broke-off.cause': 'The connection to {host} was ended before the answer was there.',
  'error.network.broke-off.next':
    'A restarting service, a load balancer or a firewall ends connections so. Try again; then look at the same moment in the logs of the server and of what stands before it.',
  'error.network.silent.cause':
    '{host} took the connection and then did not answer within {seconds, plural, one {# second} other {# seconds}}.',
  'error.network.silent.next':
    'The port is open. The server is too busy, its application pool hangs, or what stands before it waits for it. Test again; then look at IIS on the server.',

  'error.tls.untrusted.cause':
    'The certificate of {host} is not trusted. It was issued to {subject} by {issuer}; SHA-256 {sha256}.',
  'error.tls.untrusted.next':
    'If {issuer} is your own certification authority, give Edgewise its certificate. Otherwise ask whoever runs the server whether this fingerprint is theirs.',
  'error.tls.expired.cause': 'The certificate of {host} expired on {validTo}.',
  'error.tls.expired.next': 'Renew the certificate on the server, and check this workstation’s clock.',
  'error.tls.not-yet-valid.cause': 'The certificate of {host} is not valid before {validFrom}.',
  'error.tls.not-yet-valid.next': 'Check this workstation’s clock; it is usually the reason.',
  'error.tls.wrong-name.cause': 'The server answered as {names}, not as {host}.',
  'error.tls.wrong-name.next':
    'Use one of the names in its certificate in the management address, or issue a certificate that contains {host}.',
  'error.tls.certificate-changed.cause':
    '{host} shows another certificate than the one you accepted. Expected {expected}, received {received}.',
  'error.tls.certificate-changed.next':
    'Do not sign in before someone who runs the server confirms the new fingerprint: this is also what an attack looks like.',
  'error.tls.too-old.cause': '{host} does not offer TLS 1.2.',
  'error.tls.too-old.next':
    'Enable TLS 1.2 on the server. Where that cannot be, allow TLS 1.0 and 1.1 under Network of the deployment (on the command line: --old-tls).',
  'error.tls.client-certificate-required.cause': '{host} asks for a client certificate, and none was shown.',
  'error.tls.client-certificate-required.next':
    'Give the deployment a client certificate (.pfx), or have the server not require one.',
  'error.tls.client-certificate-refused.cause': '{host} does not accept the client certificate: {reason}.',
  'error.tls.client-certificate-refused.next':
    'Check that it was issued by an authority the server trusts, for client authentication, and is not revoked.',
  'error.tls.weak-certificate.cause':
    'The certificate of {host} is too weak to be trusted: {reason, select, key {the key of {subject} is too short} other {{subject} is signed with MD5 or SHA-1}}.',
  'error.tls.weak-certificate.next':
    'Have it issued anew, signed with SHA-256 and with an RSA key of 2,048 bits or more. Until then it can be pinned, if whoever runs the server confirms this fingerprint: SHA-256 {sha256}.',
  'error.tls.not-tls.cause':
    'What answers on port {port} of {host} does not speak TLS: it is HTTP without TLS, or something else.',
  'error.tls.not-tls.next': 'Give the port of HTTPS in the address; it is usually 443.',
  'error.tls.handshake.cause': 'No secure connection to {host} could be made: {reason}.',
  'error.tls.handshake.next':
    'Check that the port serves HTTPS, and that no proxy between here and the server breaks TLS open.',

  'error.http.not-soap.cause': '{host} answered with a page ({contentType}) instead of a management answer.',
  'error.http.not-soap.next':
    'No management endpoint answers here, but another web site or a sign-in page that stands before the server. Check host and path of the address: it must end in /OcsPowershell.',
  'error.http.empty.cause':
    '{host} answered with HTTP status {status} and nothing in it, instead of a management answer.',
  'error.http.empty.next':
    'No management endpoint answers here, but another web site or something that stands before the server. Check host and path of the address: it must end in /OcsPowershell.',
  'error.http.not-found.cause': 'There is nothing at {url}.',
  'error.http.not-found.next': 'Check the path: the management address of a pool ends in /OcsPowershell.',
  'error.http.forbidden.cause': 'The server forbids access to {url}.',
  'error.http.forbidden.next':
    'Check in IIS that the OcsPowershell directory requires SSL and admits this workstation.',
  'error.http.unavailable.cause': 'The web service on {host} is not available at the moment.',
  'error.http.unavailable.next':
    'The application pool may be stopped or restarting, or what stands before the server finds none behind it. Try again in a minute, then look at IIS on the server.',
  'error.http.no-sign-in.cause': 'The server answered with HTTP status {status} before anybody had signed in.',
  'error.http.no-sign-in.next':
    'No management endpoint answers here, but another web site or something that stands before the server. Check host and path of the address: it must end in /OcsPowershell.',
  'error.http.gateway.cause': 'The server answered with HTTP status {status}.',
  'error.http.gateway.next':
    'What stands before the server (a load balancer, a reverse proxy) gets no answer from it: look there, or use an address that leads past it.',
  'error.http.status.cause': 'The server answered with HTTP status {status}.',
  'error.http.status.next':
    '{status, select, 413 {What stands before the server takes no message of this size: raise its limit, or use an address that leads past it.} 429 {What stands before the server lets no more through for now: wait, or use an address that leads past it.} other {Look up the same moment in the IIS log of the server.}}',
  'error.http.too-large.cause':
    'The server’s answer is larger than the {limit, number} bytes Edgewise accepts at once.',
  'error.http.too-large.next':
    'A management server does not send such answers: check what else answers at this address.',
};
