"""What no browser would send, and what nobody may see: each is answered with a status and a sentence in Thai."""

import html
import re
import urllib.parse
import uuid

import pytest

import shortcuts
from atlas import CALL
from client import assert_refused, multipart
from documents import archive, pdf
from people import new_address


@pytest.fixture(scope="module")
def clerk(settled_clerk):
    return settled_clerk


@pytest.fixture(scope="module")
def entry(clerk):
    return shortcuts.begin(clerk)


NOWHERE = uuid.UUID("01890000-0000-7000-8000-000000000000")


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/calls/nowhere",
        "/calls/nowhere/submissions/new",
        f"/submissions/{NOWHERE}",
        "/submissions/not-an-id",
        f"/submissions/{NOWHERE}/pages/work",
        f"/submissions/{NOWHERE}/actions/submit",
        f"/submissions/{NOWHERE}/attachments/{NOWHERE}",
        f"/letters/{NOWHERE}",
        "/receipts/nowhere",
        "/verifications/nowhere",
        "/password-resets/nowhere",
        "/%E0%B8%AB",
        "/..%2f..%2fetc%2fpasswd",
        "/css/../../Package.swift",
    ],
)
def test_an_unknown_address_is_not_found(clerk, path):
    answer = clerk.get(path)
    assert_refused(answer, 404)
    assert "swift-tools-version" not in answer.page


def test_a_page_of_an_entry_that_does_not_exist_is_not_found(clerk, entry):
    assert_refused(clerk.get(f"{entry}/pages/nowhere"), 404, "ไม่พบ")
    assert_refused(clerk.get(f"{entry}/actions/nowhere"), 404, "ไม่พบ")


def test_a_form_with_anothers_token_is_not_taken_and_what_was_typed_comes_back(clerk, entry, officer):
    typed = {"contact_name": "ข้อความที่พิมพ์ไว้ <b>&amp;", "go": "stay"}
    answer = clerk.post(f"{entry}/pages/organisation", typed, csrf=officer.get("/").csrf)
    assert_refused(answer, 403, "สิ่งที่พิมพ์ไว้อยู่ในช่องแล้ว")
    assert html.escape(typed["contact_name"]) in answer.page
    assert typed["contact_name"] not in clerk.get(f"{entry}/pages/organisation").main
    sent_again = clerk.post(f"{entry}/pages/organisation", typed, csrf=answer.csrf)
    assert sent_again.status == 303
    assert "ข้อความที่พิมพ์ไว้ &lt;b&gt;" in clerk.get(f"{entry}/pages/organisation").page


@pytest.mark.parametrize("token", ["", "nonsense"])
def test_a_form_without_a_token_is_not_taken(clerk, entry, token):
    answer = clerk.post(f"{entry}/pages/organisation", {"contact_name": "ก"}, csrf=token)
    assert_refused(answer, 403, "แบบฟอร์มนี้เปิดไว้จากการเข้าใช้ครั้งก่อน")


def test_what_was_typed_outlives_the_session(server):
    email = new_address()
    clerk = shortcuts.registered(server.address, email)
    token = clerk.get("/account").csrf
    other_tab = clerk.twin()
    assert other_tab.post("/sign-out", {}).status == 303
    typed = {"name": "พิมพ์ไว้ก่อนหมดเวลา", "language": "th"}
    answer = clerk.post("/account", typed, csrf=token)
    assert_refused(answer, (401, 403), "สิ่งที่พิมพ์ไว้ยังอยู่")
    assert '<input type="hidden" name="name" value="พิมพ์ไว้ก่อนหมดเวลา">' in answer.page
    shortcuts.enter(other_tab, email)
    clerk.cookies = other_tab.cookies
    for _ in range(2):
        if answer.status != 303:
            answer = clerk.post("/account", typed, csrf=answer.csrf)
    assert answer.status == 303
    assert typed["name"] in clerk.get("/account").page


def test_pages_of_one_s_own_lead_strangers_to_signing_in_and_back(client, entry):
    answer = client().get(f"{entry}/summary")
    assert answer.status == 303
    assert answer.location == "/sign-in?then=" + urllib.parse.quote(f"{entry}/summary", safe="/")


@pytest.mark.parametrize("then", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(client, then):
    visitor = client()
    page = visitor.get("/sign-in?then=" + urllib.parse.quote(then, safe="")).page
    assert 'name="email"' in page
    assert 'name="then"' not in page


def test_what_is_sent_twice_happens_once(filed):
    clerk, entry = filed
    answer = clerk.post(f"{entry}/actions/submit", {})
    assert_refused(answer, 409, "เรื่องนี้เปลี่ยนไปอยู่ในขั้นตอนอื่นแล้ว")
    assert clerk.get(entry).main.count("ส่งผลงานแล้ว") == 1


def test_an_unfinished_entry_cannot_be_submitted(clerk, entry):
    answer = clerk.post(f"{entry}/actions/submit", {})
    assert answer.status == 303
    assert answer.location.startswith(f"{entry}/summary")


def test_text_that_is_not_utf8_is_not_taken(clerk, entry):
    token = urllib.parse.quote(clerk.get("/").csrf)
    body = f"csrf={token}&go=stay&contact_name=".encode() + b"%FF%FE%C3"
    answer = clerk.send("POST", f"{entry}/pages/organisation", body, "application/x-www-form-urlencoded")
    assert_refused(answer, 400, "อักขระที่อ่านไม่ได้")


@pytest.mark.parametrize("part", ["a text", "a name", "a token", "a file's name", "a hidden field"])
def test_bytes_that_are_no_text_are_not_taken_in_any_part_of_a_form_with_a_file(clerk, entry, part):
    bad = b"before\xff\xfe\xc3after"
    wrong = {
        "a text": [(b"video_link", None, bad)], "a name": [(bad, None, b"x")], "a token": [(b"csrf", None, bad)],
        "a file's name": [(b"project_document", bad + b".pdf", pdf())], "a hidden field": [(b"go", None, bad)],
    }[part]
    token = clerk.get("/").csrf.encode()
    body, kind = multipart([*([] if part == "a token" else [(b"csrf", None, token)]), *wrong])
    before = clerk.get(f"{entry}/pages/documents").main
    assert_refused(clerk.send("POST", f"{entry}/pages/documents", body, kind), 400, "อักขระที่อ่านไม่ได้")
    assert clerk.get(f"{entry}/pages/documents").main == before


@pytest.mark.parametrize(
    "path, field",
    [
        ("/sign-in", "email"), ("/sign-in", "password"), ("/registration", "name"), ("/password-resets", "email"),
        (f"/calls/{CALL}/submissions", "organisation"), ("/account", "name"), ("/memberships", "organisation"),
    ],
)
def test_bytes_that_are_no_text_are_not_taken_by_a_form(clerk, path, field):
    token = urllib.parse.quote(clerk.get("/").csrf)
    body = f"csrf={token}&{field}=a".encode() + b"%FF%FE%C3"
    answer = clerk.send("POST", path, body, "application/x-www-form-urlencoded")
    assert_refused(answer, 400, "อักขระที่อ่านไม่ได้")


@pytest.mark.parametrize(
    "path, status",
    [
        ("/calls/%FF%FE", 404), ("/submissions/%C3%28", 404), ("/sign-in?then=%FF", 200),
        ("/register?query=%FF%FE", 200),
    ],
)
def test_bytes_that_are_no_text_in_an_address_break_no_page(client, path, status):
    answer = client().get(path)
    assert answer.status == status
    assert re.search(r"<h1[^>]*>[^<]*[ก-๛]", answer.page)


def test_ten_megabytes_of_text_are_too_much(clerk, entry):
    typed = {"contact_name": "ก", "contact_position": "ย" * 3_400_000, "go": "stay"}
    # A form without a file is sent so: every byte of a Thai letter takes three.
    body = urllib.parse.urlencode(typed).encode()
    assert len(body) > 30_000_000
    answer = clerk.send("POST", f"{entry}/pages/organisation", body, "application/x-www-form-urlencoded")
    assert_refused(answer, 413, "ใหญ่เกินกว่าที่หน้านี้รับได้ โปรดย่อข้อความ")


def test_a_text_longer_than_its_question_takes_is_kept_and_refused_in_words(clerk, entry):
    long = "ก" * 121
    answer = clerk.post(f"{entry}/pages/organisation", {"contact_name": long, "go": "next"})
    assert_refused(answer, 422, "ยาวเกินไป โปรดย่อให้ไม่เกิน 120 ตัวอักษร")
    assert long in answer.page


@pytest.mark.parametrize(
    "content, sentence",
    [
        (archive(), "เนื้อหาของไฟล์ document.pdf ไม่ใช่ชนิดที่รับ"),
        (b"", "ไฟล์ document.pdf ว่างเปล่า"),
        (b"<!doctype html><script>alert(1)</script>", "เนื้อหาของไฟล์ document.pdf ไม่ใช่ชนิดที่รับ"),
        (pdf() + b" " * (21 << 20), "ไฟล์ document.pdf ใหญ่เกิน 20 MB"),
    ],
    ids=["a zip named .pdf", "an empty file", "a web page named .pdf", "a file larger than its question takes"],
)
def test_a_wrong_file_is_refused_in_words(clerk, entry, content, sentence):
    answer = clerk.post_file(f"{entry}/pages/documents", "project_document", "document.pdf", content)
    assert_refused(answer, 422, sentence)


def test_a_file_larger_than_the_site_takes_is_refused_in_words(clerk, entry):
    answer = clerk.post_file(f"{entry}/pages/documents", "project_document", "large.pdf", pdf() + b" " * (26 << 20))
    assert_refused(answer, 422, "ไฟล์ large.pdf ใหญ่เกิน 20 MB")
    assert "บันทึกคำตอบและไฟล์อื่นในหน้านี้แล้ว" in answer.main


def test_a_file_sent_to_a_question_that_takes_none_is_refused(clerk, entry):
    answer = clerk.post_file(f"{entry}/pages/organisation", "contact_name", "document.pdf", pdf())
    assert_refused(answer, 413, "หน้านี้ไม่รับไฟล์")
    assert "document.pdf" not in clerk.get(f"{entry}/summary").main


def test_a_body_that_is_no_form_is_refused(clerk, entry):
    answer = clerk.send("POST", f"{entry}/pages/organisation", b"{}", "application/json")
    assert_refused(answer, 415, "ไม่ใช่แบบฟอร์ม")
    answer = clerk.send("POST", f"{entry}/pages/organisation", b"--x\r\n\r\n", "multipart/form-data; boundary=y")
    assert_refused(answer, 400)


def test_anothers_entry_can_be_neither_seen_nor_changed(filed, client, server, officer, free_organisations):
    _, entry = filed
    other = shortcuts.member(server.address, officer, free_organisations)
    for path in [entry, f"{entry}/summary", f"{entry}/pages/work", f"{entry}/changes", f"{entry}/actions/withdraw"]:
        assert_refused(other.get(path), (403, 404))
    assert_refused(other.post(f"{entry}/pages/work", {"title": "ของคนอื่น", "go": "stay"}), (403, 404))
    assert_refused(other.post(f"{entry}/actions/withdraw", {"reason": "ของคนอื่น"}), (403, 404))
    attachment = re.search(rf"{entry}/attachments/[0-9a-f-]+", filed[0].get(entry).page).group()
    assert_refused(other.get(attachment), (403, 404))
    assert client().get(attachment).status == 303


def test_an_entrant_is_no_judge_no_screener_and_no_officer(filed):
    clerk, entry = filed
    for path in [
        f"{entry}/reviews/first-round",
        f"/calls/{CALL}/judging",
        f"/calls/{CALL}/desk",
        f"/calls/{CALL}/rounds/first-round",
        f"/calls/{CALL}/rounds/first-round/ranking",
        f"/calls/{CALL}/rounds/first-round/ranking.csv",
        f"{entry}/actions/pass",
    ]:
        assert_refused(clerk.get(path), (403, 404, 409))
    scores = {name: "5" for name in ["impact", "usefulness", "innovation", "sustainability", "replicability"]}
    assert_refused(clerk.post(f"{entry}/reviews/first-round", {**scores, "go": "give"}), (403, 404))
    assert_refused(clerk.post(f"{entry}/actions/pass", {"checks": ["eligible"]}), (403, 404))
    assert_refused(clerk.post(f"/calls/{CALL}/rounds/first-round/assignments", {}), (403, 404))
    assert_refused(clerk.post(f"/calls/{CALL}/rounds/first-round/release", {}), (403, 404))


def test_nobody_decides_about_ones_own_membership(server, free_organisations):
    newcomer = shortcuts.registered(server.address)
    organisation = free_organisations[-1]["id"]
    assert newcomer.post("/memberships", {"organisation": organisation}).status == 303
    person = re.search(r"[0-9a-f-]{36}", newcomer.get("/account").main)
    decision = f"/memberships/{organisation}/people/{person.group() if person else NOWHERE}/decision"
    assert_refused(newcomer.post(decision, {"decision": "approve"}), (403, 404))


def test_guessing_a_password_is_slowed_down(client):
    guesser = client()
    typed = {"email": "officer-1@agency-dga.example"}
    answers = [guesser.post("/sign-in", {**typed, "password": f"เดาไปเรื่อย {turn}"}) for turn in range(12)]
    assert {answer.status for answer in answers[:10]} == {422}
    assert_refused(answers[-1], 429, "รอ")
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_registering_a_known_address_says_nothing_about_it(client, server):
    known = client()
    address = "officer-1@agency-dga.example"
    answer = known.post("/registration", {"name": "ตัวอย่าง", "email": address, "password": "ศาลาริมน้ำหลังใหญ่"})
    assert answer.status == 303
    assert answer.location.startswith("/mailbox?about=registration")
