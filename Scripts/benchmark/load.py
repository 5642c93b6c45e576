"""Load from wrk: requests made beforehand, sent as fast as answers come."""

import dataclasses
import json
import pathlib
import subprocess
import urllib.parse

LUA = pathlib.Path(__file__).with_name("wrk.lua")
BOUNDARY = "sala-bench-7f3a"


@dataclasses.dataclass
class Request:
    path: str
    method: str = "GET"
    headers: dict = dataclasses.field(default_factory=dict)
    body: bytes | None = None


@dataclasses.dataclass
class Outcome:
    """What one load came to; times in milliseconds."""

    rate: float
    requests: int
    seconds: float
    p50: float
    p99: float
    failures: int
    cpu: float = 0.0


def cookie(plan: dict, token: str | None) -> dict:
    return {"Cookie": f"{plan['cookie']}={token}"} if token else {}


def look(plan: dict, name: str) -> Request:
    """The plan's look of that name."""
    return Request(plan["looks"][name]["path"], headers=cookie(plan, plan["looks"][name].get("token")))


def post(plan: dict, wanted: dict) -> Request:
    """A post of the plan as a page's form without files sends it."""
    pairs = [(field["name"], field["value"]) for field in wanted["fields"]]
    headers = cookie(plan, wanted["token"]) | {"Content-Type": "application/x-www-form-urlencoded"}
    return Request(wanted["path"], "POST", headers, urllib.parse.urlencode(pairs).encode())


def multipart(plan: dict, wanted: dict, files: list[tuple[dict, bytes]] = ()) -> Request:
    """A post of the plan as the entry's form sends it."""
    parts = []
    for field in wanted["fields"]:
        parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field["name"]}"\r\n\r\n'.encode())
        parts.append(field["value"].encode() + b"\r\n")
    for upload, content in files:
        disposition = f'form-data; name="{upload["field"]}"; filename="{upload["name"]}"'
        head = f"--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\nContent-Type: {upload['mediaType']}\r\n\r\n"
        parts += [head.encode(), content, b"\r\n"]
    parts.append(f"--{BOUNDARY}--\r\n".encode())
    headers = cookie(plan, wanted["token"]) | {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    return Request(wanted["path"], "POST", headers, b"".join(parts))


def run(server, requests: list[Request], clients: int, seconds: float, folder: pathlib.Path) -> Outcome:
    """Sends the requests in turn on that many connections at once."""
    listing = folder / "requests.lua"
    listing.write_bytes(b"return {\n" + b"".join(map(lua, requests)) + b"}\n")
    before = server.cpu_seconds()
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds:g}s", "--timeout", "10s", "-s", LUA, server.address]
    done = subprocess.run([*command, "--", listing], capture_output=True, text=True, check=True)
    said = json.loads(done.stdout.strip().splitlines()[-1])
    cpu = (server.cpu_seconds() - before) * 1000 / max(1, said["requests"])
    return Outcome(
        said["requests"] / said["seconds"], said["requests"], said["seconds"], said["p50"], said["p99"],
        said["refused"] + said["broken"], cpu)


def lua(request: Request) -> bytes:
    fields = [b"method=" + quoted(request.method), b"path=" + quoted(request.path)]
    headers = b",".join(b"[" + quoted(name) + b"]=" + quoted(value) for name, value in request.headers.items())
    fields.append(b"headers={" + headers + b"}")
    if request.body is not None:
        fields.append(b"body=" + quoted(request.body))
    return b"{" + b",".join(fields) + b"},\n"


def quoted(text: str | bytes) -> bytes:
    raw = text.encode() if isinstance(text, str) else text
    plain = {byte for byte in range(32, 127)} - {ord('"'), ord("\\")}
    return b'"' + b"".join(bytes([byte]) if byte in plain else b"\\%03d" % byte for byte in raw) + b'"'
