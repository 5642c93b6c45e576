"""Judges say whether they have a conflict of interest before they may read anything."""

import pytest

from atlas import CALL
from staging import CHECKS, act, found
from visitor import DESK, PHONE

JUDGING = f"/calls/{CALL}/judging"
QUESTIONS = f"{JUDGING}/conflicts"
CLEAR = "บันทึกคำตอบ"


@pytest.fixture
def asked(officer, new_filed):
    """Two more entries that the judge is asked about."""
    for _ in range(2):
        _, entry = new_filed()
        act(officer, entry, "pass", {"checks": CHECKS})
        judges = f"{entry}/rounds/first-round/judges"
        judge = found(r'<option value="([0-9a-f-]{36})">กรรมการ 1 \(ตัวอย่าง\)', officer.get(judges))
        assert officer.post(judges, {"judge": judge}).status == 303


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_judge_answers_for_all_at_once_and_then_reads(visit, asked, size):
    judge = visit(size=size).become("judge")
    judge.go(JUDGING)
    before = judge.page.locator("tr[data-row]").count()
    judge.press(judge.page.locator(".notice.warning a", has_text="แจ้งเรื่องส่วนได้เสีย"))
    ticks = judge.page.locator("input[name=conflict]")
    count = ticks.count()
    assert count >= 2
    # Who entered stands there, and nothing of the work: no link leads to it.
    assert judge.page.locator("main a[href^='/submissions/']").count() == 0
    ticks.first.check()
    judge.press(CLEAR, status=422).sees("เหตุผล")
    assert judge.page.locator("input[name=conflict]").first.is_checked()
    judge.fill("reason", "เคยเป็นที่ปรึกษาของหน่วยงานนี้ (ตัวอย่าง)")
    judge.press(CLEAR).sees("บันทึกคำตอบแล้ว")
    assert judge.path.startswith(JUDGING)
    assert judge.page.locator("tr[data-row]").count() == before + count - 1
    judge.sees("เคยเป็นที่ปรึกษาของหน่วยงานนี้ (ตัวอย่าง)")


def test_the_question_is_answered_without_script(visit, asked):
    judge = visit(script=False).become("judge")
    judge.go(QUESTIONS)
    judge.press(CLEAR).sees("บันทึกคำตอบแล้ว")
    judge.go(QUESTIONS).sees("ไม่มีเรื่องที่รอคำตอบ")


def test_what_was_ticked_and_typed_stays_when_another_question_is_asked_by_now(visit, asked):
    judge = visit(size=PHONE).become("judge")
    judge.go(QUESTIONS)
    judge.page.locator("input[name=conflict]").first.check()
    judge.fill("reason", "เป็นญาติ (ตัวอย่าง)")
    # The language is changed in another tab: the words that are answered are others now.
    judge.context.add_cookies([{"name": "sala-language", "value": "en", "url": judge.address}])
    judge.language = "en"
    judge.press(CLEAR, status=409).sees("Your answer was not kept")
    assert judge.page.locator("input[name=conflict]").first.is_checked()
    assert judge.page.locator("[name=reason]").input_value() == "เป็นญาติ (ตัวอย่าง)"
    judge.press("Save my answers").sees("Your answers are kept")
