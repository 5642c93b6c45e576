"""Forms on their way: held still and said to be, kept when nothing answers, and no text of theirs lost or doubled."""

import pytest

import shortcuts
from atlas import CALL
from lines import fail, held_back, lose
from people import PASSWORD, new_address


def comment(judge):
    return judge.page.locator("[name=comment-to-committee]")


def state(judge):
    return judge.page.locator("[data-draft-state]")


@pytest.fixture
def action(visit, waiting):
    """A screener before an action that asks for a reason, and the path of it."""
    _, entry = waiting
    path = f"{entry}/actions/return"
    return visit().become("screener").go(path), path


def test_a_form_that_cannot_be_sent_stays_with_what_was_typed(action):
    screener, _ = action
    screener.fill("reason", "โปรดแนบหนังสือรับรอง")
    screener.context.set_offline(True)
    screener.control("ส่งกลับให้แก้ไข").click()
    screener.page.locator(".sending[role=alert]").wait_for()
    screener.sees("สิ่งที่กรอกยังอยู่ในหน้านี้")
    screener.context.set_offline(False)
    screener.faults.clear()
    screener.press("ส่งกลับให้แก้ไข", status=422)
    assert screener.page.locator("[name=reason]").input_value() == "โปรดแนบหนังสือรับรอง"


def test_a_sheet_that_cannot_be_sent_stays_with_its_scores_and_comments(sheet):
    judge, path = sheet()
    judge.page.locator("fieldset.score input[type=radio]").first.check(force=True)
    judge.context.set_offline(True)
    judge.page.locator(".judge-scores textarea").first.fill("ความเห็นที่พิมพ์ตอนไม่มีสัญญาณ")
    judge.control("บันทึกร่าง").click()
    judge.page.locator(".sending[role=alert]").wait_for()
    judge.context.set_offline(False)
    judge.faults.clear()
    judge.press("บันทึกร่าง")
    judge.go(path)
    assert judge.page.locator(".judge-scores textarea").first.input_value() == "ความเห็นที่พิมพ์ตอนไม่มีสัญญาณ"


def type_into(visitor, name, words):
    """As a keyboard does, which waits for nothing."""
    visitor.page.evaluate("name => document.querySelector(`main [name=${name}]`).focus()", name)
    visitor.page.keyboard.type(words)


def hold_back_press(visitor, path, button):
    """Presses the button by the keyboard on a line that is slow; gives the request that waits."""
    posted = held_back(visitor, path)
    visitor.control(button).focus()
    visitor.page.keyboard.press("Enter")
    for _ in range(100):
        if posted:
            return posted.pop()
        visitor.page.wait_for_timeout(50)
    raise AssertionError("nothing was posted")


@pytest.fixture
def opened(request, sheet):
    """Somebody before the form of that kind, and the path of it."""
    return request.getfixturevalue("action") if request.param == "action" else sheet()


@pytest.mark.parametrize(("opened", "name", "button", "status"), [
    ("action", "reason", "ส่งกลับให้แก้ไข", 422),
    ("sheet", "comment-to-committee", "บันทึกร่าง", 200),
], indirect=["opened"], ids=["an action", "a sheet"])
def test_nothing_can_be_typed_into_a_form_that_is_on_its_way_and_it_says_so(opened, name, button, status):
    visitor, path = opened
    visitor.fill(name, "โปรดแนบหนังสือรับรอง")
    posted = hold_back_press(visitor, path, button)
    visitor.sees("กำลังส่ง")
    assert not visitor.page.locator("[inert] .sending").count()
    type_into(visitor, name, "ต่อท้าย")
    assert visitor.page.locator(f"[name={name}]").input_value() == "โปรดแนบหนังสือรับรอง"
    with visitor._turning():
        posted.continue_()
    assert visitor.look().status == status
    if status == 200:
        visitor.go("/desks").go(path)
    else:
        assert visitor.page.evaluate("document.activeElement.id") == "mistakes"
    assert visitor.page.locator(f"[name={name}]").input_value() == "โปรดแนบหนังสือรับรอง"


def test_a_sheet_still_keeps_its_drafts_after_it_was_sent_without_being_left(sheet):
    judge, path = sheet()
    judge.fill("comment-to-committee", "ร่างแรก")
    judge.press("บันทึกร่าง")
    judge.fill("comment-to-committee", "ร่างที่สอง")
    judge.page.locator("[name=comment-to-committee]").blur()
    state(judge).get_by_text("ยังไม่ได้ส่งคะแนน").wait_for()
    judge.go("/desks").go(path)
    assert judge.page.locator("[name=comment-to-committee]").input_value() == "ร่างที่สอง"


@pytest.mark.parametrize("status", [None, 503], ids=["no line", "a proxy's answer"])
def test_scores_that_could_not_be_sent_stay_on_their_sheet(sheet, status):
    judge, path = sheet()
    judge.page.route(f"**{path}", fail(status))
    judge.fill("comment-to-committee", "พิมพ์ไว้ตอนไม่มีสัญญาณ")
    judge.control("บันทึกร่าง").click()
    judge.page.locator(".sending[role=alert]").wait_for()
    judge.sees("สิ่งที่กรอกยังอยู่ในหน้านี้")
    judge.faults.clear()
    judge.page.unroute(f"**{path}")
    judge.press("บันทึกร่าง")
    judge.go("/desks").go(path)
    assert judge.page.locator("[name=comment-to-committee]").input_value() == "พิมพ์ไว้ตอนไม่มีสัญญาณ"


def test_a_sheet_whose_answer_was_lost_is_not_taken_for_another_pages(sheet):
    judge, path = sheet()
    comment = judge.page.locator("[name=comment-to-committee]")
    comment.fill("ส่งแล้วแต่ไม่ได้คำตอบ")
    comment.blur()
    state(judge).get_by_text("ยังไม่ได้ส่งคะแนน").wait_for()
    judge.page.route(f"**{path}", lose, times=1)
    judge.control("บันทึกร่าง").click()
    judge.page.locator(".sending[role=alert]").wait_for()
    judge.faults.clear()
    comment.fill("ส่งแล้วแต่ไม่ได้คำตอบ จึงส่งอีก")
    judge.press("บันทึกร่าง")
    judge.go("/desks").go(path)
    assert comment.input_value() == "ส่งแล้วแต่ไม่ได้คำตอบ จึงส่งอีก"


def listen(visitor):
    """The kinds of the warnings that come from now on; all are dismissed."""
    warnings = []
    visitor.page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.dismiss()))
    return warnings


def leave(visitor, path="/following"):
    """The kinds of the warnings that leaving for that path brings."""
    warnings = listen(visitor)
    visitor.page.evaluate("path => { setTimeout(() => location.assign(path)) }", path)
    visitor.page.wait_for_timeout(1000)
    return warnings


def test_words_that_another_page_of_the_judges_has_overtaken_are_warned_of(sheet):
    judge, path = sheet()
    other = judge.page.context.new_page()
    other.goto(judge.page.url)
    with other.expect_response(lambda answer: answer.url.endswith(path)):
        other.locator("[name=comment-to-committee]").fill("จากอีกหน้าหนึ่ง")
        other.locator("[name=comment-to-committee]").blur()
    other.close()
    comment(judge).fill("พิมพ์ในหน้านี้")
    judge.press("บันทึกร่าง", status=409)
    assert comment(judge).input_value() == "พิมพ์ในหน้านี้"
    assert leave(judge) == ["beforeunload"] and judge.path == path


def test_a_draft_whose_answer_is_lost_while_the_sheet_waits_for_it_is_no_other_pages(sheet):
    judge, path = sheet()
    held = []
    judge.page.route(
        f"**{path}", lambda route: held.append(route) if route.request.method == "POST" else route.continue_(),
        times=1)
    comment(judge).fill("ร่างที่ค้างอยู่")
    comment(judge).blur()
    for _ in range(100):
        judge.page.wait_for_timeout(50)
        if held:
            break
    comment(judge).fill("ร่างที่ค้างอยู่ และต่อท้าย")
    judge.control("บันทึกร่าง").click()
    judge.page.locator(".sending").wait_for()
    judge.sees("กำลังส่ง")
    with judge._turning():
        held[0].fetch()
        held[0].abort()
    judge.faults.clear()
    assert judge.look().status == 200
    assert comment(judge.go("/desks").go(path)).input_value() == "ร่างที่ค้างอยู่ และต่อท้าย"


def new_call(officer, handle):
    officer.go("/desks/calls/new").fill_all({
        "title-th": "ประกวดที่ส่งบนสายช้า", "title-en": "On a slow line", "handle": handle,
        "opens-date": "1/9/2564", "closes-date": "30/9/2564"})


def test_a_call_whose_answer_was_lost_is_opened_once(visit):
    officer = visit().become("programme-officer")
    new_call(officer, "lost-2564")
    officer.page.route("**/desks/calls", lose, times=1)
    officer.control("สร้างฉบับร่าง").click()
    officer.page.locator(".sending[role=alert]").wait_for()
    officer.faults.clear()
    officer.press("สร้างฉบับร่าง").sees("ประกวดที่ส่งบนสายช้า")
    assert officer.path == "/calls/lost-2564/settings"


def test_settings_that_never_arrived_and_were_corrected_are_not_saved_first(visit):
    officer = visit().become("programme-officer")
    new_call(officer, "corrected-2564")
    officer.press("สร้างฉบับร่าง")
    officer.fill("closes-date", "15/10/2564")
    officer.page.route("**/settings", lambda route: route.abort(), times=1)
    officer.control("บันทึกการตั้งค่า").click()
    officer.page.locator(".sending[role=alert]").wait_for()
    officer.faults.clear()
    officer.fill("closes-date", "30/11/2564")
    officer.press("บันทึกการตั้งค่า").sees("30 พฤศจิกายน 2564")
    assert "15 ตุลาคม 2564" not in officer.text


def test_a_page_put_in_place_has_the_language_the_links_and_the_focus_of_one_that_is_opened(visit):
    officer = visit().become("programme-officer")
    officer.go("/account")
    officer.fill("language", "en")
    with officer._turning():
        officer.page.locator("main form .button").first.click()
    assert officer.page.locator("html").get_attribute("lang") == "en"
    officer.language = "en"
    head = "links => links.map(link => link.outerHTML).sort()"
    put = officer.page.locator("head link").evaluate_all(head)
    assert officer.go("/account").page.locator("head link").evaluate_all(head) == put
    officer.fill("language", "th")
    officer.page.route("**/account", lambda route: route.abort(), times=1)
    officer.page.locator("main form .button").first.focus()
    officer.page.keyboard.press("Enter")
    officer.page.locator(".sending[role=alert]").wait_for()
    assert officer.page.evaluate("document.activeElement.matches('main form .button')")
    officer.faults.clear()
    officer.language = "th"
    with officer._turning():
        officer.page.locator("main form .button").first.click()
    officer.look()


def test_who_stays_when_going_back_has_the_address_of_what_is_there(sheet):
    judge, path = sheet()
    judge.press("บันทึกร่าง แล้วไปเรื่องถัดไป")
    second = judge.path
    assert second != path
    judge.page.locator(".way-out textarea").first.fill("เคยเป็นที่ปรึกษา")
    judge.page.on("dialog", lambda dialog: dialog.dismiss())
    judge.page.evaluate("history.back()")
    judge.page.wait_for_timeout(1000)
    assert judge.path == second
    assert judge.page.locator(".way-out textarea").first.input_value() == "เคยเป็นที่ปรึกษา"


def test_a_question_whether_to_go_on_is_sent_as_forms_are(visit):
    officer = visit().become("programme-officer")
    new_call(officer, "asked-2564")
    officer.press("สร้างฉบับร่าง")
    officer.go("/calls/asked-2564/publication")
    officer.context.set_offline(True)
    officer.control("ประกาศเปิดรับ").click()
    officer.page.locator(".sending[role=alert]").wait_for()
    officer.context.set_offline(False)
    officer.faults.clear()
    assert officer.press("ประกาศเปิดรับ").path == "/calls/asked-2564/settings"
    officer.go("/calls/asked-2564").sees("ประกวดที่ส่งบนสายช้า")


def test_a_sheet_saves_itself_when_the_line_is_back_and_takes_back_what_it_said(sheet):
    judge, path = sheet()
    judge.context.set_offline(True)
    comment(judge).fill("พิมพ์บนรถไฟ")
    judge.control("บันทึกร่าง").click()
    judge.page.locator(".sending[role=alert]").wait_for()
    judge.context.set_offline(False)
    judge.page.locator(".sending").wait_for(state="detached")
    judge.faults.clear()
    state(judge).get_by_text("ยังไม่ได้ส่งคะแนน").wait_for()
    assert comment(judge.go("/desks").go(path)).input_value() == "พิมพ์บนรถไฟ"


def test_on_a_phone_the_buttons_of_an_opened_sheet_are_in_sight(sheet):
    judge, _ = sheet(size={"width": 390, "height": 664})
    judge.page.locator(".sheet > summary").click()
    judge.page.wait_for_timeout(300)
    boxes = [button.bounding_box() for button in judge.page.locator(".judge-scores .actions .button").all()]
    assert all(box and box["y"] >= 0 and box["y"] + box["height"] <= 664 for box in boxes), boxes


def test_a_button_of_another_form_does_not_take_along_what_was_typed(visit):
    officer = visit().become("programme-officer")
    officer.go(f"/calls/{CALL}/people")
    holders = officer.page.locator("tbody tr").count()
    officer.fill("email", "somebody@town.example.go.th")
    warnings = listen(officer)
    officer.page.locator("tbody summary").first.click()
    officer.page.locator("tbody form .button").first.click()
    officer.page.wait_for_timeout(1000)
    assert warnings == ["beforeunload"]
    assert officer.page.locator("main [name=email]").input_value() == "somebody@town.example.go.th"
    other = officer.context.new_page()
    other.goto(f"/calls/{CALL}/people")
    assert other.locator("tbody tr").count() == holders, "nobody's role is taken back before one has answered"


def test_a_form_refused_beside_another_that_nobody_touched_is_sent_again_unasked(visit):
    citizen = visit().become("citizen").go("/account")
    warnings = listen(citizen)
    for password in ["not-the-old-one", "nor-is-this-one"]:
        citizen.faults.clear()
        citizen.fill("password", password)
        citizen.fill("new-password", "correct horse battery")
        citizen.press("เปลี่ยนรหัสผ่าน", status=422)
    assert warnings == []


@pytest.mark.parametrize("again", [False, True], ids=["asked again", "asked anew"])
def test_who_gives_a_role_again_after_a_lost_answer_reads_that_it_is_given(visit, server, again):
    email = new_address()
    shortcuts.registered(server.address, email)
    officer = visit().become("programme-officer").go(f"/calls/{CALL}/people")
    officer.fill("email", email)
    officer.page.locator("main .choice", has_text="ผู้ตรวจสอบคุณสมบัติ").click()
    officer.page.route("**/people", lose, times=1)
    officer.control("ให้บทบาท").click()
    officer.page.locator(".sending[role=alert]").wait_for()
    officer.faults.clear()
    if again:
        officer.go(f"/calls/{CALL}/people").fill("email", email)
        officer.page.locator("main .choice", has_text="ผู้ตรวจสอบคุณสมบัติ").click()
    officer.press("ให้บทบาท", status=422 if again else 200).sees(email)
    assert bool(officer.page.locator(".notice.success").count()) != again


def test_who_changes_a_password_again_after_a_lost_answer_reads_that_it_is_changed(visit, server):
    email = new_address()
    visitor = visit()
    visitor.take_over(shortcuts.registered(server.address, email))
    visitor.go("/account").fill_all({"password": PASSWORD, "new-password": "another pavilion by the river"})
    visitor.page.route("**/account/password", lose, times=1)
    visitor.control("เปลี่ยนรหัสผ่าน").click()
    visitor.page.locator(".sending[role=alert]").wait_for()
    visitor.faults.clear()
    visitor.press("เปลี่ยนรหัสผ่าน")
    assert visitor.page.locator(".notice.success").count() == 1
