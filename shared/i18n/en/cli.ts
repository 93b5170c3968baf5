/** The command line's own words: help, notices, and why a command line is refused. */
export const cli = {
  'cli.help': `Edgewise: federation and external access of Lync Server and Skype for Business Server.

  edgewise invoke CONNECTION [--json] [--yes] [--no-prompts] CMDLET [-Name value] [-Switch] ...
  edgewise doctor CONNECTION [--json]   tests the connection step by step and says what to do
  edgewise password set|forget|has --deployment NAME [--user USER] | --url URL --auth SCHEME --user USER
      [--ca FILE | --pin SHA256]
  edgewise password set|forget|has --secret proxy|client-certificate   --deployment NAME
      | --proxy HOST:PORT --proxy-auth SCHEME --proxy-user USER | --client-certificate FILE.pfx
      the secret is typed without echo, or is the first line of standard input; it is kept in the keychain
  edgewise help | --version          (with npx: npx --no edgewise help)

CONNECTION is one of the following; what does not go with it is refused, and so is an empty value
  --practice [--as ACCOUNT]  the practice deployment of this workstation: administrator, viewer, useradmin or helpdesk
  --deployment NAME [--settings DIR]        one that is configured in the console, with its marks and its password
      [--confirm NAME]           its name, asked for by a write where it is marked as production
  --url https://host/OcsPowershell --auth negotiate|kerberos|ntlm|basic [--user USER]
      without --user: the signed-in user of this computer (negotiate, kerberos)
      [--spn HTTP/HOST]          the service principal name, where Kerberos needs another than that of the host (negotiate,
                                 kerberos)
      [--keychain]               password, and the secrets below, from the keychain instead of standard input
      [--ca FILE | --pin SHA256] also trust the authorities in FILE (PEM), or exactly one certificate
      [--resource-uri URI]       the session configuration, when it is not Microsoft.PowerShell
      [--no-channel-binding]     behind a load balancer that ends TLS
      [--proxy HOST:PORT [--proxy-auth none|basic|ntlm|negotiate] [--proxy-user USER]]
                                 an HTTP proxy; its password is the next line of standard input
      [--client-certificate FILE.pfx]  shown to a server that asks; its passphrase is the line after that
      [--old-tls]                TLS 1.0 and 1.1 too; [--allow-redirection] up to five times elsewhere

The cmdlet is written as in PowerShell: -Flag:$false, a,b, $null, 'quoted text'; it is never run as a script.
Get- and Test- read; Select-Object and Measure-Object may follow a "|"; everything else writes and needs --yes.
  --json        one JSON object a line on standard output; without it, lists
  --no-prompts  never asks; else, at a terminal, what the cmdlet asks is asked there. A parameter that is a SecureString
                or a PSCredential is written without its secret (-Password, -Credential USER), which is then typed
  --lang en|ko  the language of messages
Exit status: 0 completed without an error record, 1 not so, 2 command line, 3 no session, 74 standard output cannot be
written, 130 interrupted, 141 nobody reads standard output any more.
`,
  'cli.password.question': 'Password for {user}: ',
  'cli.password.stored': 'Stored in the keychain for {user}.',
  'cli.password.forgotten': 'Forgotten.',
  'cli.password.present': 'There is a password in the keychain for {user}.',
  'cli.password.absent': 'There is no password in the keychain for {user}.',
  'cli.proxy-password.question': 'Password of {user} for the proxy {proxy}: ',
  'cli.proxy-password.stored': 'Stored in the keychain for {user} at the proxy {proxy}.',
  'cli.proxy-password.present': 'There is a password in the keychain for {user} at the proxy {proxy}.',
  'cli.proxy-password.absent': 'There is no password in the keychain for {user} at the proxy {proxy}.',
  'cli.passphrase.question': 'Passphrase of {path}: ',
  'cli.passphrase.stored': 'The passphrase of {path} is stored in the keychain.',
  'cli.passphrase.present': 'There is a passphrase of {path} in the keychain.',
  'cli.passphrase.absent': 'There is no passphrase of {path} in the keychain.',
  'cli.unwaited':
    'Ended without waiting for the server: a change that was under way may have arrived, and the server keeps the shell until its idle time-out.',
  'cli.error.layer': 'Layer: {layer}',
  'cli.error.next': 'What to do: {next}',
  'cli.error.server': 'The server said: {text}',
  'cli.error.details': 'Details: {text}',
  'cli.warning': 'WARNING: {text}',
  'cli.verbose': 'VERBOSE: {text}',
  'cli.debug': 'DEBUG: {text}',
  'cli.host.help': 'Help',
  'cli.host.default': '(default is “{key}”)',
  'cli.host.defaults': 'Defaults: {keys}',
  'cli.host.choice': 'Choice[{number}]:',
  'cli.host.field-help': '(Type !? for help.)',
  'cli.host.user': 'User:',
  'cli.host.parameter': '{name}:',
  'cli.host.secret': 'The server {server} asks for a secret. Type it only if you trust that server with it.',
  'cli.reason.script-syntax':
    '{detail} means a script, and only a cmdlet with parameters can be sent; quote it if it is text',
  'cli.reason.variable': 'variables are not expanded: {detail}',
  'cli.reason.variable-in-quotes': 'variables are not expanded in double quotes; use single quotes: {detail}',
  'cli.reason.quote-open': 'a quote is opened and not closed: {detail}',
  'cli.reason.backtick-last': 'nothing follows the backtick at the end',
  'cli.reason.no-cmdlet': 'no cmdlet was given',
  'cli.reason.pipe-empty': 'a command is missing beside “|”',
  'cli.reason.name-first': 'a command starts with the name of a cmdlet',
  'cli.reason.name-malformed': '{detail} is not the name of a cmdlet',
  'cli.reason.colon-value': 'a value is missing after {detail}',
  'cli.reason.argument-missing': '{detail} needs a value: it is no switch',
  'cli.reason.secret-written':
    'the value of {detail} is a secret, which every process of this machine could read here: leave it out, and it is asked for',
  'cli.reason.secret-unasked': 'the value of {detail} is a secret, and there is no terminal to type it at',
  'cli.reason.comma-value': 'a value is missing beside “,”',
  'cli.reason.option-unknown': 'there is no option {detail}',
  'cli.reason.option-twice': '{detail} was given twice',
  'cli.reason.option-value': '{detail} needs a value',
  'cli.reason.option-empty': '{detail} has an empty value',
  'cli.reason.option-no-value': '{detail} takes no value',
  'cli.reason.secret-needless':
    'the secret {detail} is not needed here: there is no client certificate, or no user who signs in to the proxy',
  'cli.reason.words-surplus': '{detail} was not expected',
} as const;
