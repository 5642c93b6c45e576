"""A mail server for the tests: it keeps what it is sent and says no to whom it is told to.

    sink.py DIRECTORY [--port N] [--tls] [--login user:password] [--senderless] [--silent | --closed]

It writes the port it listens on to DIRECTORY/port, each message to DIRECTORY/N.eml and what Python's own
mail reader makes of it to DIRECTORY/N.json. A recipient `refused@` is refused for good, `closing@` is answered
with a goodbye, and the text of a letter to `unwanted@` is refused for good; before DIRECTORY/release exists
`greylisted@` is refused for now and the text of a letter to `held@` is not answered. With --senderless no
sender is taken.
It ends when the tests end.
"""
import argparse
import asyncio
import email
import email.policy
import json
import os
import ssl
import subprocess

from aiosmtpd.smtp import SMTP, AuthResult

ARGUMENTS = argparse.ArgumentParser()
ARGUMENTS.add_argument("directory")
ARGUMENTS.add_argument("--port", type=int, default=0)
ARGUMENTS.add_argument("--tls", action="store_true")
ARGUMENTS.add_argument("--login")
ARGUMENTS.add_argument("--senderless", action="store_true")
ARGUMENTS.add_argument("--silent", action="store_true")
ARGUMENTS.add_argument("--closed", action="store_true")
OPTIONS = ARGUMENTS.parse_args()


def path(name):
    return os.path.join(OPTIONS.directory, name)


def write(name, octets):
    with open(path(name + ".part"), "wb") as file:
        file.write(octets)
    os.rename(path(name + ".part"), path(name))


def described(session, envelope):
    message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
    parts = {part.get_content_type(): part for part in message.walk() if not part.is_multipart()}
    return {
        "peer": session.peer[1],
        "isEncrypted": session.ssl is not None,
        "isLoggedIn": bool(session.authenticated),
        "sender": envelope.mail_from,
        "recipients": envelope.rcpt_tos,
        "headers": {name: str(value) for name, value in message.items()},
        "headerCount": len(message.items()),
        "type": message.get_content_type(),
        "types": list(parts),
        "plain": parts["text/plain"].get_content(),
        "html": parts["text/html"].get_content(),
        "defects": [repr(defect) for part in message.walk() for defect in part.defects]
        + [repr(defect) for value in message.values() for defect in value.defects],
    }


class Handler:
    count = 0
    waiting = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        if OPTIONS.senderless:
            return "550 5.7.1 Not from you"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 No such reader here"
        if address.startswith("greylisted@") and not os.path.exists(path("release")):
            return "451 4.7.1 Greylisted, come back later"
        if address.startswith("closing@"):
            return "421 4.3.2 Closing for today"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        if recipient.startswith("unwanted@"):
            return "554 5.7.1 The text is not wanted"
        if recipient.startswith("held@"):
            Handler.waiting += 1
            write("waiting", str(Handler.waiting).encode())
            while not os.path.exists(path("release")):
                await asyncio.sleep(0.02)
        Handler.count += 1
        write(f"{Handler.count}.eml", envelope.original_content)
        write(f"{Handler.count}.json", json.dumps(described(session, envelope)).encode())
        return f"250 2.0.0 Queued as {Handler.count}"


def authenticated(server, session, envelope, mechanism, data):
    given = f"{data.login.decode()}:{data.password.decode()}"
    return AuthResult(success=given == OPTIONS.login, handled=False)


def certificate():
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-days", "2",
         "-keyout", path("key.pem"), "-out", path("certificate.pem")],
        check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(path("certificate.pem"), path("key.pem"))
    return context


class Closed(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"554 5.3.2 No mail service here\r\n")


def protocol(context):
    if OPTIONS.closed:
        return Closed()
    if OPTIONS.silent:
        return asyncio.Protocol()
    return SMTP(
        Handler(), hostname="sink.example", tls_context=context,
        authenticator=authenticated if OPTIONS.login else None,
        auth_required=bool(OPTIONS.login), auth_require_tls=bool(OPTIONS.tls))


async def main():
    context = certificate() if OPTIONS.tls else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: protocol(context), "127.0.0.1", OPTIONS.port)
    write("port", str(server.sockets[0].getsockname()[1]).encode())
    parent = os.getppid()
    while os.getppid() == parent:
        await asyncio.sleep(1)
    server.close()


asyncio.run(main())
