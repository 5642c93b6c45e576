"""Every page of the site: who sees it, and how to get there."""

import dataclasses

CALL = "local-2564"
DESK_PATH = f"/calls/{CALL}/desk"
ROUND_PATH = f"/calls/{CALL}/rounds/first-round"
EARLIER = f"{CALL}-rehearsal"
# Every review is in, and nothing is decided until a test does.
JUDGED = f"{CALL}-pilot"
JUDGED_RANKING = f"/calls/{JUDGED}/rounds/first-round/ranking"


@dataclasses.dataclass
class Place:
    name: str
    path: str
    # Links that lead on from there, one after the other; the first on the page that fits is taken.
    links: tuple[str, ...] = ()
    status: int = 200


def first(prefix: str, suffix: str = "") -> str:
    return f'main a[href^="{prefix}"]' + (f'[href*="{suffix}"]' if suffix else "")


STRANGER = [
    Place("home", "/"),
    Place("call", f"/calls/{CALL}"),
    Place("criteria", f"/calls/{CALL}/criteria"),
    Place("registers", "/register"),
    Place("register", f"/register/{EARLIER}"),
    Place("register-entry", f"/register/{EARLIER}", (first(f"/register/{EARLIER}/DL-"),)),
    Place("receipts", "/receipts"),
    Place("registration", "/registration"),
    Place("mailbox", "/mailbox?about=registration"),
    Place("sign-in", "/sign-in"),
    Place("password-reset", "/password-resets"),
    Place("spent-link", "/verifications/nowhere", status=404),
    Place("not-found", "/nowhere", status=404),
    Place("outbox", "/outbox"),
    Place("outbox-letter", "/outbox", (first("/outbox/"),)),
]

# A clerk's own entry, not yet submitted, stands for {entry}.
ENTRANT = [
    Place("account", "/account"),
    Place("memberships", "/memberships"),
    Place("memberships-found", "/memberships?query=เทศบาล"),
    Place("following", "/following"),
    Place("start", f"/calls/{CALL}/submissions/new"),
    *[
        Place(f"entry-{page}", f"{{entry}}/pages/{page}?check=1")
        for page in ["organisation", "work", "results", "expansion", "documents", "declaring"]
    ],
    Place("summary", "{entry}/summary"),
    Place("submission-draft", "{entry}"),
]

# An entry that waits to be screened stands for {entry}.
SCREENER = [
    Place("desks", "/desks"),
    Place("desk", DESK_PATH),
    Place("desk-filtered", f"{DESK_PATH}?stage=screening&query=ประชาชน"),
    Place("desk-empty", f"{DESK_PATH}?query=ไม่มีคำนี้"),
    Place("submission", "{entry}"),
    Place("action-pass", "{entry}/actions/pass"),
    Place("action-return", "{entry}/actions/return"),
    Place("action-reject", "{entry}/actions/reject"),
]

OFFICER = [
    Place("officer-desks", "/desks"),
    Place("panel", ROUND_PATH),
    Place("ranking", f"{ROUND_PATH}/ranking"),
    Place("ranking-trace", f"{ROUND_PATH}/ranking", (first(f"{ROUND_PATH}/ranking/"),)),
    Place("ranking-earlier", f"/calls/{EARLIER}/rounds/first-round/ranking"),
    Place("ranking-judged", JUDGED_RANKING),
    Place("new-call", "/desks/calls/new"),
    Place("call-settings", f"/calls/{CALL}/settings"),
    Place("call-people", f"/calls/{CALL}/people"),
    Place("call-preview", f"/calls/{CALL}/preview"),
]

JUDGE = [
    Place("judge-desks", "/desks"),
    Place("judging", f"/calls/{CALL}/judging"),
    Place("review", f"/calls/{CALL}/judging", ("main .actions a.button",)),
]

# Persona by persona; None is somebody who has not signed in, "entrant" a new member of a local government.
ATLAS: dict[str | None, list[Place]] = {
    None: STRANGER, "entrant": ENTRANT, "screener": SCREENER, "programme-officer": OFFICER, "judge": JUDGE,
}
