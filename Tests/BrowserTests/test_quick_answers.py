"""Answers that come faster than the network takes them, and pages that another has overtaken."""

import re

import pytest

import shortcuts
from documents import png, upload
from lines import fail, held_back, lose
from people import new_address

CHANGED = "มีการแก้ไขหลังการบันทึกครั้งล่าสุด"
ALL_SAVED = "บันทึกคำตอบทุกข้อในหน้านี้แล้ว"
OVERTAKEN = "มีการบันทึกคำตอบอื่นไว้"
RELOAD = '<button name="reload" value="it" data-reload>ปรับ</button>'


class Line:
    """The way to a page, on which what its script posts waits until it is let through."""

    def __init__(self, visitor, path: str):
        self.page = visitor.page
        self.waiting = []
        self.most = 0
        self.page.route(f"**{path}", self._keep)

    def _keep(self, route):
        if route.request.resource_type != "fetch":
            return route.continue_()
        self.waiting.append(route)
        self.most = max(self.most, len(self.waiting))

    def fill(self):
        """Returns once something waits."""
        for _ in range(100):
            if self.waiting:
                return
            self.page.wait_for_timeout(50)
        assert self.waiting, "nothing was posted"

    def clear(self):
        """Lets through what waits, one after the other, until the page rests."""
        for _ in range(400):
            if not self.page.locator("form[aria-busy]").count():
                return
            if self.waiting:
                self.waiting.pop(0).continue_()
            self.page.wait_for_timeout(50)
        raise AssertionError("the page does not come to rest")


def box(visitor, name, value):
    return visitor.page.locator(f"main [name={name}][value={value}]")


def chosen(visitor, name) -> list[str]:
    ticked = visitor.page.locator(f"main [name={name}]:checked")
    return ticked.evaluate_all("boxes => boxes.map(box => box.value)")


def text(visitor, name) -> str:
    return visitor.page.locator(f"main [name={name}]").input_value()


@pytest.fixture
def work(draft):
    clerk, entry = draft
    path = f"{entry}/pages/work"
    return clerk.go(path), path


def twin(clerk, visit, path):
    """A second page of the same entry."""
    other = visit(looks=False)
    other.context.add_cookies(clerk.context.cookies())
    return other.go(path)


def test_ticks_faster_than_the_network_are_all_saved(work):
    clerk, path = work
    line = Line(clerk, path)
    for value in ["chat", "gis"]:
        box(clerk, "technology", value).check()
    line.fill()
    clerk.page.wait_for_timeout(300)
    assert line.most == 1, "each waits for the answer before it"
    line.waiting.pop(0).continue_()
    line.fill()
    box(clerk, "technology", "web").check()
    line.clear()
    assert OVERTAKEN not in clerk.text
    clerk.sees(ALL_SAVED)
    assert chosen(clerk, "technology") == ["web", "chat", "gis"]
    assert chosen(clerk.go(path), "technology") == ["web", "chat", "gis"]


def test_going_through_a_list_by_the_arrow_keys_ends_where_it_stopped(work):
    clerk, path = work
    line = Line(clerk, path)
    field = clerk.page.locator("select[name=field]")
    field.focus()
    for _ in range(4):
        clerk.page.keyboard.press("ArrowDown")
        line.fill()
    line.clear()
    assert field.input_value() == "disaster" and OVERTAKEN not in clerk.text
    assert clerk.page.evaluate("document.activeElement.name") == "field"
    clerk.sees("เฝ้าระวังและเตือนภัย", ALL_SAVED).go(path).sees("เฝ้าระวังและเตือนภัย")
    assert field.input_value() == "disaster"


def test_the_list_of_pages_follows_what_is_saved_by_the_way(draft):
    clerk, entry = draft
    clerk.go(f"{entry}/pages/work")
    step = clerk.page.locator(".steps [aria-current=step]")
    assert "ยังไม่ได้ตอบ" in step.inner_text()
    box(clerk, "technology", "chat").check()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    assert "ยังไม่ครบ" in step.inner_text()


def test_nothing_can_be_typed_into_a_page_that_is_being_saved_and_it_says_so(work):
    clerk, path = work
    sent = held_back(clerk, path)
    clerk.fill("title", "ก่อนบันทึก")
    clerk.control("บันทึก").click()
    clerk.page.locator(".sending").wait_for()
    for _ in range(100):
        clerk.page.wait_for_timeout(50)
        if sent:
            break
    clerk.sees("กำลังบันทึก")
    assert clerk.page.locator(".sending + .actions").count() and not clerk.page.locator("[inert] .sending").count()
    clerk.page.locator("[name=title]").evaluate("field => field.focus()")
    clerk.page.keyboard.type("หลังบันทึก")
    assert text(clerk, "title") == "ก่อนบันทึก"
    clerk.page.evaluate("document.body.dataset.left = ''")
    sent.pop().continue_()
    clerk.page.locator("body:not([data-left])").wait_for()
    assert text(clerk.sees("บันทึกแล้ว"), "title") == "ก่อนบันทึก"
    assert clerk.path == path
    assert clerk.page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("status", [None, 503], ids=["no line", "a proxy's answer"])
def test_a_page_that_could_not_be_sent_keeps_what_was_typed_and_warns_of_it(work, status):
    clerk, path = work
    clerk.page.route(f"**{path}", fail(status))
    clerk.fill("title", "พิมพ์ไว้ตอนไม่มีสัญญาณ")
    clerk.control("บันทึก").click()
    clerk.page.locator(".sending[role=alert]").wait_for()
    clerk.sees("ยังบันทึกไม่ได้")
    box(clerk, "technology", "chat").check()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    warnings = []
    clerk.page.once("dialog", lambda dialog: (warnings.append(dialog.type), dialog.dismiss()))
    clerk.page.evaluate("setTimeout(() => location.assign('/following'))")
    clerk.page.wait_for_timeout(1000)
    assert warnings == ["beforeunload"] and clerk.path == path
    clerk.page.unroute(f"**{path}")
    clerk.faults.clear()
    clerk.press("บันทึก")
    assert text(clerk, "title") == "พิมพ์ไว้ตอนไม่มีสัญญาณ" and chosen(clerk, "technology") == ["chat"]


def test_a_notice_goes_with_the_mistakes_that_it_speaks_of(work):
    clerk, path = work
    box(clerk, "status", "pilot").check()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    clerk.fill("piloted_since", "31/2/2564")
    clerk.press("บันทึก", status=422).sees("ตามรายการข้างล่าง")
    clerk.fill("piloted_since", "28/2/2564")
    box(clerk, "technology", "chat").check()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    assert "ตามรายการข้างล่าง" not in clerk.text


def test_a_page_says_that_it_is_saving_while_it_waits(work):
    clerk, path = work
    line = Line(clerk, path)
    box(clerk, "technology", "chat").check()
    line.fill()
    said = clerk.page.locator("main [data-saving]")
    assert "กำลังบันทึก" in said.evaluate("element => getComputedStyle(element, '::after').content")
    line.clear()
    assert said.evaluate("element => getComputedStyle(element, '::after').content") == "none"


def test_what_is_typed_while_an_answer_is_on_its_way_stays(work):
    clerk, path = work
    line = Line(clerk, path)
    box(clerk, "technology", "other").check()
    line.fill()
    clerk.page.locator("[name=title]").press_sequentially("ระบบแจ้งไฟดับ", delay=10)
    line.clear()
    assert text(clerk, "title") == "ระบบแจ้งไฟดับ"
    assert clerk.page.evaluate("document.activeElement.name") == "title"
    clerk.sees(CHANGED)
    clerk.press("บันทึก")
    assert text(clerk, "title") == "ระบบแจ้งไฟดับ" and clerk.asks("technology_other")


def test_a_page_that_is_sent_right_after_a_choice_waits_for_it(work):
    clerk, path = work
    line = Line(clerk, path)
    box(clerk, "technology", "chat").check()
    line.fill()
    box(clerk, "technology", "gis").check()
    with clerk._turning():
        clerk.control("บันทึก").click()
        clerk.control("บันทึก").click()
        line.waiting.pop(0).continue_()
    assert clerk.status == 200 and OVERTAKEN not in clerk.text
    assert not line.waiting, "what the page brings along is not sent twice"
    assert chosen(clerk, "technology") == ["chat", "gis"]


def test_nobody_is_overtaken_by_words_of_his_own_whose_answer_was_lost(work):
    clerk, path = work
    clerk.page.route(f"**{path}", lose)
    for value in ["chat", "gis"]:
        box(clerk, "technology", value).check()
        clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    assert clerk.page.locator("main [data-reload]:visible").count() == 1
    clerk.page.unroute(f"**{path}")
    clerk.press("บันทึก")
    assert chosen(clerk, "technology") == ["chat", "gis"] and OVERTAKEN not in clerk.text

    clerk.page.route(f"**{path}", lose, times=1)
    box(clerk, "technology", "web").check()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    clerk.page.locator("[name=title]").fill("ระบบแจ้งไฟดับ")
    box(clerk, "technology", "chat").uncheck()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    clerk.sees(ALL_SAVED)
    assert clerk.page.locator("main [data-reload]:visible").count() == 0
    assert chosen(clerk.go(path), "technology") == ["web", "gis"] and text(clerk, "title") == "ระบบแจ้งไฟดับ"


def test_what_another_has_saved_is_told_before_it_is_overwritten(work, visit):
    clerk, path = work
    other = twin(clerk, visit, path)
    other.fill("title", "ชื่อของเพื่อนร่วมงาน")
    other.press("บันทึก")
    line = Line(clerk, path)
    clerk.fill("title", "ชื่อของฉัน")
    box(clerk, "technology", "chat").check()
    line.fill()
    clerk.control("บันทึก").click()
    box(clerk, "technology", "gis").check()
    line.clear()
    clerk.sees(OVERTAKEN, "ชื่อของเพื่อนร่วมงาน")
    assert clerk.page.evaluate("document.activeElement.name") == "title"
    # A further choice saves itself, and not the title that nobody has read about.
    box(clerk, "technology", "web").check()
    line.clear()
    clerk.sees(OVERTAKEN, CHANGED)
    assert text(clerk, "title") == "ชื่อของฉัน"
    other.go(path)
    assert text(other, "title") == "ชื่อของเพื่อนร่วมงาน"
    assert chosen(other, "technology") == ["web", "chat", "gis"]
    clerk.faults.clear()
    # Who presses the button far below the title is shown it first.
    clerk.control("บันทึก").click()
    clerk.page.wait_for_function("document.activeElement.name === 'title'")
    clerk.press("บันทึก")
    assert text(other.go(path), "title") == "ชื่อของฉัน"


@pytest.fixture
def ended(visit, server, officer, free_organisations):
    """Somebody before a page of an own entry, the path of it, and a way to end the session and to begin another."""
    email = new_address()
    member = shortcuts.member(server.address, officer, free_organisations, email)
    path = f"{shortcuts.begin(member)}/pages/work"
    clerk = visit()
    clerk.take_over(member)

    def end():
        assert member.post("/sign-out", {}).status == 303

    def begin():
        shortcuts.enter(member, email)
        clerk.take_over(member)

    return clerk.go(path), path, end, begin


def test_a_page_of_an_ended_session_never_says_that_it_is_saved_and_takes_the_new_one_over(ended):
    clerk, path, end, begin = ended
    end()
    begin()
    box(clerk, "technology", "chat").check()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    clerk.sees(CHANGED)
    assert clerk.faults, "the session of the page is over"
    clerk.faults.clear()
    warnings = []
    clerk.page.once("dialog", lambda dialog: (warnings.append(dialog.type), dialog.dismiss()))
    clerk.page.evaluate("setTimeout(() => location.assign('/following'))")
    clerk.page.wait_for_timeout(1000)
    assert warnings == ["beforeunload"] and clerk.path == path
    box(clerk, "technology", "gis").check()
    clerk.page.locator("form[aria-busy]").wait_for(state="detached")
    clerk.sees(ALL_SAVED)
    assert chosen(clerk.go(path), "technology") == ["chat", "gis"]


def test_words_given_back_after_an_ended_session_are_warned_of_until_they_are_saved(ended):
    clerk, path, end, begin = ended
    clerk.fill("summary", "พิมพ์ไว้ก่อนหมดเวลา")
    end()
    clerk.press("บันทึก", status=401)
    begin()
    clerk.press("ดำเนินการต่อด้วยข้อมูลนี้", status=403).sees("ยังไม่ได้บันทึก")
    assert text(clerk, "summary") == "พิมพ์ไว้ก่อนหมดเวลา"
    warnings = []
    clerk.page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.dismiss()))
    clerk.page.evaluate("setTimeout(() => location.assign('/following'))")
    clerk.page.wait_for_timeout(1000)
    assert warnings == ["beforeunload"] and clerk.path == path
    clerk.press("บันทึก").go("/following")
    assert warnings == ["beforeunload"]
    assert text(clerk.go(path), "summary") == "พิมพ์ไว้ก่อนหมดเวลา"


def test_an_action_whose_questions_follow_its_answers_saves_nothing_and_says_so(visit, waiting):
    _, entry = waiting
    screener = visit(looks=False).become("screener")
    address = f"{entry}/actions/return"

    def ask_again(route):
        answer = route.fetch()
        body = answer.text().replace("<textarea", "<textarea data-reloads")
        route.fulfill(response=answer, body=body.replace("</textarea>", f"</textarea>{RELOAD}"))

    screener.page.route(f"**{address}", ask_again)
    screener.go(address)
    screener.page.locator("[name=reason]").fill("โปรดแนบหนังสือรับรอง")
    screener.page.locator("[name=reason]").blur()
    screener.page.locator("form[aria-busy]").wait_for(state="detached")
    warnings = []
    screener.page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.accept()))
    screener.go(entry)
    assert warnings == ["beforeunload"]


def test_files_stay_chosen_beside_one_that_is_too_large(draft):
    clerk, entry = draft
    path = f"{entry}/pages/documents"

    def ask_again(route):
        answer = route.fetch()
        body = re.sub(r'(name="video_link")([^>]*>)', rf"\1 data-reloads\2{RELOAD}", answer.text())
        route.fulfill(response=answer, body=body)

    clerk.page.route(f"**{path}", ask_again)
    clerk.go(path)
    clerk.fill("pictures", [upload("เล็ก.png", "image/png", png()), upload("ใหญ่.png", "image/png", bytes(11 << 20))])
    clerk.fill("project_document", upload("ใหญ่.pdf", "application/pdf", bytes(21 << 20)))
    for link in ["https://video.example.go.th/1", "https://video.example.go.th/2"]:
        clerk.fill("video_link", link)
        names = clerk.page.locator("[name=pictures]").evaluate("input => [...input.files].map(file => file.name)")
        assert names == ["เล็ก.png"]
        clerk.sees("ไฟล์ ใหญ่.png ใหญ่เกิน", "ไฟล์ ใหญ่.pdf ใหญ่เกิน")
    clerk.faults.clear()
    clerk.page.unroute(f"**{path}")
    clerk.press("บันทึก", status=422).sees("เล็ก.png", "ใหญ่.png ใหญ่เกิน 10 MB", "ใหญ่.pdf ใหญ่เกิน 20 MB")
    assert text(clerk, "video_link") == "https://video.example.go.th/2"


def test_an_upload_whose_answer_was_lost_is_no_other_writers(draft):
    clerk, entry = draft
    path = f"{entry}/pages/documents"
    clerk.go(path)
    clerk.fill("consent_letter", upload("รับรอง.pdf", "application/pdf", b"%PDF-1.4\n%%EOF\n"))
    clerk.fill("video_link", "https://video.example.go.th/1")
    clerk.page.route(f"**{path}", lose, times=1)
    clerk.control("บันทึก").click()
    clerk.page.locator(".sending[role=alert]").wait_for()
    clerk.fill("video_link", "https://video.example.go.th/2")
    clerk.press("บันทึก")
    assert OVERTAKEN not in clerk.text
    assert text(clerk.go(path), "video_link") == "https://video.example.go.th/2"
