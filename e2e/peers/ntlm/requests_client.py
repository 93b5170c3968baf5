"""Signs in to an HTTPS server with python3-requests-ntlm, which is built on python3-ntlm-auth.

usage: requests_client.py URL CA_FILE USER SEND_CBT

The password comes on standard input. SEND_CBT is yes or no. Prints the last status and body as JSON.
"""

import json
import sys

# Before requests_ntlm: with OpenSSL 3 its hash "md4" is only there once this has loaded the legacy provider.
import cryptography.hazmat.bindings.openssl.binding  # noqa: F401
import requests
from requests_ntlm import HttpNtlmAuth


def main(url, ca_file, user, send_cbt):
    auth = HttpNtlmAuth(user, sys.stdin.read(), send_cbt=send_cbt == "yes")
    reply = requests.post(url, data="<requests/>", auth=auth, verify=ca_file, timeout=20)
    print(json.dumps({"status": reply.status_code, "body": reply.text}))


main(*sys.argv[1:])
