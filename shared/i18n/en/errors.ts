import type { ErrorSentences } from '../error-sentences.ts';
import { networkErrors } from './network-errors.ts';

/** Cause and next step of every error, in English. Plain words; what the server said itself stands behind "Show details". */
export const errors: ErrorSentences = {
  'error.input.url-malformed.cause': '“{url}” is not a web address.',
  'error.input.url-malformed.next':
    'Type the management address in full, such as https://pool.contoso.com/OcsPowershell.',
  'error.input.url-not-https.cause': '“{url}” would send the sign-in unprotected, so Edgewise does not use it.',
  'error.input.url-not-https.next': 'Use an address that begins with https://.',
  'error.input.url-credentials.cause': 'The address “{url}” was given with a user or password in front of it.',
  'error.input.url-credentials.next':
    'Take them out: user and password are given apart from the address, which may end in logs.',
  'error.input.url-query.cause': '“{url}” has a part after ? or #, which the management address has not.',
  'error.input.url-query.next': 'Leave that part out.',
  'error.input.url-port.cause': 'The port in “{url}” is not a number from 1 to 65535.',
  'error.input.url-port.next': 'Correct the port, or leave it out: it is 443 then.',
  'error.input.url-host.cause': '“{url}” does not name a server that could exist.',
  'error.input.url-host.next':
    'Check the name: parts of 1 to 63 letters, digits and hyphens, with single dots between them and no hyphen at either end.',
  'error.input.url-path.cause': 'The path in “{url}” has a character that stands in no address.',
  'error.input.url-path.next':
    'Use / between the parts, no blanks, and %20 and the like for anything else. It is /OcsPowershell as a rule.',
  'error.input.domain-empty.cause': 'The domain name is missing.',
  'error.input.domain-empty.next': 'Type a domain name, such as fabrikam.com.',
  'error.input.domain-malformed.cause': '“{domain}” is not the name of a domain or a server. {reason}',
  'error.input.domain-malformed.next':
    'Type a domain as it stands after the @ in a partner’s SIP address, such as fabrikam.com, and a server by its FQDN, such as sip.fabrikam.com.',
  'error.input.domain-too-long.cause':
    'The name has {length, number} characters; the server takes at most {limit, number}.',
  'error.input.domain-too-long.next': 'Check the name: it is probably two names pasted together.',
  'error.input.number-out-of-range.cause': '{value, number} is not a value of {field}.',
  'error.input.number-out-of-range.next': 'Enter a whole number from {min, number} to {max, number}.',
  'error.input.default-route-missing.cause': 'Default routing was chosen without a default route.',
  'error.input.default-route-missing.next': 'Enter the FQDN of the server everything is to be routed to.',
  'error.input.provider-name-empty.cause': 'A provider needs a name.',
  'error.input.provider-name-empty.next': 'Enter a name that no other provider has, public or hosted.',
  'error.input.provider-edge-empty.cause': 'A provider needs the FQDN of its Access Edge service.',
  'error.input.provider-edge-empty.next':
    'Enter the FQDN of the server by which the provider is reached, such as sip.fabrikam.com.',
  'error.input.web-address-malformed.cause': '“{address}” is no web address, as {field} wants one.',
  'error.input.web-address-malformed.next': 'Enter an address that begins with https:// or http://, or leave it empty.',
  'error.input.media-scope-malformed.cause': 'There are no media settings of “{identity}”.',
  'error.input.media-scope-malformed.next':
    'Choose a site or a service: their identities begin with site: or service:.',
  'error.input.not-with-routing.cause':
    '{field} cannot be set with {routing, select, UseDefaultRouting {default routing} other {DNS SRV routing}}.',
  'error.input.not-with-routing.next': 'Leave it out, or choose the other routing method.',
  'error.input.xmpp-sasl-needs-tls.cause': 'SASL needs TLS, and TLS is not supported here.',
  'error.input.xmpp-sasl-needs-tls.next':
    'Set TLS negotiation to Required or Optional, or SASL negotiation to Not Supported. Ask the partner which of the two it has.',
  'error.input.xmpp-no-method.cause':
    'With neither SASL nor server dialback no way is left by which the partner could prove who it is.',
  'error.input.xmpp-no-method.next': 'Support server dialback negotiation, or have SASL negotiation with TLS.',
  'error.input.xmpp-domain-twice.cause': 'The domain {domain} stands twice in this partner.',
  'error.input.xmpp-domain-twice.next': 'Take one of the two away.',
  'error.input.request-malformed.cause': 'The window sent a request that the console does not understand ({request}).',
  'error.input.request-malformed.next':
    'Reload the window. If it happens again, the window and the console are of different versions: start Edgewise again.',
  'error.input.command-line.cause': 'The command line cannot be read: {reason}.',
  'error.input.command-line.next':
    'Write it as PowerShell does: -Name value, -Switch, -Flag:$false; quote values that contain spaces.',
  'error.input.secret-argument.cause': 'The command line cannot be read: {reason}.',
  'error.input.secret-argument.next':
    'Write {detail} without the secret and run the command at a terminal: it is asked for there, and not shown.',
  'error.input.option.cause': 'The options cannot be read: {reason}.',
  'error.input.option.next': 'Correct it or leave it out; “edgewise help” lists the commands and their options.',
  'error.input.option-missing.cause': '{option} is missing.',
  'error.input.option-missing.next': 'Add it; “edgewise help” lists the commands and their options.',
  'error.input.option-choice.cause': '{option} does not take “{value}”.',
  'error.input.option-choice.next': 'Give one of these: {choices}.',
  'error.input.options-exclusive.cause': '{options} cannot be given together.',
  'error.input.options-exclusive.next': 'Leave one of them out.',
  'error.input.command-unknown.cause': 'There is no command {command}.',
  'error.input.command-unknown.next':
    'Give invoke, doctor or password; “edgewise help” lists the commands and their options.',
  'error.input.connection-missing.cause': 'It is not said where to connect.',
  'error.input.connection-missing.next':
    'Give --deployment NAME for one configured in the console, --url with --auth and --user for any other, or, with invoke and doctor, --practice.',
  'error.input.deployment-unconfigured.cause': 'There is no deployment “{deployment}” in the settings {folder}.',
  'error.input.deployment-unconfigured.next':
    '{count, plural, =0 {None is configured there: add it in the console, name other settings with --settings, or give its address with --url.} other {Give one of these: {names}.}}',
  'error.input.line-too-long.cause': 'A line of standard input is longer than {limit, number} bytes.',
  'error.input.line-too-long.next': 'Pass one secret a line, and nothing else.',
  'error.input.password-missing.cause': 'There is no password for {user}.',
  'error.input.password-missing.next':
    'Set the password of the deployment; on the command line pass it on standard input, or store it in the keychain first.',
  'error.input.deployment-name-empty.cause': 'The deployment has no name.',
  'error.input.deployment-name-empty.next': 'Type a name by which you will know it, such as Contoso HQ.',
  'error.input.deployment-name-taken.cause': 'There is a deployment named “{name}” already.',
  'error.input.deployment-name-taken.next':
    'Choose another name: two that look alike are easily mistaken for each other.',
  'error.input.deployment-user-empty.cause': 'There is no user to sign in as.',
  'error.input.deployment-user-empty.next': 'Type the account as DOMAIN\\user or user@domain.',
  'error.input.user-colon.cause':
    'The user {user} has a colon in its name, which Basic cannot send. Nobody was signed in.',
  'error.input.user-colon.next':
    'Write the user without a colon (RFC 7617), or choose another way to sign in. For NTLM and Kerberos a domain is written before a backslash or after an @.',
  'error.input.user-too-long.cause':
    'A user and a domain for NTLM have at most {limit, number} letters, and one of these has more: {user}',
  'error.input.user-too-long.next': 'Check what was typed or passed as the user. Nobody was signed in.',
  'error.input.deployment-fixed.cause': '“{name}” cannot be edited, copied or removed.',
  'error.input.deployment-fixed.next': 'Its address and accounts are its own. Add a deployment of yours instead.',
  'error.input.write-not-confirmed.cause': '{cmdlet} changes the server and was not sent.',
  'error.input.write-not-confirmed.next': 'Add --yes to send it.',
  'error.input.ca-file-unreadable.cause':
    'The certification authority file {path} cannot be read or holds no PEM certificate.',
  'error.input.ca-file-unreadable.next': 'Check the path, and that the file begins with -----BEGIN CERTIFICATE-----.',
  'error.input.ca-unreadable.cause':
    'What was given as certificates of the certification authority holds none, or one that cannot be read.',
  'error.input.ca-unreadable.next':
    'Paste it again as a whole, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, or choose its file.',
  'error.input.pin-malformed.cause': '“{pin}” is not a certificate fingerprint.',
  'error.input.pin-malformed.next': 'Give the SHA-256 fingerprint of the server’s certificate: 64 hexadecimal digits.',
  'error.input.policy-name-malformed.cause': '“{name}” cannot be the name of a policy. {reason}',
  'error.input.policy-name-malformed.next': 'Choose another name.',
  'error.input.proxy-malformed.cause': '“{proxy}” is not the address of a proxy.',
  'error.input.proxy-malformed.next': 'Write its name and port, such as proxy.contoso.com:8080.',
  'error.input.proxy-user-empty.cause': 'The proxy {proxy} has no user to sign in as.',
  'error.input.proxy-user-empty.next': 'Type the account for the proxy, or choose that it asks nobody to sign in.',
  'error.input.proxy-password-missing.cause': 'There is no password of {user} for the proxy {proxy}.',
  'error.input.proxy-password-missing.next':
    'Set the proxy’s password in the deployment; on the command line it is the line after the account’s password on standard input, or kept before (edgewise password set --secret proxy). One that is kept is found only while the keychain answers.',
  'error.input.passphrase-missing.cause': 'No passphrase was given for {path}.',
  'error.input.passphrase-missing.next':
    'Type it in the deployment, or pass it on standard input. One that is kept is found only while the keychain answers.',
  'error.input.client-certificate-path.cause': 'The path of the client certificate is not complete: {path}.',
  'error.input.client-certificate-path.next':
    'Type the whole path of the .pfx file, beginning at the root or a drive letter.',
  'error.input.client-certificate-unreadable.cause': 'The file of the client certificate cannot be read: {path}.',
  'error.input.client-certificate-unreadable.next': 'Check that it is there, and that this account may read it.',
  'error.input.client-certificate-malformed.cause':
    'The file of the client certificate is not a .pfx file (PKCS #12): {path}.',
  'error.input.client-certificate-malformed.next':
    'Export the certificate with its private key as Personal Information Exchange (.PFX).',
  'error.input.client-certificate-legacy.cause':
    'The file of the client certificate is encrypted in an old way (RC2) that is not read any more: {path}.',
  'error.input.client-certificate-legacy.next':
    'In Windows, export it again and choose the encryption AES256-SHA256. Or: openssl pkcs12 -legacy -in old.pfx -nodes -out both.pem, then openssl pkcs12 -export -in both.pem -out new.pfx; delete both.pem, which holds the bare key.',
  'error.input.client-certificate-passphrase.cause': 'The passphrase does not open the client certificate {path}.',
  'error.input.client-certificate-passphrase.next':
    'Type the passphrase the file was exported with. Leave it empty only where the file has none.',
  'error.input.client-certificate-no-key.cause': 'The file of the client certificate holds no private key: {path}.',
  'error.input.client-certificate-no-key.next': 'Export it again with “Yes, export the private key”.',
  'error.input.client-certificate-expired.cause': 'The client certificate {path} expired on {validTo}.',
  'error.input.client-certificate-expired.next':
    'Have it renewed, export it again, and check this workstation’s clock.',
  'error.input.xmpp-without-federation.cause':
    'Communications with XMPP federated users need communications with federated users, and they are off in this policy.',
  'error.input.xmpp-without-federation.next': 'Turn both on, or leave XMPP off.',

  'error.workstation.keychain-unavailable.cause': 'The keychain of this workstation does not answer or is locked.',
  'error.workstation.keychain-unavailable.next':
    'Unlock it, or install one. Until then a password can be set for this run only; on the command line pass it on standard input.',
  'error.workstation.keychain-password.cause':
    'The password of {user} is not known: the keychain of this workstation does not answer or is locked.',
  'error.workstation.keychain-password.next':
    'Type the password: it is kept until Edgewise ends. Or unlock the keychain, and connect again. Nobody was signed in.',
  'error.workstation.file-unreadable.cause': 'The file {path} cannot be read.',
  'error.workstation.file-unreadable.next': 'Check that it exists and that you may read it.',
  'error.workstation.crypto-missing.cause': 'The cryptography of this system does not offer: {algorithms}.',
  'error.workstation.crypto-missing.next':
    'Signing in and the journal need them. A policy of the system (FIPS mode, for example) may have turned them off: ask who looks after this computer.',
  'error.workstation.practice-not-started.cause': 'The practice deployment did not start: {reason}.',
  'error.workstation.practice-not-started.next':
    'Close the deployment and open it again. If it fails again, run npm run practice in a terminal to see what it says.',
  'error.workstation.unexpected.cause': 'Something in Edgewise itself went wrong: {reason}.',
  'error.workstation.unexpected.next':
    'This is a defect. Copy the details into a report; then read the list again before you rely on what is shown.',
  'error.workstation.cancelled.cause': 'You cancelled it.',
  'error.workstation.cancelled.next': 'Nothing more is needed. Start it again when you want to.',
  'error.workstation.deployment-unknown.cause': 'There is no deployment “{deployment}” on this workstation.',
  'error.workstation.deployment-unknown.next': 'Choose one from the list. It may have been removed in another window.',
  'error.workstation.console-gone.cause': 'The Edgewise console behind this window has ended.',
  'error.workstation.console-gone.next': 'Start Edgewise again. What was already sent to a server is not undone.',
  'error.workstation.link-used.cause':
    'This link does not open the console: it was used before, or belongs to an earlier start.',
  'error.workstation.link-used.next': 'Start Edgewise again: it opens a window of its own, or prints a new link.',
  'error.workstation.locked.cause': 'Nobody has used Edgewise for the chosen time: every connection was closed.',
  'error.workstation.locked.next': 'Connect again in the window.',
  'error.workstation.temporary-folder.cause':
    'The temporary folder {path} cannot be written to, and Kerberos keeps its ticket there while it signs in.',
  'error.workstation.temporary-folder.next':
    'Set TMPDIR to a folder that can be written to and start Edgewise again, or choose NTLM.',
  'error.workstation.settings-unwritable.cause': 'The settings in {path} cannot be saved: {reason}.',
  'error.workstation.settings-unwritable.next':
    'Nothing was changed. Make room on the disk or correct the permissions of the folder, and save again.',
  'error.workstation.settings-newer.cause': 'The settings in {path} were written by a later version of Edgewise.',
  'error.workstation.settings-newer.next': 'Use that version. This one leaves the file as it is and saves nothing.',
  'error.workstation.output-unwritable.cause':
    'Standard output cannot be written, and the command was stopped: {reason}.',
  'error.workstation.output-unwritable.next':
    'Make room, or write elsewhere. What a write had sent may have been carried out: read before you repeat it.',
  'error.workstation.journal-unwritable.cause': 'The journal in {path} cannot be written: {reason}.',
  'error.workstation.journal-unwritable.next':
    'Nothing was sent: a change that is not in the journal is not made. Make room on the disk, or check who may write to this folder.',
  'error.workstation.journal-entry-unknown.cause': 'The journal has no such entry.',
  'error.workstation.journal-entry-unknown.next':
    'Choose one from the list. The journal’s files may have been changed.',
  'error.workstation.console-busy.cause':
    'Another Edgewise (process {process}) uses these settings and does not answer.',
  'error.workstation.console-busy.next':
    'It may be ending, or writing to a server: try again in a moment. If it hangs, end it; what it has confirmed is in the journal.',
  'error.workstation.console-lost.cause': 'The running console went away before it had answered.',
  'error.workstation.console-lost.next':
    'Start it again and look into its journal: what was sent to a server is written there.',

  ...networkErrors,

  'error.sign-in.refused.cause': 'The server did not accept the sign-in of {user} ({scheme}).',
  'error.sign-in.refused.next':
    'Check user name (DOMAIN\\user or user@domain) and password, and that the account is not locked.{scheme, select, Basic {} basic {} other { If they are right, what stands before the server may be the reason: a load balancer that ends TLS lets NTLM through only with “Bind the sign-in to the TLS connection” off (on the command line: --no-channel-binding), and a reverse proxy that shares its connections among clients does not let it through. Choose Basic or Kerberos there, or an address that leads past it.}}',
  'error.sign-in.none-offered.cause':
    'The server asks for a sign-in and names no way to do it; this deployment is set to {wanted}.',
  'error.sign-in.none-offered.next':
    'Check in IIS that Windows Authentication is on for OcsPowershell, with Negotiate among its providers, and that what stands before the server lets WWW-Authenticate through.',
  'error.sign-in.not-offered.cause':
    'The server offers {offered}, but this deployment is set to sign in with {wanted}.',
  'error.sign-in.not-offered.next':
    'Choose a sign-in the server offers. The management endpoint of a pool normally offers Negotiate.',
  'error.sign-in.challenge-malformed.cause': 'The server’s sign-in challenge ({scheme}) cannot be used: {reason}.',
  'error.sign-in.challenge-malformed.next':
    'A proxy that takes part in the sign-in is the usual reason. Connect without it.',
  'error.sign-in.kerberos-missing.cause': 'This copy of Edgewise has no part for Kerberos, or it cannot be loaded.',
  'error.sign-in.kerberos-missing.next':
    'Choose another sign-in (NTLM with user and password), or install an Edgewise that has it: the installation packages of Windows, macOS and Linux do. In a clone of the source: “npm install kerberos”.',
  'error.sign-in.kerberos-library.cause': 'The Kerberos library of this computer is missing or cannot be opened.',
  'error.sign-in.kerberos-library.next':
    'Install it (Debian, Ubuntu: libgssapi-krb5-2; Fedora, Red Hat: krb5-libs; SUSE: krb5), then connect again. Or choose another sign-in (NTLM with user and password).',
  'error.sign-in.kinit-missing.cause': 'The program kinit, which gets a ticket by password, is not on this computer.',
  'error.sign-in.kinit-missing.next':
    'Install it (Debian: krb5-user; Fedora: krb5-workstation), or sign in as the signed-in user of this computer.',
  'error.sign-in.no-ticket.cause': 'There is no valid Kerberos ticket on this computer to sign in to {spn} with.',
  'error.sign-in.no-ticket.next':
    'Get a ticket with “kinit user@REALM” and look at it with “klist”, or give this deployment a user and a password.',
  'error.sign-in.kerberos-password.cause': 'The Kerberos server (KDC) did not accept the password of {user}.',
  'error.sign-in.kerberos-password.next':
    'Check the password and that the account is not locked. The realm is written in capitals: user@REALM.',
  'error.sign-in.password-expired.cause':
    'The password of {user} has expired, or must be changed before it can be used.',
  'error.sign-in.password-expired.next':
    'Change it: in Windows with Ctrl+Alt+Delete, on Linux and macOS with “kpasswd {user}”. Then type the new one here.',
  'error.sign-in.account-closed.cause':
    'The Kerberos server (KDC) does not let {user} in: the account is locked, disabled or expired.',
  'error.sign-in.account-closed.next':
    'Ask whoever looks after the accounts of the domain which of these it is. Nothing signs in again before you say so.',
  'error.sign-in.default-realm-missing.cause': 'Kerberos on this computer has not been told its realm (default_realm).',
  'error.sign-in.default-realm-missing.next': 'Write the user as user@REALM, or set default_realm in krb5.conf.',
  'error.sign-in.principal-unknown.cause': 'The Kerberos server (KDC) does not know {user}.',
  'error.sign-in.principal-unknown.next':
    'Check the user name and the realm after the @. DOMAIN\\user means the realm of this computer unless the pool is in that domain.',
  'error.sign-in.kdc-unreachable.cause':
    'No Kerberos server (KDC){realm, select, none {} other { of the realm {realm}}} could be reached or found for {user}.',
  'error.sign-in.kdc-unreachable.next':
    'Check the network or VPN, DNS (_kerberos._tcp of the domain) and krb5.conf; port 88 must be open to a domain controller.',
  'error.sign-in.kdc-silent.cause':
    'The Kerberos server (KDC) for {user} did not answer within {seconds, plural, one {# second} other {# seconds}}.',
  'error.sign-in.kdc-silent.next':
    'Check that a domain controller can be reached on port 88, by TCP and UDP, and try again.',
  'error.sign-in.spn-unknown.cause': 'The Kerberos server (KDC) knows no service {spn}.',
  'error.sign-in.spn-unknown.next':
    'Connect by the name the pool is registered under, or set its service principal name. “setspn -Q {spn}” on the domain shows who has it.',
  'error.sign-in.realm-not-trusted.cause':
    'The Kerberos server (KDC) knows no way to the realm {realm}, in which this computer looks for {spn}.',
  'error.sign-in.realm-not-trusted.next':
    'If the pool is in that realm, there is no trust between it and the realm of the account. If it is not, correct [domain_realm] in krb5.conf.',
  'error.sign-in.spn-malformed.cause': '“{spn}” is no service principal name that can be asked for here.',
  'error.sign-in.spn-malformed.next':
    'Write HTTP/pool.contoso.com: service and host, without port and realm (the realm comes from krb5.conf).',
  'error.sign-in.clock-skew.cause':
    'The clock of this computer differs too much from that of the Kerberos server or of {host}.',
  'error.sign-in.clock-skew.next':
    'Set the clock: Kerberos allows 5 minutes. A time server of the domain keeps it right.',
  'error.sign-in.not-kerberos.cause': 'This computer would not sign in to {spn} with Kerberos but with something else.',
  'error.sign-in.not-kerberos.next':
    'Nothing was sent. Choose Negotiate to allow NTLM, or find out why there is no ticket.',
  'error.sign-in.ticket-refused.cause': '{host} did not accept the Kerberos ticket for {spn}.',
  'error.sign-in.ticket-refused.next':
    'The service principal name may belong to another account than the one the server runs as: “setspn -Q {spn}”. After a change of its password, get a new ticket.',
  'error.sign-in.kerberos-failed.cause': 'The Kerberos sign-in to {spn} failed.',
  'error.sign-in.kerberos-failed.next':
    'The details have Kerberos’ own words. “klist” shows the tickets of this computer.',
  'error.sign-in.kerberos-and-ntlm.cause':
    'The server did not accept {user} by NTLM, and Kerberos could not be used before: {reason}.',
  'error.sign-in.kerberos-and-ntlm.next':
    'Check user name and password. Choose Kerberos alone to see what it says in full.',
  'error.sign-in.server-unproven.cause':
    '{host} took the sign-in ({scheme}) but did not prove that it is the server it is called.',
  'error.sign-in.server-unproven.next':
    'Nothing it answered was used. Check that the service principal name belongs to this pool and to no other, and that no proxy takes part in the sign-in.',

  'error.ws-management.access-denied.cause': '{user} is signed in, but may not open a management session.',
  'error.ws-management.access-denied.next':
    'The account needs an administrator role of the deployment, such as CsAdministrator or CsViewOnlyAdministrator.',
  'error.ws-management.resource-uri.cause': 'The server does not know the session type {uri}.',
  'error.ws-management.resource-uri.next': 'Use the default unless someone who runs the server named another.',
  'error.ws-management.shell-gone.cause': 'The server has ended the management session.',
  'error.ws-management.shell-gone.next':
    'Try again: Edgewise opens a new session. It ends after some idle time, or when the server restarts.',
  'error.ws-management.quota.cause': 'The server’s limit is reached: {quota}.',
  'error.ws-management.quota.next':
    'Close other management sessions of this account, or wait until idle ones end, and try again.',
  'error.ws-management.timed-out.cause': 'The management service did not finish the request in time.',
  'error.ws-management.timed-out.next':
    'The server may be too busy: try again. Read the list again before you repeat a change: it may have been carried out.',
  'error.ws-management.fault.cause': 'The management service refused the request ({faultCode}): {reason}',
  'error.ws-management.fault.next': 'See the details for the server’s own words.',
  'error.ws-management.reply-malformed.cause': 'The management service’s answer cannot be read: {reason}.',
  'error.ws-management.reply-malformed.next':
    'Check that no proxy changes the traffic. If none does, copy the details into a report.',
  'error.ws-management.redirection-refused.cause':
    'The server sends this session to {location}, which is not followed: {reason, select, insecure {it is not an HTTPS address} account {the address carries a user} basic {the password of a Basic sign-in would go to another server or port} trust {the trust that was chosen holds for the first server and port only} loop {it was there already} hops {it was sent on too often} other {it is no address}}.',
  'error.ws-management.redirection-refused.next':
    '{reason, select, insecure {Edgewise speaks HTTPS alone: have the server send to an HTTPS address.} other {If you trust that address, set it as the management address of a deployment.}}',
  'error.ws-management.redirected.cause': 'The server sends this session to another address: {location}.',
  'error.ws-management.redirected.next':
    'If you trust that address, set it as the management address, or allow redirection under Network of the deployment (on the command line: --allow-redirection).',

  'error.powershell.message-malformed.cause': 'A PowerShell message from the server cannot be read: {reason}.',
  'error.powershell.message-malformed.next': 'Copy the details into a report: they say what was unexpected.',
  'error.powershell.fragments-lost.cause': 'A part of the server’s answer is missing: {reason}.',
  'error.powershell.fragments-lost.next':
    'Try again. If it happens again, something between here and the server drops traffic.',
  'error.powershell.hostile-xml.cause': 'The server’s answer breaks the limits Edgewise sets for XML: {reason}.',
  'error.powershell.hostile-xml.next':
    'A management server does not send such answers. Check whom you are connected to.',
  'error.powershell.version.cause':
    'The server speaks version {server} of PowerShell remoting, which Edgewise does not.',
  'error.powershell.version.next': 'Lync Server 2013 and later with Windows PowerShell 3.0 or later are supported.',
  'error.powershell.pool-broken.cause': 'The runspace pool on the server broke: {reason}.',
  'error.powershell.pool-broken.next': 'Try again: Edgewise opens a new one.',
  'error.powershell.stopped.cause': 'The command was stopped.',
  'error.powershell.stopped.next': 'Read the list again: what the command did before it was stopped stays done.',
  'error.powershell.state.cause': '{action} is not possible while the session is {state}.',
  'error.powershell.state.next': 'Open the deployment again.',

  'error.cmdlet.error.cause': '{cmdlet} failed: {message}',
  'error.cmdlet.error.next':
    'The server decided this (category {category}). The details hold its error id to search for.',
  'error.cmdlet.parameter-unknown.cause': '{cmdlet} on this server has no parameter -{parameter}.',
  'error.cmdlet.parameter-unknown.next': 'It belongs to another version of the server. Leave it out.',
  'error.cmdlet.scripts-refused.cause': 'The server takes commands only, no script text.',
  'error.cmdlet.scripts-refused.next': 'Send one cmdlet with its parameters.',
  'error.cmdlet.answer-unreadable.cause': 'The answer of {cmdlet} is not what was expected: {reason}.',
  'error.cmdlet.answer-unreadable.next': 'Copy the details into a report, with the server’s version.',
  'error.cmdlet.answer-lost.cause':
    'The connection broke after {cmdlet} was sent for {identity, select, AccessEdge {the Access Edge configuration} other {{identity}}}, and whether it was carried out could not be found out.',
  'error.cmdlet.answer-lost.next':
    'Read the list again and look for {identity, select, AccessEdge {the Access Edge configuration} other {{identity}}} before you repeat the change.',

  'error.permission.read-only.cause': '“{name}” is marked read-only on this workstation, so nothing is written to it.',
  'error.permission.read-only.next':
    'If you do mean to change it, take the mark off in the settings of the deployment.',
  'error.permission.cmdlet-absent.cause': 'Your role on this deployment does not include {cmdlet}.',
  'error.permission.cmdlet-absent.next':
    'Ask for a role that includes it, such as CsAdministrator, and open the deployment again.',

  'error.conflict.already-allowed.cause': '{domain} is already an allowed domain.',
  'error.conflict.already-allowed.next':
    'There is nothing to add. To change it, open it in the list; to block it, select it and choose Edit, then Block.',
  'error.conflict.already-blocked.cause': '{domain} is already a blocked domain.',
  'error.conflict.already-blocked.next':
    'A domain stands on one list only. To change it, open it in the list; to allow it, select it and choose Edit, then Allow.',
  'error.conflict.exists.cause': '{identity} is already there.',
  'error.conflict.exists.next': 'Refresh the list and change the one that is there, or choose another name.',
  'error.conflict.not-found.cause': '{identity} is no longer there.',
  'error.conflict.not-found.next': 'Someone else deleted it. Decide whether your change is still wanted.',
  'error.conflict.deployment-changed.cause':
    '“{name}” was changed meanwhile, in another window or by another process, so it was not saved.',
  'error.conflict.deployment-changed.next': 'Look at what is kept now, then keep your values or take those.',
  'error.conflict.changed-since-read.cause':
    '{identity, select, AccessEdge {The Access Edge configuration} other {{identity}}} was changed by someone else after you read it.',
  'error.conflict.changed-since-read.next': 'It was not written over. Look at what is there now, and decide again.',
  'error.conflict.several-changed.cause':
    '{count, plural, one {# of these was} other {# of these were}} changed or deleted since you read them.',
  'error.conflict.several-changed.next':
    'Nothing was written. Look at what is there now, and decide for all of them at once.',
  'error.conflict.write-in-progress.cause': 'Another change of the {list} is being written at this moment.',
  'error.conflict.write-in-progress.next': 'Try again in a moment.',
  'error.conflict.provider-name-taken.cause': 'There is already a provider named {name}.',
  'error.conflict.provider-name-taken.next':
    'A name is used once, over public and hosted providers. Choose another one.',
  'error.conflict.provider-edge-taken.cause': 'The Access Edge service {proxyFqdn} already belongs to {name}.',
  'error.conflict.provider-edge-taken.next':
    'An Access Edge service is used once, over public and hosted providers. Change or delete {name} first.',
  'error.conflict.xmpp-domain-taken.cause': 'The domain {domain} already belongs to the XMPP partner {partner}.',
  'error.conflict.xmpp-domain-taken.next':
    'A domain is of one partner, whether as its primary domain or as an additional one. Change or delete {partner} first.',
  'error.conflict.site-has-policy.cause': 'The site {site} already has an external access policy.',
  'error.conflict.site-has-policy.next': 'A site has one policy. Change that one, or delete it first.',
  'error.conflict.given-since-read.cause':
    '{count, plural, one {# more user was} other {# more users were}} given {identity} after you reviewed its deletion.',
  'error.conflict.given-since-read.next': 'Nothing was written. Review the deletion again: it reaches more users now.',
  'error.conflict.default-routing.cause':
    'The Access Edge sends everything to a default route, and there can be no providers beside it.',
  'error.conflict.default-routing.next':
    'Change the routing under Access Edge Configuration to DNS SRV first, and know that the default route ends with it.',
  'error.conflict.policy-unknown.cause': 'There is no user policy named {policy}.',
  'error.conflict.policy-unknown.next':
    'Refresh, and choose one that is there. Global and site policies are assigned to nobody: they apply by themselves.',
  'error.conflict.providers-exist.cause':
    'Default routing cannot be used while there are providers: {hosting, plural, one {# hosting provider} other {# hosting providers}}, {public, plural, one {# public provider} other {# public providers}}.',
  'error.conflict.providers-exist.next': 'Delete all of them first, and know that federation through them ends.',

  'error.plan.unknown.cause': 'This plan no longer exists.',
  'error.plan.unknown.next':
    'The console was started again since the review. Review the change again; nothing was written.',
  'error.plan.expired.cause': 'This plan was reviewed too long ago.',
  'error.plan.expired.next': 'Review the change again; nothing was written.',
  'error.plan.hash-differs.cause': 'This is not the plan that was reviewed.',
  'error.plan.hash-differs.next': 'Review the change again; nothing was written.',
  'error.plan.not-waited.cause': 'It is not known yet what became of the step that was being sent.',
  'error.plan.not-waited.next':
    'Edgewise still looks for it on the server. Look into the journal, which says so when it is known, before you do it again.',
  'error.plan.name-not-typed.cause': '“{name}” is marked as production, and its name was not typed as it is.',
  'error.plan.name-not-typed.next': 'Type the name of the deployment to confirm. Nothing was written.',
  'error.plan.posture-not-accepted.cause':
    'This plan changes what federation means, or what a policy allows everybody, and that was not accepted.',
  'error.plan.posture-not-accepted.next':
    'Read in the review what changes and for whom, and accept it there. Nothing was written.',
  'error.plan.nothing-to-do.cause': 'There is nothing to change.',
  'error.plan.nothing-to-do.next': 'The server already has these values.',
  'error.plan.not-as-wanted.cause':
    'The change of {identity, select, AccessEdge {the Access Edge configuration} other {{identity}}} was sent, but the server does not show the wanted values afterwards.',
  'error.plan.not-as-wanted.next': 'Refresh the list and compare. Someone else may have changed it at the same moment.',
  'error.plan.not-undoable.cause':
    'This entry cannot be undone: it is undone already, or the values from before and after it are not known.',
  'error.plan.not-undoable.next': 'Change the object in its own panel.',
  'error.plan.object-twice.cause':
    'This plan would change {identity, select, AccessEdge {the Access Edge configuration} other {{identity}}} twice.',
  'error.plan.object-twice.next': 'Review the two changes one after the other.',
  'error.plan.other-server.cause': 'This entry was written on {reviewed}; the deployment now leads to {now}.',
  'error.plan.other-server.next': 'Nothing was planned. Change the object in its own panel, on the server you mean.',
};
