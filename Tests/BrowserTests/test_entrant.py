"""A municipal officer enters the contest."""

import pytest

from answers import PAGES, TITLE
from atlas import CALL
from documents import archive, pdf, upload
from people import answer_page, approve, new_address, register, sign_in, start, submit
from visitor import PHONE


def test_a_newcomer_gets_from_registration_to_a_receipt_that_can_be_verified(visit):
    clerk, email, name = visit(size=PHONE), new_address(), "สมาชิกใหม่ ตัวอย่าง"
    register(clerk, email, name)
    sign_in(clerk, email)

    clerk.go("/memberships")
    field = clerk.page.locator("[data-suggest]")
    field.press_sequentially("เทศบาลตำบล", delay=30)
    clerk.page.get_by_role("option").nth(3).wait_for()
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    chosen = field.input_value()
    organisation, _, province = chosen.partition(" จังหวัด")
    assert organisation.startswith("เทศบาลตำบล") and province
    clerk.press("ขอเป็นสมาชิก").sees("เรียบร้อย", chosen)

    approve(visit().become("programme-officer"), name)

    entry = start(clerk)
    for page in PAGES:
        assert clerk.path == f"{entry}/pages/{page}"
        answer_page(clerk, entry, page)
    assert clerk.path == f"{entry}/summary"
    clerk.sees(TITLE, "โครงการ.pdf", "75", "85")
    submit(clerk, entry)
    assert clerk.path == entry
    clerk.sees("ส่งเรียบร้อย", "DL-2564-", TITLE, organisation, "อยู่ระหว่างตรวจสอบคุณสมบัติ")

    code = clerk.page.locator("a[href^='/receipts/'] code").inner_text()
    stranger = visit()
    stranger.go(f"/receipts/{code}").sees("ใบรับนี้ถูกต้อง", organisation, "DL-2564-")
    assert TITLE not in stranger.text
    clerk.go("/following").sees(TITLE)
    clerk.go("/outbox")
    clerk.press(clerk.page.locator("li.call", has_text=email).first.locator("h3 a")).sees("DL-2564-")


def test_a_question_that_what_is_typed_calls_for_comes_at_once_and_disturbs_nothing(draft):
    clerk, entry = draft
    answers = PAGES["work"]
    clerk.go(f"{entry}/pages/work")
    for name in ["field", "topic", "status"]:
        clerk.fill(name, answers[name])
    clerk.press("บันทึก")
    clerk.go(f"{entry}/pages/results")
    assert clerk.asks("minutes_before") and not clerk.asks("minutes_after")
    before, evidence = (clerk.page.locator(f"[name={name}]") for name in ("minutes_before", "evidence"))
    before.fill("90")
    evidence.click()
    evidence.press_sequentially("บันทึกการแจ้งซ่อมตลอดปี", delay=10)
    clerk.page.locator("[name=minutes_after]").wait_for()
    assert evidence.input_value() == "บันทึกการแจ้งซ่อมตลอดปี"
    assert clerk.page.evaluate("document.activeElement.name") == "evidence"
    assert clerk.path == f"{entry}/pages/results"
    before.fill("")
    evidence.click()
    clerk.page.locator("[name=minutes_after]").wait_for(state="detached")
    assert evidence.input_value() == "บันทึกการแจ้งซ่อมตลอดปี"


def test_an_entry_can_be_left_half_done_and_says_what_is_missing(draft):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/organisation")
    clerk.fill("contact_name", "ผู้ประสานงานตัวอย่าง")
    clerk.fill("contact_phone", "ไม่ทราบ")
    clerk.press("บันทึกและไปต่อ", status=422)
    clerk.sees("ยังมีข้อที่ต้องแก้ไข", "โปรดพิมพ์หมายเลขโทรศัพท์ให้ครบ", "ยังไม่ได้ตอบข้อนี้")
    assert clerk.page.locator("[name=contact_phone]").input_value() == "ไม่ทราบ"
    summary = clerk.page.locator(".error-summary a", has_text="ตำแหน่ง")
    summary.click()
    assert clerk.page.evaluate("document.activeElement.name") == "contact_position"
    clerk.press("บันทึกแล้วออก")
    assert clerk.path == "/following"

    clerk.go(f"{entry}/summary").sees("ยังขาดหรือต้องแก้", "ผู้ประสานงานตัวอย่าง")
    assert clerk.page.get_by_role("link", name="ส่งผลงาน", exact=True).count() == 0
    clerk.press(clerk.page.locator(".missing a", has_text="หมายเลขโทรศัพท์"))
    assert clerk.path == f"{entry}/pages/organisation"
    clerk.sees("โปรดพิมพ์หมายเลขโทรศัพท์")


def test_questions_follow_the_answers_before_them(draft):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/work")
    topics = clerk.page.locator("main [name=topic]")
    clerk.fill("field", "health")
    clerk.sees("บริการสุขภาพปฐมภูมิ")
    clerk.fill("field", "revenue")
    clerk.sees("ภาษีที่ดินและสิ่งปลูกสร้าง")
    assert "บริการสุขภาพปฐมภูมิ" not in clerk.text
    clerk.fill("field", "other")
    assert topics.count() == 0
    clerk.fill("field_other", "ด้านตัวอย่าง")
    clerk.fill("status", "idea")
    assert clerk.page.locator("main [name=planned_for]").is_visible()
    clerk.fill("status", "in_use")
    assert clerk.page.locator("main [name=used_since]").is_visible()
    assert clerk.page.locator("main [name=field_other]").input_value() == "ด้านตัวอย่าง"


def test_what_a_choice_called_for_comes_back_with_its_answer_and_the_page_says_what_is_saved(draft):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/work")
    clerk.fill("status", "in_use")
    clerk.fill("used_since", "1/7/2564")
    clerk.fill("status", "idea")
    clerk.page.locator("main [name=used_since]").wait_for(state="detached")
    clerk.sees("บันทึกคำตอบทุกข้อในหน้านี้แล้ว")
    clerk.fill("status", "in_use")
    assert "2564" in clerk.page.locator("main [name=used_since]").input_value()
    clerk.fill("used_since", "2/7/2564")
    clerk.sees("มีการแก้ไขหลังการบันทึกครั้งล่าสุด")


def test_two_who_write_one_page_do_not_overwrite_each_other_unseen(draft, visit):
    clerk, entry = draft
    page = f"{entry}/pages/organisation"
    other = visit()
    other.context.add_cookies(clerk.context.cookies())
    for writer in (clerk, other):
        writer.go(page)
    other.fill("contact_name", "ผู้ประสานงานคนแรก")
    other.press("บันทึก")
    clerk.fill("contact_position", "นักวิชาการคอมพิวเตอร์")
    clerk.press("บันทึก")
    assert clerk.page.locator("[name=contact_name]").input_value() == "ผู้ประสานงานคนแรก"

    other.go(page)
    clerk.fill("contact_name", "ผู้ประสานงานคนที่สอง")
    clerk.press("บันทึก")
    other.fill("contact_name", "ผู้ประสานงานคนที่สาม")
    other.fill("contact_position", "")
    other.press("บันทึก", status=422)
    other.sees("มีการบันทึกคำตอบอื่นไว้", "ผู้ประสานงานคนที่สอง")
    assert other.page.locator("[name=contact_name]").input_value() == "ผู้ประสานงานคนที่สาม"
    clerk.go(page)
    assert clerk.page.locator("[name=contact_name]").input_value() == "ผู้ประสานงานคนที่สอง"
    assert clerk.page.locator("[name=contact_position]").input_value() == ""
    other.press("บันทึก")
    clerk.go(page)
    assert clerk.page.locator("[name=contact_name]").input_value() == "ผู้ประสานงานคนที่สาม"


@pytest.mark.parametrize(
    "file, sentence",
    [
        (upload("โครงการ.pdf", "application/pdf", archive()), "เนื้อหาของไฟล์ โครงการ.pdf ไม่ใช่ชนิดที่รับ"),
        (upload("ว่าง.pdf", "application/pdf", b""), "ไฟล์ ว่าง.pdf ว่างเปล่า"),
    ],
    ids=["a zip named .pdf", "an empty file"],
)
def test_a_wrong_file_is_refused_beside_its_field(draft, file, sentence):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/documents")
    clerk.fill("project_document", file)
    clerk.press("บันทึก", status=422).sees(sentence)
    clerk.fill("project_document", upload("โครงการ.pdf", "application/pdf", pdf()))
    clerk.press("บันทึก").sees("โครงการ.pdf")
    clerk.page.locator("[name=remove-file]").first.check()
    clerk.press("บันทึก")
    assert "โครงการ.pdf" not in clerk.text


def test_a_file_that_is_too_large_is_told_beside_its_field_and_never_sent(draft, tmp_path):
    clerk, entry = draft
    large = tmp_path / "ใหญ่.pdf"
    with large.open("wb") as file:
        file.truncate(60 << 20)
    clerk.go(f"{entry}/pages/documents")
    clerk.fill("video_link", "https://video.example.go.th/1")
    clerk.fill("project_document", large)
    field = clerk.page.locator("fieldset", has=clerk.page.locator("[name=project_document]"))
    assert "ไฟล์ ใหญ่.pdf ใหญ่เกินขนาดที่กำหนด" in field.inner_text()
    assert clerk.page.locator("[name=project_document]").input_value() == ""
    assert clerk.page.locator("[name=video_link]").input_value() == "https://video.example.go.th/1"
    # Who saves is told that the answers are, and the file is not.
    clerk.press("บันทึก", status=422)
    notice = clerk.page.locator(".notice.warning").inner_text()
    assert "บันทึกคำตอบและไฟล์อื่นในหน้านี้แล้ว" in notice and "เอกสารโครงการ: ไฟล์ ใหญ่.pdf ใหญ่เกิน 20 MB" in notice
    clerk.fill("project_document", large)
    assert "ไฟล์ ใหญ่.pdf ใหญ่เกินขนาดที่กำหนด" in field.inner_text()
    clerk.fill("project_document", upload("โครงการ.pdf", "application/pdf", pdf()))
    assert "ใหญ่เกินขนาดที่กำหนด" not in field.inner_text()
    clerk.press("บันทึก").sees("โครงการ.pdf")


def test_another_page_of_the_list_is_gone_to_with_what_was_typed_saved(draft):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/organisation")
    clerk.fill("contact_name", "ผู้ประสานงานตัวอย่าง")
    clerk.fill("contact_phone", "ไม่ทราบ")
    clerk.press(clerk.page.locator(".steps button", has_text="เอกสาร"))
    assert clerk.path == f"{entry}/pages/documents"
    clerk.fill("consent_letter", upload("รับรอง.pdf", "application/pdf", pdf("Consent")))
    clerk.press(clerk.page.locator(".steps button", has_text="หน่วยงานและผู้ประสานงาน"))
    assert clerk.path == f"{entry}/pages/organisation"
    assert clerk.page.locator("[name=contact_name]").input_value() == "ผู้ประสานงานตัวอย่าง"
    assert clerk.page.locator("[name=contact_phone]").input_value() == "ไม่ทราบ"
    # The key Enter is the button that goes on, which stays for the mistakes.
    with clerk._turning():
        clerk.page.locator("[name=contact_position]").press("Enter")
    assert clerk.status == 422
    clerk.press("ดูคำตอบทั้งหมดและสิ่งที่ยังขาด").sees("รับรอง.pdf", "อย่างน้อย")


def test_good_files_are_kept_beside_a_wrong_one_and_a_new_file_takes_the_place_of_the_old(draft):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/documents")
    clerk.fill("project_document", upload("setup.exe", "application/octet-stream", b"MZ" + bytes(200)))
    clerk.fill("consent_letter", upload("รับรอง.pdf", "application/pdf", pdf("Consent")))
    clerk.press("บันทึก", status=422)
    clerk.sees("บันทึกคำตอบและไฟล์อื่นในหน้านี้แล้ว", "setup.exe", "ข้อนี้รับเฉพาะไฟล์ชนิด PDF", "รับรอง.pdf")
    for name in ["แผน.pdf", "แผนใหม่.pdf"]:
        clerk.fill("project_document", upload(name, "application/pdf", pdf("The plan")))
        clerk.press("บันทึก").sees(name, "รับรอง.pdf")
    assert "แผน.pdf" not in clerk.text


def test_the_page_says_what_is_saved_and_warns_of_nothing_that_is(draft):
    clerk, entry = draft
    warnings = []
    clerk.page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.accept()))
    clerk.go(f"{entry}/pages/organisation").sees("ทุกครั้งที่กดบันทึก")
    clerk.fill("contact_name", "ผู้ประสานงานตัวอย่าง")
    clerk.sees("มีการแก้ไขหลังการบันทึกครั้งล่าสุด")
    assert "ทุกครั้งที่กดบันทึก" not in clerk.text
    clerk.press("บันทึกและไปต่อ", status=422).sees("บันทึกคำตอบในหน้านี้แล้ว แต่ยังมีข้อที่ต้องแก้")
    clerk.go("/following")
    assert warnings == []
    clerk.go(f"{entry}/pages/organisation")
    clerk.fill("contact_name", "อีกคนหนึ่ง")
    clerk.go("/following")
    assert warnings == ["beforeunload"]


def test_a_misspelt_organisation_suggests_nearly_the_same(visit):
    clerk = visit().become("citizen").go("/memberships")
    clerk.page.locator("[data-suggest]").press_sequentially("องค์การบริหารส่วนตำบลสามมม", delay=20)
    option = clerk.page.get_by_role("option").first
    option.wait_for()
    assert "ชื่อใกล้เคียง" in option.inner_text()


def test_an_attached_file_comes_back_as_it_was(draft):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/documents")
    clerk.fill("project_document", upload("แผน & งบ.pdf", "application/pdf", pdf("The plan")))
    clerk.press("บันทึก").sees("แผน & งบ.pdf")
    link = clerk.page.get_by_role("link", name="แผน & งบ.pdf")
    answer = clerk.context.request.get(clerk.address + link.get_attribute("href"))
    assert answer.status == 200
    assert answer.body() == pdf("The plan")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_organisation_enters_once(draft):
    clerk, entry = draft
    clerk.go(f"/calls/{CALL}/submissions/new")
    clerk.sees("เริ่มไว้แล้วในการเปิดรับนี้")
    clerk.page.get_by_role("link", name="กรอกต่อ").click()
    assert clerk.path.startswith(entry)
