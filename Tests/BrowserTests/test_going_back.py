"""Going back, going away and coming again: what was typed is there, and nothing is asked for twice."""

import re

import pytest

from lines import lose
from visitor import PHONE

NOT_GIVEN = "ยังไม่ได้ส่งคะแนน"


def back(visitor):
    with visitor._turning():
        visitor.page.go_back()
    assert "ERR_" not in visitor.page.content()
    return visitor.look()


@pytest.mark.parametrize("action", ["pass", "return", "reject"])
def test_back_shows_the_form_that_came_back_with_mistakes(visit, waiting, action):
    _, entry = waiting
    screener = visit().become("screener")
    screener.go(f"{entry}/actions/{action}")
    button = screener.page.locator("main form .button").first
    screener.press(button, status=422).sees("ยังมีข้อที่ต้องแก้ไข")
    screener.press(screener.page.locator(f'main a[href^="{entry}"]').first)
    assert screener.path == entry
    back(screener)
    assert screener.path == f"{entry}/actions/{action}" and button.is_visible()


def test_back_shows_what_was_typed_beside_the_mistake(visit, waiting):
    _, entry = waiting
    screener = visit().become("screener")
    screener.go(f"{entry}/actions/return")
    screener.fill("reason", "โปรดแนบหนังสือรับรอง")
    screener.press("ส่งกลับให้แก้ไข", status=422)
    screener.press(screener.page.locator(f'main a[href^="{entry}"]').first)
    back(screener)
    assert screener.page.locator("[name=reason]").input_value() == "โปรดแนบหนังสือรับรอง"


def name_of_contact(visitor):
    return visitor.page.locator("[name=contact_name]")


@pytest.mark.parametrize("button, status", [("บันทึกและไปต่อ", 422), (None, 200)], ids=["refused", "never sent"])
def test_old_words_do_not_take_the_place_of_newer_ones_when_one_goes_back(draft, visit, button, status):
    clerk, entry = draft
    page = f"{entry}/pages/organisation"
    clerk.page.on("dialog", lambda dialog: dialog.accept())
    other = visit(looks=False)
    other.context.add_cookies(clerk.context.cookies())
    clerk.go(page)
    name_of_contact(clerk).fill("ผู้ประสานงานคนแรก")
    clerk.fill("contact_phone", "ไม่ทราบ")
    if button:
        clerk.press(button, status=status)
    clerk.go("/following")
    other.go(page)
    other.fill("contact_name", "ผู้ประสานงานคนที่สอง")
    other.press("บันทึก", status=status)
    clerk.page.go_back()
    clerk.page.wait_for_load_state()
    assert name_of_contact(clerk).input_value() == "ผู้ประสานงานคนแรก"
    clerk.fill("contact_position", "นักวิชาการคอมพิวเตอร์")
    with clerk.page.expect_response(lambda answer: answer.request.method == "POST"):
        clerk.control("บันทึก").click()
    clerk.page.locator("#mistakes").wait_for()
    assert name_of_contact(other.go("/following").go(page)).input_value() == "ผู้ประสานงานคนที่สอง"
    assert other.page.locator("[name=contact_position]").input_value() == "นักวิชาการคอมพิวเตอร์"


def test_nobody_is_overtaken_by_words_of_his_own_when_one_goes_back(draft):
    clerk, entry = draft
    page = f"{entry}/pages/organisation"
    clerk.go(page)
    clerk.fill_all({"contact_name": "ผู้ประสานงาน", "contact_position": "นักวิชาการ", "contact_phone": "ไม่ทราบ"})
    clerk.press("บันทึกและไปต่อ", status=422)
    clerk.fill_all({"contact_name": "ผู้ประสานงานคนใหม่", "contact_phone": "0 2000 0000"})
    clerk.press("บันทึกและไปต่อ")
    assert clerk.path != page
    back(clerk)
    assert clerk.path == page
    clerk.fill("contact_name", "ผู้ประสานงานคนล่าสุด")
    clerk.press("บันทึก")
    assert name_of_contact(clerk).input_value() == "ผู้ประสานงานคนล่าสุด"


PERIOD = {"opens-date": "1/9/2564", "opens-time": "08:30", "closes-date": "30/9/2564", "closes-time": "16:30"}


@pytest.mark.parametrize("is_sent", [False, True], ids=["never sent", "refused"])
def test_the_period_of_a_new_call_is_there_when_an_officer_goes_back(visit, is_sent):
    officer = visit().become("programme-officer")
    officer.page.on("dialog", lambda dialog: dialog.accept())
    officer.go("/desks/calls/new").fill_all(PERIOD)
    shown = lambda: {name: officer.page.locator(f"[name={name}]").input_value() for name in PERIOD}
    if is_sent:
        officer.press("สร้างฉบับร่าง", status=422)
        assert shown() == PERIOD
    officer.go("/desks")
    back(officer)
    assert officer.path == "/desks/calls/new"
    assert shown() == PERIOD


def test_back_leads_to_the_form_also_where_the_answer_has_another_address(visit, clerk):
    visitor = visit()
    visitor.take_over(clerk)
    visitor.go("/memberships")
    visitor.page.locator("main form .button").first.click()
    visitor.page.locator("#mistakes").wait_for()
    visitor.press(visitor.page.locator("header a.mark"))
    back(visitor)
    assert visitor.path == "/memberships"


def test_what_somebody_filed_stands_beside_what_the_action_asks(visit, waiting):
    _, entry = waiting
    for size, is_beside in [({"width": 1280, "height": 900}, True), (PHONE, False)]:
        screener = visit(size=size).become("screener")
        screener.go(f"{entry}/actions/pass").sees("ระบบรับเรื่องไฟฟ้าสาธารณะดับ", "โครงการ.pdf")
        form = screener.page.locator("main form.form").bounding_box()
        filed = screener.page.locator(".what-was-filed").bounding_box()
        assert (filed["x"] >= form["x"] + form["width"]) == is_beside
        assert (filed["y"] >= form["y"] + form["height"]) == (not is_beside)


def state(judge):
    return judge.page.locator("[data-draft-state]")


def test_a_judge_who_leaves_finds_the_scores_and_comments_again(sheet):
    judge, path = sheet()
    judge.page.locator("[name=score-impact][value='4']").check()
    judge.page.locator("[name=comment-to-committee]").fill("อ่านแล้วครึ่งหนึ่ง")
    state(judge).get_by_text(NOT_GIVEN).wait_for()
    # Impact weighs 30; 4 of 5 are 24.
    judge.page.locator("[data-draft-total]", has_text=re.compile("^24.00$")).wait_for()
    judge.go("/desks").go(path).sees(NOT_GIVEN)
    assert judge.page.locator("[name=score-impact][value='4']").is_checked()
    assert judge.page.locator("[name=comment-to-committee]").input_value() == "อ่านแล้วครึ่งหนึ่ง"


def test_becoming_somebody_else_right_after_a_choice_loses_nothing(sheet):
    judge, path = sheet()
    judge.page.locator("[name=score-usefulness][value='3']").check()
    judge.become("citizen").become("judge").go(path)
    assert judge.page.locator("[name=score-usefulness][value='3']").is_checked()


def test_a_draft_that_cannot_be_kept_says_so(sheet):
    judge, path = sheet()
    judge.page.route(f"**{path}", lambda route: route.abort())
    judge.page.locator("[name=score-impact][value='2']").check()
    state(judge).get_by_text("ยังเก็บร่างไม่ได้").wait_for()
    judge.faults.clear()


def test_an_older_page_does_not_take_the_place_of_a_newer_draft(sheet):
    judge, path = sheet()
    older = judge.page.context.new_page()
    older.goto(judge.page.url)
    comment = judge.page.locator("[name=comment-to-committee]")
    for words in ["ร่างแรก", "ร่างแรก และต่อท้าย"]:
        comment.fill(words)
        with judge.page.expect_response(lambda answer: answer.url.endswith(path)) as kept:
            judge.page.locator("[name=comment-to-committee]").blur()
        assert kept.value.status == 200, "one page goes on with its own draft"
    older.locator("[name=comment-to-committee]").fill("จากหน้าเก่า")
    older.locator("[data-draft-state]").get_by_text("มีร่างที่ใหม่กว่า").wait_for()
    older.close(run_before_unload=False)
    judge.faults.clear()
    judge.go("/desks").go(path)
    assert judge.page.locator("[name=comment-to-committee]").input_value() == "ร่างแรก และต่อท้าย"


@pytest.mark.parametrize("is_refused", [True, False], ids=["refused", "never sent"])
def test_an_older_draft_does_not_take_the_place_of_a_newer_one_when_one_goes_back(sheet, is_refused):
    judge, path = sheet()
    comment = judge.page.locator("[name=comment-to-committee]")
    old, new = (f"{words} {is_refused}" for words in ("ร่างเก่า", "ร่างใหม่จากหน้าอื่น"))
    kept = lambda answer: answer.url.endswith(path) and answer.request.resource_type == "fetch"
    with judge.page.expect_response(kept):
        comment.fill(old)
        comment.blur()
    if is_refused:
        judge.press("ส่งคะแนน แล้วไปเรื่องถัดไป", status=422)
    judge.press(judge.page.locator("header a.mark"))
    other = judge.page.context.new_page()
    other.goto(judge.address + path)
    with other.expect_response(kept):
        other.locator("[name=comment-to-committee]").fill(new)
        other.locator("[name=comment-to-committee]").blur()
    other.close()
    # The sheet's own script is the last to come.
    late = []
    judge.page.route("**/js/judge.js*", lambda route: late.append(route), times=1)
    back(judge)
    assert late
    late[0].continue_()
    state(judge).get_by_text("มีร่างที่ใหม่กว่า").wait_for()
    assert comment.input_value() == old
    judge.faults.clear()
    judge.page.on("dialog", lambda dialog: dialog.accept())
    judge.go("/desks").go(path)
    assert comment.input_value() == new


def test_a_draft_whose_answer_was_lost_is_not_taken_for_another_pages(sheet):
    judge, path = sheet()
    comment = judge.page.locator("[name=comment-to-committee]")
    judge.page.route(f"**{path}", lose, times=1)
    comment.fill("ส่งแล้วแต่ไม่ได้คำตอบ")
    state(judge).get_by_text("ยังเก็บร่างไม่ได้").wait_for()
    judge.faults.clear()
    comment.fill("ส่งแล้วแต่ไม่ได้คำตอบ จึงส่งอีก")
    state(judge).get_by_text(NOT_GIVEN).wait_for()
    judge.go("/desks").go(path)
    assert comment.input_value() == "ส่งแล้วแต่ไม่ได้คำตอบ จึงส่งอีก"


def test_on_a_phone_a_judge_reads_the_mistakes_and_the_sheet_is_no_wider_than_it(sheet):
    judge, path = sheet(size=PHONE)
    panel = judge.page.locator(".sheet")
    panel.locator("> summary").click()
    assert panel.evaluate("sheet => sheet.scrollWidth - sheet.clientWidth") == 0
    judge.press("ส่งคะแนน แล้วไปเรื่องถัดไป", status=422)
    mistakes = judge.page.locator("#mistakes")
    box, cover = mistakes.bounding_box(), judge.page.locator(".judge-scores").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= cover["y"], "the mistakes lie behind the panel"
    link = mistakes.locator("a").last
    link.click()
    field = judge.page.locator(re.sub(r".*(#)", r"\1", link.get_attribute("href")))
    assert field.is_visible()
    back(judge.press(judge.page.locator("header a.mark")))
    assert judge.path == path
