"""Ways to a starting point without a browser, for tests whose subject comes after it."""

import html
import itertools
import json
import re
import urllib.parse

from answers import PAGES
from atlas import CALL
from client import Client
from people import PASSWORD, new_address

names = itertools.count(1)
# Each is the beginning of many organisations' names.
BEGINNINGS = [f"{kind}{place}" for kind in ["เทศบาลตำบล", "องค์การบริหารส่วนตำบล"] for place in ["บ้าน", "ท่า", "วัง", "นา"]]


def registered(address: str, email: str | None = None) -> Client:
    """A new person with a confirmed address, signed in."""
    client, email = Client(address), email or new_address()
    answer = client.post(
        "/registration", {"name": f"เจ้าหน้าที่ตัวอย่าง {next(names)}", "email": email, "password": PASSWORD})
    assert answer.status == 303, answer.main
    letters = re.findall(r'href="(/outbox/[0-9a-f-]+)".*?</li>', client.get("/outbox").page, re.S)
    link = re.search(r'href="(/verifications/[^"]+)"', client.get(letters[0]).page).group(1)
    assert client.post(html.unescape(link), {}).status == 303
    enter(client, email)
    return client


def enter(client: Client, email: str) -> None:
    """Signs in."""
    answer = client.post("/sign-in", {"email": email, "password": PASSWORD})
    assert answer.status == 303, answer.main


def organisations(client: Client) -> list[dict]:
    rows = []
    for beginning in BEGINNINGS:
        rows += json.loads(client.get(f"/organisations?query={urllib.parse.quote(beginning)}").page)
    return rows


def take(free: list[dict]) -> str:
    """The first organisation of the list, which is taken off it."""
    assert free, "the tests have taken every organisation: BEGINNINGS has to name more"
    return free.pop(0)["id"]


def member(address: str, officer: Client, free: list[dict], email: str | None = None) -> Client:
    """A new person who belongs to the first organisation of the list, which is taken off it."""
    client = registered(address, email)
    answer = client.post("/memberships", {"organisation": take(free)})
    assert answer.status == 303, answer.main
    decision = re.findall(r'action="(/memberships/[^"]+/decision)"', officer.get("/memberships").page)[-1]
    assert officer.post(decision, {"decision": "approve"}).status == 303
    return client


def begin(client: Client) -> str:
    """Begins an entry for the person's organisation; the answer is its path."""
    page = client.get(f"/calls/{CALL}/submissions/new").page
    organisation = re.search(r'name="organisation" value="([^"]+)"', page).group(1)
    answer = client.post(f"/calls/{CALL}/submissions", {"organisation": organisation})
    assert answer.status == 303, answer.main
    return re.match(r"/submissions/[0-9a-f-]{36}", answer.location).group()


def fill(client: Client, entry: str) -> None:
    """Answers every page."""
    for page, typed in PAGES.items():
        if page == "documents":
            continue
        # What shows a question is answered before the question.
        for _ in range(2 if page in ("work", "results", "expansion") else 1):
            answer = client.post(f"{entry}/pages/{page}", {**typed, "go": "stay"})
            assert answer.status == 303, answer.main
    for question, files in PAGES["documents"].items():
        for file in files if isinstance(files, list) else [files]:
            answer = client.post_file(f"{entry}/pages/documents", question, file["name"], file["buffer"])
            assert answer.status == 303, answer.main


def file(client: Client, entry: str) -> None:
    """Submits an entry that is complete."""
    answer = client.post(f"{entry}/actions/submit", {})
    assert answer.status == 303, answer.main
