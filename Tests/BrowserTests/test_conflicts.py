"""Judges say whether they have a conflict of interest before they may read anything."""

import pytest

from atlas import CALL
from visitor import DESK, PHONE

JUDGING = f"/calls/{CALL}/judging"
QUESTIONS = f"{JUDGING}/conflicts"
CLEAR = "ไม่มีส่วนได้เสียกับรายอื่นทั้งหมด"


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_judge_answers_for_all_at_once_and_then_reads(visit, size):
    judge = visit(size=size).become("judge")
    judge.go(JUDGING)
    before = judge.page.locator("tr[data-row]").count()
    notice = judge.page.locator(".notice.warning a", has_text="แจ้งเรื่องส่วนได้เสีย")
    if notice.count() == 0:
        judge.go(QUESTIONS).sees("ไม่มีเรื่องที่รอคำตอบ")
        return
    judge.press(notice)
    ticks = judge.page.locator("input[name=conflict]")
    asked = ticks.count()
    assert asked >= 2
    # Who entered stands there, and nothing of the work: no link leads to it.
    assert judge.page.locator("main a[href^='/submissions/']").count() == 0
    ticks.first.check()
    judge.press(CLEAR, status=422).sees("เหตุผล")
    assert judge.page.locator("input[name=conflict]").first.is_checked()
    judge.fill("reason", "เคยเป็นที่ปรึกษาของหน่วยงานนี้ (ตัวอย่าง)")
    judge.press(CLEAR).sees("บันทึกคำตอบแล้ว")
    assert judge.path.startswith(JUDGING)
    assert judge.page.locator("tr[data-row]").count() == before + asked - 1
    judge.sees("เคยเป็นที่ปรึกษาของหน่วยงานนี้ (ตัวอย่าง)")


def test_the_question_is_answered_without_script(visit):
    judge = visit(script=False).become("judge")
    judge.go(QUESTIONS)
    if judge.page.get_by_role("button", name=CLEAR).count():
        judge.press(CLEAR).sees("บันทึกคำตอบแล้ว")
    judge.go(QUESTIONS).sees("ไม่มีเรื่องที่รอคำตอบ")
