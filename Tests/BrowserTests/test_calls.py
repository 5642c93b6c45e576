"""A programme officer opens a call."""

HANDLE = "browser-2564"


def test_an_officer_opens_a_call_looks_at_it_as_each_role_publishes_it_and_extends_it(visit):
    officer = visit().become("programme-officer")
    officer.go("/desks/calls/new")
    officer.fill("title-th", "ประกวดนวัตกรรมรอบพิเศษ")
    officer.press("สร้างฉบับร่าง", status=422).sees("โปรดกำหนดวันปิดรับ")
    assert officer.page.locator("[name=title-th]").input_value() == "ประกวดนวัตกรรมรอบพิเศษ"
    officer.fill_all({
        "title-en": "A special round", "handle": HANDLE, "opens-date": "1/7/2564", "closes-date": "30/9/2564",
        "setting-prizes": "5", "weight-first-round-impact": "35", "weight-first-round-usefulness": "20"})
    officer.press("สร้างฉบับร่าง").sees("ประกวดนวัตกรรมรอบพิเศษ")

    stranger = visit()
    stranger.go(f"/calls/{HANDLE}", status=404)
    officer.go("/desks").sees("ฉบับร่าง")
    def links(beginning: str) -> list[str]:
        found = officer.page.locator(f'main a[href^="/calls/{HANDLE}/{beginning}"]')
        return list(dict.fromkeys(found.evaluate_all("links => links.map(link => link.getAttribute('href'))")))

    officer.go(f"/calls/{HANDLE}/preview")
    roles = links("preview?role=")
    assert len(roles) >= 4
    for role in roles:
        officer.go(role)
        examples = links("preview/")
        assert examples, f"{role} leads to no page of the role's own"
        for example in examples:
            officer.go(example)

    officer.go(f"/calls/{HANDLE}/publication")
    officer.press("ประกาศเปิดรับ")
    stranger.go(f"/calls/{HANDLE}").sees("ประกวดนวัตกรรมรอบพิเศษ", "30 กันยายน 2564")

    officer.go(f"/calls/{HANDLE}/extensions")
    officer.fill_all({"closes-date": "15/10/2564", "reason": "ระบบขัดข้องในวันปิดรับ"})
    officer.press("ตรวจก่อนขยายเวลา").sees("15 ตุลาคม 2564")
    officer.press(officer.page.locator(f'main form[method=post][action="/calls/{HANDLE}/extensions"] button'))
    stranger.go(f"/calls/{HANDLE}").sees("15 ตุลาคม 2564")
    officer.go(f"/calls/{HANDLE}/settings").sees("30 กันยายน 2564")
