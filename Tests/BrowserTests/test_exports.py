"""An officer takes everything out, and anybody reads how a result came about."""

import csv
import io
import json
import re
import time
import zipfile

import openpyxl
import shortcuts
from atlas import CALL, EARLIER, NUMBER

FORMULA = "=HYPERLINK(\"http://example.com\")"


def export(officer, kind):
    """The bytes of a new export, waited for as somebody without script waits."""
    answer = officer.post(f"/calls/{CALL}/exports", {"format": kind})
    assert answer.status == 303, answer.main
    for _ in range(240):
        page = officer.get(f"/calls/{CALL}/exports").page
        first = page.partition('aria-labelledby="exports-title"')[2]
        found = re.search(rf'href="(/calls/{CALL}/exports/[0-9a-f-]+/file)"', first)
        if "data-refresh" not in page:
            assert found, first[:800]
            return officer.get(found.group(1)).body
        time.sleep(0.5)
    raise AssertionError("the export was never done")


def test_everything_is_taken_out_in_every_format_and_formulas_stay_words(officer, server, free_organisations):
    clerk = shortcuts.member(server.address, officer, free_organisations)
    entry = shortcuts.begin(clerk)
    shortcuts.fill(clerk, entry)
    typed = {**shortcuts.PAGES["work"], "title": FORMULA, "go": "stay"}
    assert clerk.post(f"{entry}/pages/work", typed).status == 303
    shortcuts.file(clerk, entry)
    number = re.search(NUMBER, clerk.get(entry).main).group()

    book = openpyxl.load_workbook(io.BytesIO(export(officer, "xlsx")))
    assert book.sheetnames == ["entries", "reviews", "decisions", "events"]
    rows = list(book["entries"].iter_rows(values_only=True))
    heads = rows[0]
    mine = next(row for row in rows[1:] if row[0] == number)
    assert mine[heads.index("title")] == FORMULA
    cell = next(
        cell for row in book["entries"].iter_rows() for cell in row if cell.value == FORMULA)
    assert cell.data_type in ("s", "inlineStr")
    assert book["reviews"].max_row > 10 and book["events"].max_row > len(rows)

    tables = zipfile.ZipFile(io.BytesIO(export(officer, "csv")))
    assert tables.namelist() == ["entries.csv", "reviews.csv", "decisions.csv", "events.csv"]
    text = tables.read("entries.csv")
    assert text.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert len(lines) == len(rows) - 1
    assert next(line for line in lines if line["number"] == number)["title"] == "'" + FORMULA

    entries = json.loads(export(officer, "json"))["entries"]
    assert [one["number"] for one in entries] == [row[0] for row in rows[1:]]
    assert next(one for one in entries if one["number"] == number)["title"] == FORMULA

    files = zipfile.ZipFile(io.BytesIO(export(officer, "zip")))
    assert files.testzip() is None
    names = [name for name in files.namelist() if name.startswith(f"{number}/")]
    assert len(names) >= 3, files.namelist()[:5]


def test_an_export_is_watched_left_and_found_again_and_is_the_askers_alone(visit, client, officer):
    desk = visit(script=False).become("programme-officer")
    desk.go(f"/calls/{CALL}/settings").press("ส่งออกข้อมูล").sees("สมุดงาน Excel", "ไฟล์แนบทั้งหมด")
    desk.press(desk.page.locator("button[value=csv]")).sees("ระบบกำลังเตรียมไฟล์")
    for _ in range(120):
        desk.go(f"/calls/{CALL}/exports")
        if not desk.page.locator("progress").count():
            break
        time.sleep(0.5)
    link = desk.page.locator("a[download]").first
    assert link.is_visible()
    path = link.get_attribute("href")
    desk.go(f"/calls/{CALL}/settings").sees("ขอส่งออกข้อมูลทั้งหมด")
    screener = client().become("screener")
    assert screener.get(f"/calls/{CALL}/exports").status == 403
    assert screener.get(path).status == 403
    assert client().get(path).status == 303


def test_anybody_reads_how_a_result_came_about(visit):
    stranger = visit().go(f"/register/{EARLIER}")
    stranger.press(stranger.page.locator(f'main a[href="/register/{EARLIER}/rounds/first-round"]').first)
    stranger.sees("ที่มาของผลการตัดสิน", "J1", "sala tally --scores")
    sheet = stranger.page.request.get(f"/register/{EARLIER}/rounds/first-round/scores.csv").text()
    assert sheet.startswith("entry,judge,score\r\n") and sheet.count("\n") > 100
    result = stranger.page.request.get(f"/register/{EARLIER}/rounds/first-round/result.json").json()
    assert result["rule"] == "mean" and result["entries"][0]["rank"] == 1
