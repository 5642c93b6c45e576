"""Two people write one entry, and one entrant is let in after the close."""

import html
import re

import shortcuts
from people import PASSWORD, new_address
from staging import link_in_newest_letter

LATE = "browser-late-2564"


def invited(clerk, entry, visit, server):
    """Somebody from outside whom the clerk invites and who joins, with a browser of the own."""
    address = new_address()
    clerk.go(f"{entry}/colleagues").sees("ยังไม่มีผู้ได้รับเชิญ")
    clerk.fill("email", "ไม่ใช่อีเมล")
    clerk.press("ส่งคำเชิญ", status=422).sees("ที่อยู่อีเมลนี้ไม่ถูกต้อง")
    clerk.fill("email", address)
    clerk.press("ส่งคำเชิญ").sees("รอตอบรับ", address)
    link = link_in_newest_letter(shortcuts.Client(server.address), "invitations")
    guest = visit()
    guest.go(link).sees("เชิญท่านร่วมเขียน", address)
    guest.fill_all({"name": "วิศวกร ตัวอย่าง", "password": PASSWORD})
    guest.press("เปิดบัญชี")
    guest.fill_all({"email": address, "password": PASSWORD})
    guest.press("เข้าสู่ระบบ").sees("เชิญท่านร่วมเขียน")
    guest.press("ตอบรับและร่วมเขียน").sees("ตอบรับแล้ว")
    return guest, link, address


def test_somebody_from_outside_is_invited_writes_along_and_is_taken_off(draft, visit, server):
    clerk, entry = draft
    guest, link, address = invited(clerk, entry, visit, server)
    visit().go(link, status=404)
    guest.go(f"{entry}/pages/work")
    guest.fill("title", "ระบบแจ้งเตือนน้ำท่วมจากชุมชน")
    guest.press("บันทึก")
    guest.go(f"{entry}/summary").sees("ท่านร่วมเขียนตามคำเชิญ")
    guest.go(f"{entry}/colleagues").sees("ผู้เชิญผู้อื่นได้คือสมาชิก")
    clerk.go(entry).sees("ตอบรับคำเชิญและร่วมเขียน", f"เชิญ {address} ร่วมเขียน")
    clerk.go(f"{entry}/versions").sees("วิศวกร ตัวอย่าง", "ระบบแจ้งเตือนน้ำท่วมจากชุมชน")
    clerk.go(f"{entry}/colleagues")
    clerk.press(clerk.page.locator("form[action$='/end'] button")).sees("นำออกแล้ว")
    guest.go(entry, status=404)


def test_two_people_who_write_one_section_know_of_each_other_and_lose_no_text(draft, visit, server):
    clerk, entry = draft
    guest, _, _ = invited(clerk, entry, visit, server)
    page = f"{entry}/pages/work"
    clerk.go(page)
    guest.go(page).sees("เปิดหน้านี้")
    guest.fill_all({"title": "ชื่อของวิศวกร", "problem": "ปัญหาที่วิศวกรเขียน"})
    guest.press("บันทึก")
    # The other one typed the same answer, and another one that nobody else touched.
    clerk.fill_all({"title": "ชื่อของเจ้าหน้าที่", "solution": "วิธีการที่เจ้าหน้าที่เขียน"})
    clerk.press("บันทึก", status=422).sees("ชื่อของวิศวกร", "วิศวกร ตัวอย่าง เปิดหน้านี้", "บันทึกล่าสุด")
    fields = clerk.page.locator("main form")
    assert fields.locator("[name=title]").input_value() == "ชื่อของเจ้าหน้าที่"
    assert fields.locator("[name=problem]").input_value() == "ปัญหาที่วิศวกรเขียน"
    # What the clerk typed is kept though the page is left without saving again.
    clerk.page.on("dialog", lambda dialog: dialog.accept())
    clerk.go(f"{entry}/versions").sees("ชื่อของเจ้าหน้าที่", "ชื่อของวิศวกร", "พิมพ์ไว้แต่ไม่ได้ใช้", "ใช้อยู่")
    guest.go(page).sees("เปิดหน้านี้")
    assert guest.page.locator("[name=title]").input_value() == "ชื่อของวิศวกร"
    assert guest.page.locator("[name=solution]").input_value() == "วิธีการที่เจ้าหน้าที่เขียน"


def test_an_officer_lets_one_entrant_in_after_the_close(visit, server, officer, free_organisations):
    form = officer.get("/desks/calls/new").page
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form.partition('action="/desks/calls"')[2]))
    answer = officer.post("/desks/calls", {
        **fields, "title-th": "ประกวดที่ปิดรับแล้ว", "title-en": "A closed contest", "handle": LATE,
        "opens-date": "1/6/2564", "closes-date": "20/7/2564"})
    assert answer.status == 303, answer.main
    form = officer.get(f"/calls/{LATE}/publication").page.partition(f'action="/calls/{LATE}/publication"')[2]
    fields = {
        name: html.unescape(value)
        for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form.partition("</form>")[0])}
    assert officer.post(f"/calls/{LATE}/publication", fields).status == 303
    name = free_organisations[0]["name"] if "name" in free_organisations[0] else free_organisations[0]["label"]
    organisation = free_organisations[0]["id"]
    clerk = shortcuts.member(server.address, officer, free_organisations)
    assert clerk.post(f"/calls/{LATE}/submissions", {"organisation": organisation}).status == 409

    desk = visit().become("programme-officer")
    desk.go(f"/calls/{LATE}/late-access").sees("ยังไม่มีผู้ยื่นที่ได้รับอนุญาต")
    desk.press("อนุญาต", status=422).sees("โปรดกรอกข้อนี้")
    desk.page.evaluate(
        "([name, id]) => { document.querySelector('[name=entrant]').value = name;"
        " document.querySelector('[name=organisation]').value = id }", [name, organisation])
    desk.fill_all({"closes-date": "30/9/2564", "reason": "น้ำท่วมสำนักงาน ไฟฟ้าดับสามวัน"})
    desk.press("อนุญาต", status=422).sees("ให้ได้ไม่เกิน")
    desk.page.evaluate(
        "([name, id]) => { document.querySelector('[name=entrant]').value = name;"
        " document.querySelector('[name=organisation]').value = id }", [name, organisation])
    desk.fill("closes-date", "30/7/2564")
    desk.press("อนุญาต")
    desk.sees("น้ำท่วมสำนักงาน", "อนุญาตอยู่")
    desk.go(f"/calls/{LATE}/settings").sees("ส่งหลังปิดรับถึง")

    entrant = visit()
    entrant.take_over(clerk)
    entrant.go(f"/calls/{LATE}").sees("ได้รับอนุญาตให้ส่งได้ถึง", "30 กรกฎาคม 2564")
    begun = clerk.post(f"/calls/{LATE}/submissions", {"organisation": organisation})
    assert begun.status == 303, begun.main
    entry = re.match(r"/submissions/[0-9a-f-]{36}", begun.location).group()
    shortcuts.fill(clerk, entry)
    shortcuts.file(clerk, entry)
    entrant.go(entry).sees("ส่งหลังปิดรับโดยได้รับอนุญาต", "น้ำท่วมสำนักงาน")
    desk.go(f"/calls/{LATE}/desk").sees("ส่งหลังปิดรับโดยได้รับอนุญาต", "น้ำท่วมสำนักงาน")
    desk.go(entry).sees("ผู้อนุญาต")
    desk.go(f"/calls/{LATE}/late-access")
    desk.press("ถอนการอนุญาต").sees("ถอนแล้ว")
