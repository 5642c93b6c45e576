"""The same work open in two tabs: what one of them did is said in the other, and nothing is lost unseen."""

import re

from atlas import CALL
from documents import pdf


def beside(visit, visitor):
    """Another tab of the same person's."""
    other = visit(looks=False)
    other.context.add_cookies(visitor.context.cookies())
    return other


def test_a_sheet_that_is_the_judges_no_more_says_so_and_counts_what_is_chosen(visit):
    judge = visit(looks=False).become("judge")
    judge.go(f"/calls/{CALL}/judging")
    open_rows = judge.page.locator("tr", has_text=re.compile("รอให้คะแนน|บันทึกร่างไว้"))
    review = open_rows.last.locator("th a").get_attribute("href")
    judge.go(review)
    other = beside(visit, judge).go(review)
    other.fill("conflict-reason", "เคยเป็นที่ปรึกษาของหน่วยงานนี้ (ตัวอย่าง)")
    other.press("ยืนยันว่ามีส่วนได้เสีย").sees("บันทึกว่ามีส่วนได้เสียแล้ว")
    page = judge.page
    page.on("dialog", lambda dialog: dialog.accept())
    for row in page.locator("fieldset.score").all():
        row.locator("input[type=radio]").nth(3).check(force=True)
    state = page.locator("[data-draft-state]")
    state.get_by_text("ท่านแจ้งว่ามีส่วนได้เสียกับเรื่องนี้เมื่อ").wait_for()
    assert "สิ่งที่กรอกไว้ยังอยู่ในหน้านี้" in state.inner_text()
    assert "กดบันทึกร่างอีกครั้ง" not in state.inner_text()
    count = page.locator("fieldset.score").count()
    page.locator("[data-draft-part]").get_by_text(f"ให้แล้ว {count} จาก {count} ข้อ").wait_for()
    assert page.locator("fieldset.score :checked").count() == count
    judge.faults.clear()


def file_named(name):
    return {"name": name, "mimeType": "application/pdf", "buffer": pdf(name)}


def test_a_file_given_in_another_tab_is_not_replaced_unseen(draft, visit):
    clerk, entry = draft
    page = f"{entry}/pages/documents"
    clerk.go(page)
    other = beside(visit, clerk).go(page)
    letter = "[name=consent_letter]"
    clerk.page.locator(letter).set_input_files(file_named("second.pdf"))
    other.page.locator(letter).set_input_files(file_named("first.pdf"))
    other.press("บันทึก").sees("first.pdf")
    # What is typed meanwhile brings the page's newer state, under which the chosen file was never shown it.
    clerk.fill("video_link", "https://video.example.go.th/42")
    clerk.page.locator("[name=video_link]").blur()
    clerk.page.wait_for_timeout(1500)
    clerk.press("บันทึก", status=422).sees("ไม่ได้แนบไฟล์ second.pdf", "first.pdf")
    clerk.page.locator(letter).set_input_files(file_named("second.pdf"))
    clerk.press("บันทึก").sees("second.pdf")
    assert "first.pdf" not in clerk.page.locator("main").inner_text()


def test_what_was_ticked_is_there_after_a_cancelled_action_on_all(visit):
    screener = visit().become("screener")
    desk = f"/calls/{CALL}/desk"
    screener.go(desk)
    whole = screener.page.locator("[name=all-matching]")
    chosen = screener.page.locator(".pick [name=submission]")
    chosen.first.check()
    words = screener.page.locator("[data-chosen-count]")
    assert words.inner_text() == "เลือก 1 เรื่องในหน้านี้"
    whole.check()
    everything = words.inner_text()
    screener.press(screener.page.locator("button[name=action]").first)
    screener.press("กลับ")
    assert whole.is_checked() and words.inner_text() == everything
    assert screener.page.locator(".pick [name=submission]:checked").count() == 1
