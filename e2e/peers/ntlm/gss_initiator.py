"""Signs in to an HTTPS server with gss-ntlmssp's client half, on one connection.

usage: gss_initiator.py PORT USER HASH BINDING CHANGE [DRESS]

The password and the server's certificate (PEM) come as JSON on standard input. HASH is the certificate's signature
hash; BINDING is right, wrong or none; CHANGE is none, mic (one bit of the AUTHENTICATE message's MIC) or workstation
(one bit of what the MIC covers). With DRESS spnego MIT's SPNEGO goes around it, and judges the server's last token;
CHANGE is then none or list (one bit of the mechListMIC, which ends the message). Prints the last status and
body as JSON, and whether the context is complete at the end.
"""

import base64
import hashlib
import http.client
import json
import ssl
import sys

import gssapi

NTLMSSP = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
SPNEGO = gssapi.OID.from_int_seq("1.3.6.1.5.5.2")
# Asking this of a context makes gss-ntlmssp send a MIC, which it otherwise does only under SPNEGO.
SPNEGO_REQUIRE_MIC = gssapi.OID.from_int_seq("1.3.6.1.4.1.7165.655.1.2")
MIC_OFFSET = 72


def bindings(kind, cert_pem, hash_name):
    if kind == "none":
        return None
    digest = hashlib.new(hash_name, ssl.PEM_cert_to_DER_cert(cert_pem)).digest()
    if kind == "wrong":
        digest = bytes(len(digest))
    return gssapi.raw.ChannelBindings(application_data=b"tls-server-end-point:" + digest)


def changed(token, what):
    if what == "none":
        return token
    message = bytearray(token)
    if what == "list":
        message[-1] ^= 1
        return bytes(message)
    place = MIC_OFFSET if what == "mic" else int.from_bytes(message[48:52], "little")
    message[place] ^= 1
    return bytes(message)


def main(port, user, hash_name, binding, change, dress="none"):
    given = json.load(sys.stdin)
    name = gssapi.Name(user, gssapi.NameType.user)
    password = given["password"].encode("utf-8")
    dressed = dress == "spnego"
    mechs = [NTLMSSP, SPNEGO] if dressed else [NTLMSSP]
    credentials = gssapi.raw.acquire_cred_with_password(name, password, mechs=mechs, usage="initiate").creds
    if dressed:
        gssapi.raw.set_neg_mechs(credentials, [NTLMSSP])
    context = gssapi.SecurityContext(
        name=gssapi.Name("HTTP@localhost", gssapi.NameType.hostbased_service),
        creds=gssapi.Credentials(credentials),
        mech=SPNEGO if dressed else NTLMSSP,
        usage="initiate",
        flags=gssapi.RequirementFlag.integrity | gssapi.RequirementFlag.confidentiality,
        channel_bindings=bindings(binding, given["cert"], hash_name),
    )
    tls = ssl.create_default_context(cadata=given["ca"])
    connection = http.client.HTTPSConnection("localhost", int(port), context=tls, timeout=20)

    def post(token, body):
        fields = {"Authorization": ("Negotiate " if dressed else "NTLM ") + base64.b64encode(token).decode()}
        connection.request("POST", "/OcsPowershell", body=body, headers=fields)
        reply = connection.getresponse()
        return reply, reply.read().decode("utf-8")

    negotiate = context.step()
    if not dressed:
        gssapi.raw.inquire_sec_context_by_oid(context, SPNEGO_REQUIRE_MIC)
    reply, _ = post(negotiate, "")
    challenge = reply.headers["WWW-Authenticate"].split(" ")[1]
    answer = context.step(base64.b64decode(challenge))
    reply, text = post(changed(answer, change), "<gss/>")
    last = (reply.headers["WWW-Authenticate"] or "").partition(" ")[2]
    if dressed and reply.status == 200:
        context.step(base64.b64decode(last))
    print(json.dumps({"status": reply.status, "body": text, "complete": context.complete}))


main(*sys.argv[1:])
