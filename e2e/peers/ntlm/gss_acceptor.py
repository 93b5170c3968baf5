"""HTTPS acceptor on gss-ntlmssp: NTLM that is not ours, for our client to sign in to.

usage: NTLM_USER_FILE=users gss_acceptor.py CERT KEY [BOUND_CERT HASH]

Listens on a free port of 127.0.0.1 and prints it as one JSON line. With BOUND_CERT (PEM) it gives gss-ntlmssp the
channel binding tls-server-end-point of that certificate, hashed with HASH. NTLM comes bare or in the dress of SPNEGO,
which is MIT's. A signed-in request is answered with what the context says and a signature of the context over
`first`; a refused one with 401 and the reason. Ends when its standard input ends.
"""

import base64
import hashlib
import http.server
import json
import os
import socketserver
import ssl
import sys
import threading

import gssapi

NTLMSSP = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
SPNEGO = gssapi.OID.from_int_seq("1.3.6.1.5.5.2")
SCHEMES = ("Negotiate", "NTLM")


def bindings(cert_file, hash_name):
    with open(cert_file, encoding="ascii") as pem:
        der = ssl.PEM_cert_to_DER_cert(pem.read())
    digest = hashlib.new(hash_name, der).digest()
    return gssapi.raw.ChannelBindings(application_data=b"tls-server-end-point:" + digest)


class Acceptor(http.server.BaseHTTPRequestHandler):
    """One TCP connection: the context, and then the user, live as long as it does."""

    protocol_version = "HTTP/1.1"
    bound = None

    def setup(self):
        super().setup()
        self.context = None
        self.signed_in = None

    def reply(self, status, fields=(), body=b""):
        self.send_response(status)
        for name, value in fields:
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8")
        scheme, _, token = (self.headers.get("Authorization") or "").partition(" ")
        if not token:
            if self.signed_in is None:
                return self.reply(401, [("WWW-Authenticate", offered) for offered in SCHEMES])
            return self.answer("connection", sent)
        try:
            if self.context is None:
                credentials = gssapi.Credentials(usage="accept", mechs=[NTLMSSP, SPNEGO])
                gssapi.raw.set_neg_mechs(credentials, [NTLMSSP])
                self.context = gssapi.SecurityContext(
                    creds=credentials, usage="accept", channel_bindings=self.bound
                )
            out = self.context.step(base64.b64decode(token))
            # An error that came with a token of its own is raised here.
            complete = self.context.complete
        except gssapi.exceptions.GSSError as refusal:
            self.context = None
            fields = [("WWW-Authenticate", offered) for offered in SCHEMES]
            return self.reply(401, fields, str(refusal).encode())
        if not complete:
            return self.reply(401, [("WWW-Authenticate", scheme + " " + base64.b64encode(out).decode())])
        self.signed_in = {
            "user": str(self.context.initiator_name).rstrip("\0"),
            "flags": int(self.context.actual_flags),
            # What an application would sign first, for whoever computes it too.
            "signature": self.context.get_signature(b"first").hex(),
        }
        self.context = None
        fields = [("WWW-Authenticate", scheme + " " + base64.b64encode(out).decode())] if out else []
        return self.answer("token", sent, fields)

    def answer(self, how, sent, fields=()):
        self.reply(200, fields, json.dumps({**self.signed_in, "how": how, "body": sent}).encode())

    def log_message(self, *_):
        """The test reads replies, not logs."""


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


def main(cert, key, bound_cert=None, hash_name=None):
    if bound_cert:
        Acceptor.bound = bindings(bound_cert, hash_name)
    server = Server(("127.0.0.1", 0), Acceptor)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # A certificate signed with SHA-1, as old pools have, is refused at a higher level.
    tls.set_ciphers("DEFAULT:@SECLEVEL=0")
    tls.load_cert_chain(cert, key)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"port": server.server_port}), flush=True)
    sys.stdin.read()
    os._exit(0)


main(*sys.argv[1:])
