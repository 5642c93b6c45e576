"""The forms beside the great ways: an account's, an organisation's, and those an officer keeps a call with."""

import re

import pytest

import shortcuts
from atlas import CALL, DESK_PATH
from client import Client
from people import PASSWORD, new_address, sign_in


def button(visitor, action: str):
    """The first button of the form that posts to an address which ends like that, its box opened."""
    form = visitor.page.locator(f"main form[action$='{action}']").first
    box = form.locator("xpath=ancestor::details[not(@open)]")
    if box.count():
        box.locator("summary").click()
    return form.locator("button").last


@pytest.fixture
def known(visit, server):
    """Somebody with a confirmed address before a browser, without a browser, and the address."""
    email = new_address()
    client = shortcuts.registered(server.address, email)
    visitor = visit()
    visitor.take_over(client)
    return visitor, client, email


def test_sessions_are_ended_one_by_one_and_all_at_once(known, server):
    visitor, _, email = known
    others = [Client(server.address) for _ in range(3)]
    for other in others:
        shortcuts.enter(other, email)
    sessions = visitor.go("/account").page.locator("form[action*='/account/sessions/']")
    assert sessions.count() == 3
    visitor.press(sessions.first.locator("button"))
    assert visitor.path == "/account" and sessions.count() == 2
    visitor.press(button(visitor, "/other-sessions/end"))
    assert sessions.count() == 0
    assert [other.get("/account").status for other in others] == [303] * 3


def letter_link(visitor, email: str, path: str):
    """Opens the newest letter to that address, and what it links to."""
    visitor.go("/outbox")
    visitor.press(visitor.page.locator("li.call", has_text=email).first.locator("h3 a"))
    visitor.press(visitor.page.locator(f"article.letter a[href^='{path}']"))


def test_a_forgotten_password_is_replaced_by_a_link(known, visit):
    _, _, email = known
    visitor = visit().go("/password-resets")
    visitor.fill("email", email)
    visitor.press(button(visitor, "/password-resets"))
    letter_link(visitor, email, "/password-resets/")
    visitor.fill("new-password", "another pavilion by the river")
    visitor.press(visitor.page.locator("main form .button").first)
    visitor.go("/sign-in").fill_all({"email": email, "password": "another pavilion by the river"})
    visitor.press("เข้าสู่ระบบ")
    assert visitor.go("/account").path == "/account"


def test_an_address_that_was_mistyped_at_registration_is_corrected(visit):
    visitor, wrong, right = visit(), new_address(), new_address()
    visitor.go("/registration").fill_all({"name": "ผู้พิมพ์ผิด ตัวอย่าง", "email": wrong, "password": PASSWORD})
    visitor.press("ลงทะเบียน")
    visitor.go("/registration/address")
    known, password, email = visitor.page.locator("main form input:not([type=hidden])").all()
    known.fill(wrong)
    password.fill(PASSWORD)
    email.fill(right)
    visitor.press(button(visitor, "/registration/address"))
    letter_link(visitor, right, "/verifications/")
    visitor.press("ยืนยันอีเมลของฉัน")
    sign_in(visitor, right)


def test_a_claim_is_taken_back_and_an_organisation_left(known, officer, free_organisations, visit, server):
    visitor, client, _ = known
    assert client.post("/memberships", {"organisation": free_organisations[-1]["id"]}).status == 303
    visitor.go("/memberships")
    visitor.press(button(visitor, "/withdrawal"))
    assert visitor.page.locator("main form[action$='/withdrawal']").count() == 0

    member = visit()
    member.take_over(shortcuts.member(server.address, officer, free_organisations))
    member.go("/account")
    member.press(member.page.locator("main a[href^='/memberships/'], main a[href^='/organisations/']").first)
    leaving = button(member, "/end")
    why = leaving.locator("xpath=ancestor::form").get_by_role("textbox")
    why.fill("ย้ายไปปฏิบัติงานที่หน่วยงานอื่น")
    member.press(leaving)
    member.go("/account")
    assert "เป็นสมาชิกแล้ว" not in member.text


def test_a_role_is_given_and_taken_back(known, visit):
    _, _, email = known
    officer = visit().become("programme-officer").go(f"/calls/{CALL}/people")
    officer.fill("email", email)
    officer.page.locator("main .choice", has_text="ผู้ตรวจสอบคุณสมบัติ").click()
    officer.press(button(officer, "/people")).sees(email)
    row = officer.page.locator("tr", has_text=email)
    row.locator("summary").click()
    officer.press(row.locator("form button"))
    assert email not in officer.text


def test_a_contact_is_changed_and_a_draft_deleted(visit):
    officer = visit().become("programme-officer").go(f"/calls/{CALL}/contact")
    field = officer.page.locator("main form input:not([type=hidden])")
    before = field.input_value()
    for words in ["0 2000 0001 กองสาธิต", before]:
        field.fill(words)
        officer.press(button(officer, "/contact")).go(f"/calls/{CALL}/contact")
        assert field.input_value() == words
    officer.go("/desks/calls/new").fill_all({
        "title-th": "ฉบับที่จะลบ", "title-en": "To be deleted", "handle": "deleted-2564",
        "opens-date": "1/9/2564", "closes-date": "30/9/2564"})
    officer.press("สร้างฉบับร่าง")
    officer.go("/calls/deleted-2564/deletion")
    officer.press(button(officer, "/deletion"))
    officer.go("/calls/deleted-2564", status=410)


def test_a_filter_is_kept_and_taken_away(visit):
    screener = visit().become("screener").go(f"{DESK_PATH}?query=ประชาชน")
    screener.page.locator("details.saving summary").click()
    form = screener.page.locator("details.saving form")
    form.locator("input:not([type=hidden])").first.fill("เรื่องของประชาชน")
    screener.press(form.locator("button").last)
    screener.sees("เรื่องของประชาชน")
    screener.press(button(screener, "/removal"))
    assert "เรื่องของประชาชน" not in screener.text


def test_a_judge_is_added_and_taken_off(visit):
    officer = visit().become("programme-officer").go(f"/calls/{CALL}/rounds/first-round")
    officer.press(officer.page.locator("main a[href*='/rounds/first-round/judges/']").first)
    entry = officer.page.locator("main a[href^='/submissions/']").first.get_attribute("href")
    path = re.match(r"/submissions/[0-9a-f-]{36}", entry).group() + "/rounds/first-round/judges"
    candidates = officer.go(path).page.locator("#judge option:not([value=''])")
    name = candidates.first.inner_text().partition(" (มีอยู่")[0]
    officer.page.locator("#judge").select_option(index=1)
    officer.press("มอบหมาย")
    line = officer.page.locator("li", has=officer.page.get_by_text(name, exact=True))
    way = line.locator("details", has_text="ยกเลิกการมอบหมาย")
    way.locator("summary").click()
    way.locator(".field :is(textarea, input)").fill("มอบหมายไว้ผิดเรื่อง")
    officer.press(way.locator("form button")).sees(name)
    assert line.count() == 1 and "มอบหมายไว้ผิดเรื่อง" in line.inner_text()


def test_a_judge_abstains(sheet):
    judge, path = sheet()
    number = judge.heading.split()[0]
    way = judge.page.locator(".way-out", has=judge.page.locator("[formaction$='/abstention']"))
    way.locator("textarea").fill("ไม่มีความเชี่ยวชาญในเรื่องนี้")
    judge.press(way.locator("button"))
    page = judge.go(f"/calls/{CALL}/judging").page
    assert not page.locator("tr", has_text=number).count()
    line = page.locator(".declared li", has_text=number)
    assert "งดให้คะแนน" in line.inner_text() and "ไม่มีความเชี่ยวชาญในเรื่องนี้" in line.inner_text()
