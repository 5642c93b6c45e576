"""Every page of the site: who sees it, and how to get there. A place is named like the template of its page."""

import dataclasses

CALL = "local-2564"
DESK_PATH = f"/calls/{CALL}/desk"
ROUND_PATH = f"/calls/{CALL}/rounds/first-round"
EARLIER = f"{CALL}-rehearsal"
# Every review is in, and nothing is decided until a test does.
JUDGED = f"{CALL}-pilot"
DRAFT_CALL = "atlas-draft-2564"
JUDGED_RANKING = f"/calls/{JUDGED}/rounds/first-round/ranking"
# An entry's number; that of a further call of the same year says which call it is.
NUMBER = r"DL-2564-(?:\d+-)?\d{4}"


@dataclasses.dataclass
class Place:
    name: str
    # Names in braces are paths of the stage.
    path: str
    # Links or buttons that lead on from there, one after the other; the first on the page that fits is taken.
    links: tuple[str, ...] = ()
    status: int = 200
    # Only while decisions are held: a test of its own sees it, and pictures are taken of a demo of their own.
    of_held: bool = False


def first(prefix: str, suffix: str = "") -> str:
    return f'main a[href^="{prefix}"]' + (f'[href*="{suffix}"]' if suffix else "")


STRANGER = [
    Place("home", "/"),
    Place("call", f"/calls/{CALL}"),
    Place("criteria", f"/calls/{CALL}/criteria"),
    Place("registers", "/register"),
    Place("register", f"/register/{EARLIER}"),
    Place("register-entry", f"/register/{EARLIER}", (first(f"/register/{EARLIER}/DL-"),)),
    Place("result", f"/register/{EARLIER}/rounds/first-round"),
    Place("register-fields", f"/register/{EARLIER}/fields"),
    Place("receipts", "/receipts"),
    Place("receipt", "{receipt}"),
    Place("registration", "/registration"),
    Place("registration-mistakes", "/registration", ("main form .button",), status=422),
    Place("address-correction", "/registration/address"),
    Place("mailbox", "/mailbox?about=registration"),
    Place("verification", "{verification}"),
    Place("sign-in", "/sign-in"),
    Place("password-reset", "/password-resets"),
    Place("new-password", "{reset}"),
    Place("invitation", "{invitation}"),
    Place("spent-link", "/verifications/nowhere", status=404),
    Place("failure", "/nowhere", status=404),
    Place("outbox", "/outbox"),
    Place("outbox-letter", "/outbox", (first("/outbox/"),)),
]

ENTRANT = [
    Place("account", "/account"),
    Place("memberships", "/memberships"),
    Place("memberships-found", "/memberships?query=เทศบาล"),
    Place("members", "{members}"),
    Place("following", "/following"),
    Place("start", f"/calls/{CALL}/submissions/new"),
    *[
        Place(f"entry-{page}", f"{{entry}}/pages/{page}?check=1")
        for page in ["organisation", "work", "results", "expansion", "documents", "declaring"]
    ],
    Place("summary", "{entry}/summary"),
    Place("company", "{entry}/colleagues"),
    Place("versions", "{entry}/versions"),
    Place("submission-draft", "{entry}"),
]

FILER = [
    Place("following-filed", "/following"),
    Place("submission-own", "{mended}"),
    Place("changes-own", "{mended}/changes"),
    Place("outbox-own", "/account/letters"),
    Place("letter", "{mended}", (first("/letters/"),)),
    Place("action-withdraw", "{mended}/actions/withdraw"),
]

SCREENER = [
    Place("desks", "/desks"),
    Place("desk", DESK_PATH),
    Place("desk-filtered", f"{DESK_PATH}?stage=screening&query=ประชาชน"),
    Place("desk-empty", f"{DESK_PATH}?query=ไม่มีคำนี้"),
    Place("bulk", "{bulk}"),
    Place("submission", "{waiting}"),
    Place("submission-mended", "{mended}"),
    Place("changes", "{mended}/changes"),
    *[Place(f"action-{action}", f"{{waiting}}/actions/{action}") for action in ["pass", "return", "reject"]],
    *[Place(f"action-{action}", f"{{returned}}/actions/{action}") for action in ["reschedule", "take-back"]],
]

OFFICER = [
    Place("desks-officer", "/desks"),
    Place("memberships-claims", "/memberships"),
    Place("panel", ROUND_PATH),
    Place("assignment", f"{ROUND_PATH}/assignments?seed=1"),
    Place("judge-tasks", ROUND_PATH, (first(f"{ROUND_PATH}/judges/"),)),
    Place("judges", "{judged}/rounds/first-round/judges"),
    Place("ranking", f"{ROUND_PATH}/ranking"),
    Place("trace", f"{ROUND_PATH}/ranking", (first(f"{ROUND_PATH}/ranking/"),)),
    Place("ranking-earlier", f"/calls/{EARLIER}/rounds/first-round/ranking"),
    Place("ranking-judged", JUDGED_RANKING),
    Place("rule", f"{ROUND_PATH}/rule"),
    Place("rule-open", f"/calls/{DRAFT_CALL}/rounds/first-round/rule"),
    Place("chair", f"{ROUND_PATH}/chair"),
    Place("further", f"{ROUND_PATH}/further"),
    Place("release", f"/calls/{JUDGED}/rounds/first-round/release", of_held=True),
    Place("release-list", f"/calls/{JUDGED}/rounds/first-round/release?action=select", of_held=True),
    Place("released", f"/calls/{EARLIER}/rounds/first-round/release?released=40"),
    Place("new-call", "/desks/calls/new"),
    Place("new-call-mistakes", "/desks/calls/new", ("main form .button",), status=422),
    Place("call-settings", f"/calls/{DRAFT_CALL}/settings"),
    Place("preview", f"/calls/{DRAFT_CALL}/preview"),
    Place("preview-example", f"/calls/{DRAFT_CALL}/preview", (first(f"/calls/{DRAFT_CALL}/preview/"),)),
    Place("publication", f"/calls/{DRAFT_CALL}/publication"),
    Place("discard", f"/calls/{DRAFT_CALL}/deletion"),
    Place("people", f"/calls/{CALL}/people"),
    Place("contact", f"/calls/{CALL}/contact"),
    Place("exports", f"/calls/{CALL}/exports"),
    Place("late-access", f"/calls/{EARLIER}/late-access"),
    Place("extension", f"/calls/{CALL}/extensions"),
    Place("extension-confirmation", f"/calls/{CALL}/extensions?closes-date=30/9/2564&reason=ระบบขัดข้อง"),
    Place("outbox-call", f"/calls/{CALL}/letters"),
]

JUDGE = [
    Place("desks-judge", "/desks"),
    Place("judging", f"/calls/{CALL}/judging"),
    Place("conflicts", f"/calls/{CALL}/judging/conflicts"),
    Place("review", f"/calls/{CALL}/judging", ("main .actions a.button",)),
]

# Persona by persona; None is somebody who has not signed in, "entrant" and "filer" are people of the stage.
ATLAS: dict[str | None, list[Place]] = {
    None: STRANGER, "entrant": ENTRANT, "filer": FILER, "screener": SCREENER, "programme-officer": OFFICER, "judge": JUDGE,
}
