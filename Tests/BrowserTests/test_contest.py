"""Those who run the contest: screeners, the programme's officer, judges."""

import csv
import io
import re

import pytest

from atlas import CALL, DESK_PATH, EARLIER, JUDGED, JUDGED_RANKING, NUMBER, ROUND_PATH
from staging import CHECKS
from visitor import DESK, PHONE


def choose(visitor, *entries: str) -> None:
    for entry in entries:
        visitor.page.locator(f'.pick [name=submission][value="{entry.rpartition("/")[2]}"]').check()


def test_a_screener_returns_an_entry_and_passes_it_when_it_is_mended(visit, filed):
    clerk, entry = filed
    screener = visit().become("screener")
    screener.go("/desks")
    screener.press(screener.page.locator(f'main a[href^="{DESK_PATH}"]').first)
    screener.go(entry).press("ส่งกลับให้แก้ไข")
    screener.press("ส่งกลับให้แก้ไข", status=422).sees("ยังมีข้อที่ต้องแก้ไข")
    screener.fill("parts", ["documents"])
    screener.fill("reason", "โปรดแนบหนังสือรับรองฉบับที่ลงนามแล้ว")
    screener.fill("due", "1/7/2564")
    screener.press("ส่งกลับให้แก้ไข", status=422).sees("โปรดกำหนดวันที่หลังจากวันนี้")
    assert screener.page.locator("[name=reason]").input_value() == "โปรดแนบหนังสือรับรองฉบับที่ลงนามแล้ว"
    screener.fill("due", "30 ก.ค. 2564")
    screener.press("ส่งกลับให้แก้ไข")
    assert screener.path == entry
    screener.sees("รอแก้ไขเพิ่มเติม", "30 กรกฎาคม 2564")

    filer = visit(size=PHONE)
    filer.take_over(clerk)
    filer.go(entry).sees("รอแก้ไขเพิ่มเติม", "โปรดแนบหนังสือรับรองฉบับที่ลงนามแล้ว")
    filer.go(f"{entry}/pages/work")
    filer.fill("title", "ระบบรับเรื่องไฟฟ้าสาธารณะดับ ฉบับแก้ไข")
    filer.press("บันทึก")
    filer.go(f"{entry}/summary").press("ส่งผลงานที่แก้ไขแล้ว")
    filer.press("ส่งผลงานที่แก้ไขแล้ว").sees("อยู่ระหว่างตรวจสอบคุณสมบัติ")

    screener.go(entry).press("ดูสิ่งที่แก้ไข").sees("ระบบรับเรื่องไฟฟ้าสาธารณะดับ ฉบับแก้ไข")
    screener.go(entry).press("ให้ผ่านการตรวจสอบ")
    screener.fill("checks", CHECKS)
    screener.press("ให้ผ่านการตรวจสอบ").sees("อยู่ระหว่างการพิจารณาของคณะกรรมการ")
    filer.go(entry).sees("ผ่านการตรวจสอบคุณสมบัติแล้ว")


def test_a_screener_sees_what_a_bulk_action_will_do_before_it_is_done(visit, new_filed):
    entries = [new_filed()[1], new_filed()[1]]
    screener = visit().become("screener")
    screener.go(f"{DESK_PATH}?stage=screening")
    before = screener.page.locator("tr[data-row]").count()
    assert before >= 2
    bar = screener.page.locator(".bulk")
    assert not bar.is_visible()
    screener.go(f"/calls/{DESK_PATH.split('/')[2]}/bulk-actions?action=pass&desk={DESK_PATH}")
    screener.sees("ยังไม่ได้เลือกเรื่อง")
    assert bar.is_visible()
    screener.go(f"{DESK_PATH}?stage=screening")
    choose(screener, *entries)
    assert screener.page.locator("[data-chosen-count]").inner_text() == "เลือก 2 เรื่องในหน้านี้"
    screener.press(screener.page.locator("button[name=action][value=pass]"))
    screener.sees("2 เรื่องจะเปลี่ยนสถานะเป็น", "ผู้ยื่นของ 2 เรื่องจะได้รับหนังสือแจ้ง")
    listed = screener.page.locator(".bulk-list li")
    assert listed.count() == 2
    for line in listed.all():
        assert re.search(rf"{NUMBER} .+\n.+ จังหวัด.+", line.inner_text()), line.inner_text()
        assert line.locator(".stage").all_inner_texts() == [
            "อยู่ระหว่างตรวจสอบคุณสมบัติ", "อยู่ระหว่างการพิจารณาของคณะกรรมการ"]
    screener.press("ให้ผ่านการตรวจสอบ 2 เรื่อง", status=422).sees("ยังมีข้อที่ต้องแก้ไข")
    screener.sees("2 เรื่องจะเปลี่ยนสถานะเป็น")
    screener.page.go_back()
    assert screener.page.locator(".pick [name=submission]:checked").count() == 2
    screener.press(screener.page.locator("button[name=action][value=pass]"))
    screener.fill("checks", CHECKS)
    screener.press("ให้ผ่านการตรวจสอบ 2 เรื่อง").sees("ผ่านการตรวจสอบคุณสมบัติแล้ว 2 เรื่อง")
    screener.go(f"{DESK_PATH}?stage=screening")
    assert screener.page.locator("tr[data-row]").count() == before - 2


def test_the_desk_finds_by_word_and_works_by_keyboard(visit):
    screener = visit().become("screener")
    screener.go(DESK_PATH)
    before = screener.page.locator("tr[data-row]").count()
    screener.page.locator("[name=query]").fill("ผู้สูงอายุ")
    screener.press("ใช้ตัวกรอง")
    assert 0 < screener.page.locator("tr[data-row]").count() < before
    screener.page.locator("tr[data-row]").first.focus()
    screener.page.keyboard.press("j")
    assert screener.page.evaluate("document.activeElement === document.querySelectorAll('tr[data-row]')[1]")
    screener.page.keyboard.press("k")
    with screener.page.expect_navigation():
        screener.page.keyboard.press("Enter")
    assert re.match(r"/submissions/", screener.path)
    screener.look()
    screener.go(f"{DESK_PATH}?query=ไม่มีคำนี้ในเรื่องใดเลย").sees("ไม่พบเรื่องที่ตรงกับตัวกรอง")


def test_a_screener_goes_from_one_waiting_entry_to_the_next_and_back_to_the_filter(visit, new_filed):
    entries = [new_filed()[1], new_filed()[1]]
    screener = visit().become("screener")
    screener.go("/desks").press(screener.page.locator("main .stats a").first)
    assert screener.page.url.endswith(f"{DESK_PATH}?stage=screening")
    screener.page.locator(f'tbody a[href^="{entries[0]}?"]').click()
    screener.press("ให้ผ่านการตรวจสอบ")
    screener.fill("checks", CHECKS)
    screener.press("ให้ผ่านการตรวจสอบ").sees(" – ผ่านการตรวจสอบคุณสมบัติแล้ว")
    screener.press(screener.page.locator(".notice.success a"))
    assert screener.path == entries[1]
    screener.sees("อยู่ระหว่างตรวจสอบคุณสมบัติ").press("กลับไปที่โต๊ะงาน")
    assert screener.page.url.endswith(f"{DESK_PATH}?stage=screening")


def test_the_bar_of_bulk_actions_is_slim_on_a_phone_and_never_covers_what_is_in_focus(visit):
    screener = visit(size=PHONE).become("screener")
    screener.go(DESK_PATH)
    bar = screener.page.locator(".bulk")
    boxes = screener.page.locator(".pick [name=submission]")
    assert boxes.count() > 20 and not bar.is_visible()
    boxes.first.check()
    assert bar.bounding_box()["height"] <= 64
    for number in range(12):
        boxes.nth(number).focus()
        box, cover = boxes.nth(number).bounding_box(), bar.bounding_box()
        assert box["y"] + box["height"] <= cover["y"], f"row {number} lies behind the bar"


def test_everybody_of_the_demo_can_be_reached_on_a_phone(visit):
    citizen = visit(size=PHONE).become("citizen")
    citizen.page.locator(".personas-menu summary").click()
    for button in citizen.page.locator(".personas button, .personas a").all():
        box = button.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] and box["height"] >= 44
    citizen.page.locator('form[action="/personas/judge"] button').click()
    citizen.page.wait_for_load_state()
    assert "กรรมการ" in citizen.page.locator(".personas-menu summary").inner_text()


def hold(officer):
    """Holds the decisions without waiting for what others have asked for besides."""
    waiver = officer.page.locator("[name=without-open]")
    if waiver.count():
        waiver.check()
    return officer.press("ลงความเห็นตามอันดับ คัดเลือก 8 เรื่อง")


def test_an_officer_holds_decisions_takes_them_back_and_releases_them(visit):
    officer = visit().become("programme-officer")
    officer.go(JUDGED_RANKING)
    hold(officer).sees("ลงความเห็นตามอันดับแล้ว")
    officer.press("ถอนความเห็นทั้งหมด").sees("ถอนความเห็นทั้งหมดแล้ว")
    hold(officer)
    officer.press("ไปหน้าประกาศผล").sees("เมื่อประกาศแล้วถอนกลับไม่ได้").sees("อันดับ 1 ·")
    officer.press(officer.page.locator("form.confirm button")).sees("ประกาศผลแล้ว")
    officer.press("ดูทะเบียนสาธารณะ")
    assert officer.page.locator(f'main a[href^="/register/{JUDGED}/DL-"]').count() == 8


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_ranking_goes_on_behind_the_line_that_cuts_it(visit, size):
    officer = visit(size=size).become("programme-officer")
    officer.go(JUDGED_RANKING)
    box = officer.page.locator(".table-scroll:has(.ranking)")
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    officer.control("ไปที่เส้นตัดในตาราง").click()
    shown = "row => { const { top, bottom } = row.getBoundingClientRect(); return top > 44 && bottom < innerHeight }"
    cut = officer.page.locator("#cut")
    for row in (cut, cut.locator("xpath=preceding-sibling::tr[1]"), cut.locator("xpath=following-sibling::tr[1]")):
        assert row.evaluate(shown)


def test_a_round_that_is_over_offers_no_decision(visit):
    officer = visit().become("programme-officer")
    officer.go(f"/calls/{EARLIER}/rounds/final-round/ranking")
    assert officer.page.locator("main form[action$='/selection']").count() == 0


def test_the_people_of_a_call_stand_on_the_page_without_a_window_of_their_own(visit):
    officer = visit().become("programme-officer")
    officer.go(f"/calls/{CALL}/people")
    assert officer.page.locator(".table-scroll").evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    assert officer.page.locator("tbody tr").count() > 15


def test_an_officer_sends_the_downloaded_list_of_assignments_back(visit):
    officer = visit().become("programme-officer")
    officer.go(ROUND_PATH).sees("judge-1@local-2564.example")
    sheet = officer.context.request.get(f"{officer.address}{ROUND_PATH}/assignment-list.csv").body()
    officer.fill("list-file", {"name": "list.csv", "mimeType": "text/csv", "buffer": sheet})
    officer.press("ตรวจรายการ และดูว่าใครจะได้เรื่องใด").sees("ตรวจก่อนมอบหมาย")
    confirm = officer.page.locator(f'main form[action="{ROUND_PATH}/assignment-list"] button')
    if confirm.count():
        officer.press(confirm).sees("มอบหมายตามรายการแล้ว")
    else:
        officer.sees("ไม่มีรายการใดให้มอบหมายเพิ่ม").go(ROUND_PATH)
    officer.fill("seed", "เลขมงคล")
    officer.press(
        officer.page.locator(f'form[action="{ROUND_PATH}/assignments"]').get_by_role("button"), status=422)
    officer.sees("พิมพ์จำนวนเต็ม 1 ถึง 18 หลัก")
    assert officer.page.locator("[name=seed]").input_value() == "เลขมงคล"


def test_a_screener_rejects_with_a_reason_that_the_filer_reads(visit, filed):
    clerk, entry = filed
    screener = visit().become("screener")
    screener.go(f"{entry}/actions/reject")
    screener.fill("ground", "out_of_scope")
    screener.fill("reason", "ผลงานไม่ได้ใช้เทคโนโลยีดิจิทัล")
    screener.press("ไม่ให้ผ่านการตรวจสอบ").sees("ไม่ผ่านการตรวจสอบคุณสมบัติ")
    filer = visit()
    filer.take_over(clerk)
    filer.go(entry).sees("ไม่ผ่านการตรวจสอบคุณสมบัติ")
    letter = filer.page.locator("main a[href^='/letters/']").first
    filer.press(letter).sees("ผลงานไม่ได้ใช้เทคโนโลยีดิจิทัล")


def test_an_officer_assigns_judges_automatically(visit, filed):
    _, entry = filed
    officer = visit().become("programme-officer")
    officer.go(f"{entry}/actions/pass")
    officer.fill("checks", CHECKS)
    officer.press("ให้ผ่านการตรวจสอบ")
    officer.go(ROUND_PATH)
    officer.press(officer.page.locator(f'form[action="{ROUND_PATH}/assignments"]').get_by_role("button"))
    officer.sees("ตรวจก่อนมอบหมาย", "จะส่งหนังสือแจ้งกรรมการ")
    officer.press(officer.page.locator(f'main form[action="{ROUND_PATH}/assignments"] button'))
    assert officer.path == ROUND_PATH
    officer.sees("มอบหมายเมื่อครู่")
    added = re.search(r"มอบหมายเพิ่ม (\d+) รายการ", officer.page.locator(".notice").inner_text())
    assert "done" not in officer.page.url
    assert added and int(added.group(1)) >= 3
    judges = officer.go(f"{entry}/rounds/first-round/judges").page.locator("main form[action$='/withdrawal']")
    assert judges.count() == 3
    recusal = officer.page.locator("details", has_text="ให้งดประเมินเพราะมีส่วนได้เสีย").first
    recusal.locator("summary").click()
    recusal.locator("input[name^='recusal-']").fill("เป็นพี่น้องกับผู้ประสานงาน (ตัวอย่าง)")
    officer.press(recusal.get_by_role("button")).sees("ให้กรรมการงดประเมินแล้ว", "เป็นพี่น้องกับผู้ประสานงาน (ตัวอย่าง)")
    assert judges.count() == 2


def open_sheet(judge) -> None:
    sheet = judge.page.locator("details.sheet")
    if sheet.get_attribute("open") is None:
        sheet.locator("summary").first.click()


def test_a_judge_scores_on_a_phone(visit):
    judge = visit(size=PHONE).become("judge")
    judge.go("/desks")
    judge.press(judge.page.locator(f'main a[href="/calls/{CALL}/judging"]').first)
    judge.press(judge.page.locator("main .actions a.button").first)
    review = judge.path
    assert re.match(r"/submissions/[0-9a-f-]{36}/reviews/first-round", review)
    open_sheet(judge)
    judge.fill("score-impact", "4")
    judge.press("บันทึกร่าง").sees("บันทึกร่างคะแนนแล้ว")
    open_sheet(judge)
    assert judge.page.locator('[name=score-impact][value="4"]').is_checked()
    judge.press("ส่งคะแนน แล้วไปเรื่องถัดไป", status=422).sees("ยังมีข้อที่ต้องแก้ไข")
    panel, summary = (judge.page.locator(part).bounding_box() for part in (".judge-scores", "#mistakes"))
    assert 0 <= summary["y"] and summary["y"] + summary["height"] <= panel["y"]
    judge.page.locator("#mistakes a").first.click()
    panel, mistake = (
        judge.page.locator(part).first.bounding_box() for part in (".judge-scores .sheet", ".judge-scores .has-error"))
    assert panel["y"] <= mistake["y"] < panel["y"] + panel["height"]
    for name in ["usefulness", "innovation", "sustainability", "replicability"]:
        judge.fill(f"score-{name}", "3")
    judge.fill("comment-to-filer", "ควรวัดผลก่อนและหลังใช้งานให้ต่อเนื่อง")
    judge.press("ส่งคะแนน แล้วไปเรื่องถัดไป").sees("กลับไปดูหรือแก้คะแนนเรื่องนั้น")
    assert judge.path != review
    judge.go(review).sees("ให้คะแนนแล้ว")


def test_a_judge_declares_a_conflict_and_the_entry_leaves_the_desk(visit):
    judge = visit().become("judge")
    judge.go(f"/calls/{CALL}/judging")
    judge.press(judge.page.locator("main .actions a.button").first)
    review = judge.path
    judge.page.get_by_role("link", name="แจ้งว่ามีส่วนได้เสีย หรือขอไม่ประเมิน").click()
    assert judge.page.locator("#conflict").evaluate("form => form.getBoundingClientRect().top") < 200
    judge.page.locator("textarea[name=comment-to-filer]").fill("ยังไม่ได้บันทึก")
    judge.press("ยืนยันว่ามีส่วนได้เสีย", status=422)
    assert judge.page.locator("textarea[name=comment-to-filer]").input_value() == "ยังไม่ได้บันทึก"
    judge.fill("conflict-reason", "เคยเป็นที่ปรึกษาของหน่วยงานนี้ (ตัวอย่าง)")
    judge.press("ยืนยันว่ามีส่วนได้เสีย").sees("บันทึกว่ามีส่วนได้เสียแล้ว")
    judge.go(review, status=403).sees("ท่านแจ้งว่ามีส่วนได้เสียกับเรื่องนี้เมื่อ")


def test_an_officer_sees_the_ranking_and_how_a_score_comes_about(visit):
    officer = visit().become("programme-officer")
    officer.go(f"{ROUND_PATH}/ranking")
    officer.press(officer.page.locator(f'main a[href^="{ROUND_PATH}/ranking/"]').first)
    officer.go(f"{ROUND_PATH}/ranking")
    answer = officer.context.request.get(f"{officer.address}{ROUND_PATH}/ranking.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"))))
    assert len(rows) > 20
    assert len({len(row) for row in rows}) == 1
