"""Drives WS-Management's verbs with python3-winrm, a WinRS client.

One JSON object on standard input: url, ca, user, password, transport (basic or ntlm) and run (refused or verbs).
Prints one JSON object: what it saw.
"""

import base64
import json
import sys

# Before requests_ntlm: with OpenSSL 3 its hash "md4" is only there once this has loaded the legacy provider.
import cryptography.hazmat.bindings.openssl.binding  # noqa: F401
import xmltodict
from winrm.exceptions import InvalidCredentialsError, WinRMError, WinRMOperationTimeoutError
from winrm.protocol import Protocol


def refused(protocol):
    """What opening a shell is refused with."""
    try:
        return {"opened": protocol.open_shell()}
    except InvalidCredentialsError as error:
        return {"credentials": str(error)}
    except WinRMError as error:
        return {"fault": str(error)}


def verbs(protocol):
    """Each verb once, by what it does."""
    shell = protocol.open_shell()
    seen = {"shell": shell}
    for line, words in (("echo", ["one", "two"]), ("fail", ["three"])):
        command = protocol.run_command(shell, line, words)
        out, err, code = protocol.get_command_output(shell, command)
        seen[line] = [out.decode(), err.decode(), code]
        protocol.cleanup_command(shell, command)
    command = protocol.run_command(shell, "cat")
    try:
        protocol._raw_get_command_output(shell, command)
        seen["waiting"] = "answered"
    except WinRMOperationTimeoutError:
        seen["waiting"] = "timed out"
    send_input(protocol, shell, command, b"in and out")
    out, _, code = protocol.get_command_output(shell, command)
    seen["cat"] = [out.decode(), code]
    protocol.cleanup_command(shell, command)
    protocol.close_shell(shell)
    try:
        protocol.run_command(shell, "echo", ["late"])
    except WinRMError as error:
        seen["closed"] = str(error)
    return seen


def send_input(protocol, shell, command, data):
    """Send, which python3-winrm 0.3 has no method for: in an envelope of its own all the same."""
    shell_namespace = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
    header = protocol._get_soap_header(
        resource_uri=shell_namespace + "/cmd", action=shell_namespace + "/Send", shell_id=shell
    )
    stream = {"@Name": "stdin", "@CommandId": command, "@End": "true", "#text": base64.b64encode(data).decode()}
    protocol.send_message(
        xmltodict.unparse({"env:Envelope": {**header, "env:Body": {"rsp:Send": {"rsp:Stream": stream}}}})
    )


def main():
    asked = json.load(sys.stdin)
    protocol = Protocol(
        endpoint=asked["url"],
        transport=asked["transport"],
        username=asked["user"],
        password=asked["password"],
        ca_trust_path=asked["ca"],
        server_cert_validation="validate",
        operation_timeout_sec=1,
        read_timeout_sec=20,
    )
    print(json.dumps({"refused": refused, "verbs": verbs}[asked["run"]](protocol)))


main()
