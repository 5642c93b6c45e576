"""What the pages of the atlas need to be there: entries on their way, a draft call, links in letters."""

import dataclasses
import html
import re
import urllib.parse

import shortcuts
from atlas import CALL, DRAFT_CALL, JUDGED, JUDGED_RANKING, ROUND_PATH
from client import Client
from people import new_address

# What a screener confirms of an entry that passes.
CHECKS = ["eligible", "in_scope", "documents", "consent"]
RETURN = {"parts": "documents", "reason": "หนังสือรับรองยังไม่ได้ลงนาม", "due": "30 กรกฎาคม 2564"}


@dataclasses.dataclass
class Stage:
    # Those of the atlas's people who are no personas: one who has begun an entry, one whose entry is filed.
    people: dict[str, Client]
    # What stands in braces in the atlas's paths.
    paths: dict[str, str]


def found(pattern: str, answer) -> str:
    match = re.search(pattern, answer.page)
    assert match, f"no {pattern} on\n{answer.main[:600]}"
    return html.unescape(match.group(1))


def act(client: Client, entry: str, action: str, fields: dict) -> None:
    answer = client.post(f"{entry}/actions/{action}", fields)
    assert answer.status == 303, answer.main


def new_entry(address: str, officer: Client, free: list[dict]) -> tuple[Client, str]:
    """A new member of the next organisation with an entry that is complete."""
    client = shortcuts.member(address, officer, free)
    entry = shortcuts.begin(client)
    shortcuts.fill(client, entry)
    return client, entry


def link_in_newest_letter(client: Client, kind: str) -> str:
    """The first link of that kind in the letter that was sent last."""
    newest = found(r'href="(/outbox/[0-9a-f-]+)"', client.get("/outbox"))
    return found(rf'href="(/{kind}/[^"]+)"', client.get(newest))


def draft_call(officer: Client) -> None:
    """A call that is not published yet."""
    form = officer.get("/desks/calls/new").page
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form.partition('action="/desks/calls"')[2]))
    answer = officer.post("/desks/calls", {
        **fields, "title-th": "ประกวดนวัตกรรมท้องถิ่นดิจิทัล ฉบับร่าง", "title-en": "A draft of a contest",
        "handle": DRAFT_CALL, "opens-date": "1/9/2564", "closes-date": "30/9/2564"})
    assert answer.status == 303, answer.main


def judged(officer: Client) -> None:
    """Holds the decisions of the round in which every review is in."""
    form = officer.get(JUDGED_RANKING).page.partition(f'action="/calls/{JUDGED}/rounds/first-round/selection"')[2]
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form.partition("</form>")[0]))
    answer = officer.post(f"/calls/{JUDGED}/rounds/first-round/selection", fields)
    assert answer.status == 303, answer.main


def stage(address: str, officer: Client, free: list[dict]) -> Stage:
    """Sets the scene; nothing is decided of what the demo brings along."""
    screener, stranger = Client(address).become("screener"), Client(address)
    entrant = shortcuts.member(address, officer, free)
    draft = shortcuts.begin(entrant)
    clerk, waiting = new_entry(address, officer, free)
    shortcuts.file(clerk, waiting)
    mender, mended = new_entry(address, officer, free)
    shortcuts.file(mender, mended)
    act(screener, mended, "return", RETURN)
    mender.post_file(f"{mended}/pages/documents", "consent_letter", "ลงนามแล้ว.pdf", b"%PDF-1.4\n%signed")
    act(mender, mended, "resubmit", {})
    returning, returned = new_entry(address, officer, free)
    shortcuts.file(returning, returned)
    act(screener, returned, "return", RETURN)
    claimant = shortcuts.registered(address)
    claimant.post("/memberships", {"organisation": shortcuts.take(free)})
    draft_call(officer)

    newcomer = new_address()
    registration = {"name": "ผู้ยังไม่ยืนยัน ตัวอย่าง", "email": newcomer, "password": shortcuts.PASSWORD}
    assert stranger.post("/registration", registration).status == 303
    verification = link_in_newest_letter(stranger, "verifications")
    email = found(r">([^<>@\s]+@[^<>\s]+)<", claimant.get("/account"))
    assert stranger.post("/password-resets", {"email": email}).status == 303
    reset = link_in_newest_letter(stranger, "password-resets")
    guest = new_address()
    assert entrant.post(f"{draft}/colleagues", {"email": guest}).status == 303
    invitation = link_in_newest_letter(stranger, "invitations")
    ranked = found(rf'href="{ROUND_PATH}/ranking/([0-9a-f-]{{36}})', officer.get(f"{ROUND_PATH}/ranking"))
    paths = {
        "entry": draft, "waiting": waiting, "mended": mended, "returned": returned,
        "receipt": found(r'href="(/receipts/[^"]+)"', mender.get(mended)),
        "members": found(r'href="(/memberships/[0-9a-f-]+)"', entrant.get("/memberships")),
        "judged": f"/submissions/{ranked}", "verification": verification, "reset": reset,
        "invitation": invitation,
        "bulk": f"/calls/{CALL}/bulk-actions?" + urllib.parse.urlencode(
            {"action": "pass", "submission": [entry.rpartition("/")[2] for entry in (waiting, mended)]}, doseq=True),
    }
    return Stage({"entrant": entrant, "filer": mender}, paths)
