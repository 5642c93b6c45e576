"""The rule of a round, declared before anybody is asked, and what its chair looks at before deciding."""

import csv
import io
import re

from atlas import CALL, DRAFT_CALL, EARLIER, JUDGED
from visitor import PHONE

DRAFT_RULE = f"/calls/{DRAFT_CALL}/rounds/first-round/rule"
CHAIR = f"/calls/{JUDGED}/rounds/first-round/chair"
FURTHER = f"/calls/{JUDGED}/rounds/first-round/further"


def test_an_officer_declares_the_rule_of_a_round_before_it_opens(visit, staged):
    officer = visit().become("programme-officer")
    officer.go(DRAFT_RULE).sees("ยังไม่มีผู้ใดประกาศ", "ค่าเฉลี่ยแบบตัดหัวท้าย", "ข้อจำกัด")
    officer.page.locator('[name=rule][value="trimmed-mean"]').check()
    officer.page.locator("[name=dropped]").fill("2")
    officer.press("ประกาศกติกา", status=422).sees("ยังมีข้อที่ต้องแก้ไข")
    assert officer.page.locator("[name=dropped]").input_value() == "2"
    officer.page.locator("[name=dropped]").fill("๑")
    officer.page.locator("[name=decimals]").fill("1")
    officer.press("ประกาศกติกา").sees("ประกาศกติกาของรอบนี้แล้ว", "อย่างละ 1 ราย", "ประกาศโดย")
    officer.press("หน้าเกณฑ์และวิธีตัดสินที่ทุกคนอ่านได้").sees("อย่างละ 1 ราย", "ทศนิยม 1 ตำแหน่ง")


def test_the_rule_of_a_round_that_is_open_is_read_and_no_more(visit):
    officer = visit(script=False, size=PHONE).become("programme-officer")
    officer.go(f"/calls/{CALL}/rounds/first-round/rule").sees("กติกาจึงเปลี่ยนไม่ได้")
    assert officer.page.locator("[name=decimals]").count() == 0


def test_the_chairs_page_draws_scores_around_the_cut_and_asks_for_further_reviews(visit):
    officer = visit().become("programme-officer")
    officer.go(CHAIR).sees("เขตก้ำกึ่ง", "ความเข้มงวดและภาระของกรรมการ", "เส้นตัด")
    chart = officer.page.locator("figure.intervals svg")
    drawn = chart.locator("path.interval").count()
    assert drawn == officer.page.locator("table.ranking tbody tr:not(.cut-line)").count() > 8
    assert chart.locator("path.cut").count() == 1
    sheet = officer.context.request.get(f"{officer.address}{CHAIR}.csv").body().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sheet)))
    assert len(rows) == drawn + 1 and rows[0][0] == "อันดับ"
    chances = [float(row[9]) for row in rows[1:]]
    assert abs(sum(chances) - 8) < 0.2
    officer.press("ขอผลประเมินเพิ่มสำหรับเรื่องในเขตก้ำกึ่ง").sees("หลังทราบคะแนนแล้ว")
    button = officer.page.locator(f'main form[action="{FURTHER}"] button')
    asked = int(re.search(r"\d+", button.inner_text()).group())
    assert asked == officer.page.locator("main table tbody tr").count() > 0
    officer.press(button, status=422).sees("ยังมีข้อที่ต้องแก้ไข")
    officer.fill("reason", "คะแนนใกล้เส้นตัดมาก")
    officer.press(officer.page.locator(f'main form[action="{FURTHER}"] button'))
    assert officer.path == CHAIR
    officer.sees("ขอผลประเมินเพิ่มแล้ว")
    # Nobody decides without the further reviews unawares.
    officer.go(f"/calls/{JUDGED}/rounds/first-round/ranking").sees("รออีก 1", "กรรมการยังไม่ส่ง")
    officer.press("ลงความเห็นตามอันดับ คัดเลือก 8 เรื่อง", status=422).sees("ยังไม่ได้ลงความเห็น")
    assert not officer.page.locator("[name=without-open]").is_checked()


def test_the_chairs_page_of_a_decided_round_only_tells(visit):
    officer = visit(size=PHONE, language="en").become("programme-officer")
    officer.go(f"/calls/{EARLIER}/rounds/first-round/chair").sees("The chair's page", "Harshness and load")
    assert officer.page.locator(f'main a[href$="/further"]').count() == 0
