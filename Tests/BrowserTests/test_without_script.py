"""The main work goes without JavaScript."""

from answers import PAGES, TITLE
from atlas import DESK_PATH
from people import answer_page, approve, new_address, register, sign_in, start, submit
from staging import CHECKS
from visitor import PHONE


def test_an_entrant_gets_from_registration_to_a_receipt(visit):
    clerk, email, name = visit(script=False, size=PHONE), new_address(), "สมาชิกไร้สคริปต์ ตัวอย่าง"
    register(clerk, email, name)
    sign_in(clerk, email)

    clerk.go("/memberships")
    clerk.page.locator("[name=organisation-name]").fill("องค์การบริหารส่วนตำบลสาม")
    clerk.press("ขอเป็นสมาชิก")
    choices = clerk.page.locator("main [name=organisation][type=radio]")
    assert choices.count() > 2
    choices.nth(1).check()
    clerk.press("ขอเป็นสมาชิก").sees("เรียบร้อย")
    approve(visit(script=False).become("programme-officer"), name)

    entry = start(clerk)
    for page in PAGES:
        answer_page(clerk, entry, page)
    clerk.sees(TITLE, "โครงการ.pdf", "75", "85")
    submit(clerk, entry)
    clerk.sees("ส่งเรียบร้อย", "DL-2564-", TITLE)
    clerk.press(clerk.page.locator("a[href^='/receipts/']")).sees("ใบรับนี้ถูกต้อง")


def test_mistakes_are_said_beside_their_fields(begin_draft):
    clerk, entry = begin_draft(script=False)
    clerk.go(f"{entry}/pages/organisation")
    clerk.fill("contact_phone", "ไม่ทราบ")
    clerk.press("บันทึกและไปต่อ", status=422)
    clerk.sees("ยังมีข้อที่ต้องแก้ไข", "โปรดพิมพ์หมายเลขโทรศัพท์ให้ครบ")
    assert clerk.page.locator("[name=contact_phone]").input_value() == "ไม่ทราบ"


def test_a_screener_passes_one_from_the_table(visit, filed):
    _, entry = filed
    screener = visit(script=False).become("screener")
    screener.go(entry)
    number = screener.page.locator("h1 .number").inner_text()
    screener.go(f"{DESK_PATH}?query={number}")
    screener.page.locator(".pick [name=submission]").check()
    screener.press(screener.page.locator("button[name=action][value=pass]")).sees("1 เรื่องจะเปลี่ยนสถานะเป็น")
    screener.fill("checks", CHECKS)
    screener.press("ให้ผ่านการตรวจสอบ 1 เรื่อง").sees("ผ่านการตรวจสอบคุณสมบัติแล้ว 1 เรื่อง")
    screener.go(entry).sees("อยู่ระหว่างการพิจารณาของคณะกรรมการ")
