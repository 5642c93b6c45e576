"""Somebody who speaks HTTP by hand."""

import html
import http.client
import itertools
import re
import socket
import urllib.parse
import uuid
from http.cookies import SimpleCookie


# Every visitor comes from an address of its own (RFC 5737), or limits for one address would stop the tests.
numbers = itertools.count(1)


def next_origin() -> str:
    number = next(numbers)
    return f"198.51.{100 + number // 250}.{number % 250 + 1}"


class Answer:
    def __init__(self, status: int, headers, body: bytes):
        self.status = status
        self.headers = headers
        self.body = body
        # A file is no text.
        self.page = body.decode("utf-8", errors="replace")

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")

    @property
    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="([^"]*)"', self.page)
        assert found, f"no form on the page:\n{self.page[:1000]}"
        return html.unescape(found.group(1))

    @property
    def main(self) -> str:
        """What the page's main part says, without tags."""
        inner = self.page.partition("<main")[2].partition("</main>")[0].partition(">")[2]
        return html.unescape(re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]*>", " ", inner)))


def assert_refused(answer: Answer, statuses, *sentences: str) -> None:
    """The page of a refusal: one of the statuses, the sentences, a heading in Thai, and the policy of every page."""
    statuses = (statuses,) if isinstance(statuses, int) else statuses
    assert answer.status in statuses, f"{answer.status}: {answer.main}"
    for sentence in sentences:
        assert sentence in answer.main, answer.main
    assert re.search(r"<h1[^>]*>[^<]*[ก-๛]", answer.page), "no heading in Thai"
    assert "Content-Security-Policy" in answer.headers


def multipart(parts: list[tuple[bytes, bytes | None, bytes]]) -> tuple[bytes, str]:
    """Names, files' names and contents as multipart/form-data, and its media type."""
    boundary = uuid.uuid4().hex
    body = b""
    for field, file, value in parts:
        body += f"--{boundary}\r\n".encode() + b'Content-Disposition: form-data; name="' + field + b'"'
        if file is not None:
            body += b'; filename="' + file + b'"\r\nContent-Type: application/octet-stream'
        body += b"\r\n\r\n" + value + b"\r\n"
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


class Client:
    """Keeps cookies, follows no redirect, sends any bytes."""

    def __init__(self, address: str):
        self.host = urllib.parse.urlsplit(address).netloc
        self.cookies: dict[str, str] = {}
        self.origin = next_origin()

    def twin(self) -> "Client":
        """The same browser, in another tab that goes its own way."""
        twin = Client(f"http://{self.host}")
        twin.cookies = dict(self.cookies)
        return twin

    def send(self, method: str, path: str, body: bytes | None = None, kind: str | None = None) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        headers = {"X-Forwarded-For": self.origin}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if kind:
            headers["Content-Type"] = kind
        try:
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, fields: dict, csrf: str | None = None) -> Answer:
        """Posts a form; without a token named, with the one of the first page."""
        token = self.get("/").csrf if csrf is None else csrf
        body = urllib.parse.urlencode({**fields, "csrf": token}, doseq=True).encode()
        return self.send("POST", path, body, "application/x-www-form-urlencoded")

    def post_file(self, path: str, question: str, name: str, content: bytes) -> Answer:
        """Posts a file beside the token, as multipart/form-data."""
        return self.send("POST", path, *self._with_file(question, name, content))

    def break_off(self, path: str, question: str, name: str, content: bytes) -> None:
        """Begins to post a file, and hangs up when half of it is sent."""
        self._send_half(path, *self._with_file(question, name, content))

    def break_off_text(self, path: str, fields: dict) -> None:
        """Begins to post a form without a file, and hangs up when half of it is sent."""
        body = urllib.parse.urlencode({"csrf": self.get("/").csrf, **fields}).encode()
        self._send_half(path, body, "application/x-www-form-urlencoded")

    def _send_half(self, path: str, body: bytes, kind: str) -> None:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {self.host}\r\nCookie: {cookies}\r\nX-Forwarded-For: {self.origin}\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n")
        name, _, port = self.host.partition(":")
        with socket.create_connection((name, int(port)), timeout=30) as connection:
            connection.sendall(head.encode() + body[: len(body) // 2])

    def _with_file(self, question: str, name: str, content: bytes) -> tuple[bytes, str]:
        token = self.get("/").csrf.encode()
        return multipart([
            (b"csrf", None, token), (b"go", None, b"stay"), (question.encode(), name.encode(), content),
        ])

    def become(self, persona: str) -> "Client":
        answer = self.post(f"/personas/{persona}", {})
        assert answer.status == 303, f"{answer.status} for {persona}: {answer.main}"
        return self
