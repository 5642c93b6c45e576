"""Every page, in both languages, in the light and in the dark."""

import re

import pytest
from playwright.sync_api import Error

from atlas import ATLAS, CALL, EARLIER, NUMBER
from server import HOME
from visitor import PHONE


@pytest.mark.parametrize("part", ATLAS, ids=str)
@pytest.mark.parametrize(
    "options", [{"language": "th"}, {"language": "en", "dark": True, "size": PHONE}], ids=["thai", "english-dark"])
def test_every_page_can_be_used_by_everybody(visit, staged, part, options):
    visitor = visit(**options)
    if part in staged.people:
        visitor.take_over(staged.people[part])
    elif part:
        visitor.become(part)
    faults = []
    for place in ATLAS[part]:
        if place.of_held:
            continue
        try:
            visitor.get_to(place, staged.paths)
        except (AssertionError, Error) as fault:
            faults.append(f"{place.name}: {fault}")
    assert not faults, "\n".join(faults)


def test_the_atlas_knows_every_page():
    names = [place.name for places in ATLAS.values() for place in places]
    assert len(set(names)) == len(names)
    pages = {path.stem for path in (HOME / "Templates" / "pages").glob("*.mustache")}
    # The style guide is for those who build pages; nobody is served it.
    missing = {page for page in pages if page not in names and not any(name.startswith(f"{page}-") for name in names)}
    assert missing == {"style-guide"}


def test_a_citizen_reads_the_first_page_a_call_and_the_register(visit):
    citizen = visit(size=PHONE).become("citizen")
    citizen.press(citizen.page.locator(f'main a[href="/calls/{CALL}"]').first)
    citizen.sees("ท้องถิ่นดิจิทัล")
    citizen.go("/")
    citizen.press(citizen.page.locator('main a[href^="/register"]').first)
    citizen.go(f"/register/{EARLIER}")
    shown = citizen.page.locator(f'main a[href^="/register/{EARLIER}/DL-"]')
    assert shown.count() > 5
    title = shown.first.inner_text().strip()
    citizen.press(shown.first)
    assert title in citizen.text or citizen.heading in title
    for private in ["เอกสารโครงการ", "หนังสือรับรองจากผู้บริหารท้องถิ่น", "ชื่อและนามสกุลผู้ประสานงาน"]:
        assert private not in citizen.text


def test_a_square_of_the_map_shows_the_entries_of_its_province_and_is_marked(visit):
    citizen = visit(size=PHONE).go(f"/register/{EARLIER}")
    citizen.page.locator(".map-fold > summary").click()
    citizen.look()
    square = citizen.page.locator(".province-map svg a").last
    name = square.get_attribute("aria-label")
    citizen.press(square).sees(name.split(":")[0])
    shown = citizen.page.locator(".winners > li").count()
    assert f": {shown} " in name
    assert citizen.page.locator(".province-map svg a[aria-current]").get_attribute("aria-label") == name
    assert citizen.page.locator(".province-map svg a").count() > 1


def test_thai_words_that_browsers_would_part_stay_whole_on_a_phone_and_nothing_is_added(visit):
    reader, plain = visit(size=PHONE), visit(size=PHONE, script=False)
    for path in ["/", f"/calls/{CALL}", f"/register/{EARLIER}"]:
        reader.go(path).page.locator("thai-word").first.wait_for()
        lines = reader.page.locator("thai-word").evaluate_all("words => words.map(word => word.getClientRects().length)")
        assert set(lines) == {1}, path
        # The second page may be read a minute later.
        told, expected = (re.sub(r"เมื่อ \d+ นาที", "เมื่อไม่กี่นาที", page.text) for page in (reader, plain.go(path)))
        assert told == expected


def test_the_number_of_an_entry_stays_whole_also_in_the_midst_of_words(visit, waiting):
    clerk, entry = waiting
    number = re.search(NUMBER, clerk.get(entry).main).group()
    for language, size in [("th", PHONE), ("en", PHONE)]:
        reader = visit(size=size, language=language)
        reader.take_over(clerk)
        reader.go("/account/letters")
        link = reader.page.locator("main a", has_text=number).first
        whole = link.locator("thai-word", has_text=number)
        whole.wait_for()
        assert link.inner_text().count(number) == 1
        for width in range(320, 431, 10):
            reader.page.set_viewport_size({"width": width, "height": 844})
            assert whole.evaluate("word => word.getClientRects().length") == 1, width


def test_the_register_is_also_data(client):
    reader = client()
    sheet = reader.get(f"/register/{EARLIER}/data.csv")
    assert (sheet.status, sheet.headers.get_content_type()) == (200, "text/csv")
    assert reader.get(f"/register/{EARLIER}/data.json").headers.get_content_type() == "application/json"
    feed = reader.get(f"/register/{EARLIER}/feed.atom")
    assert feed.status == 200 and "<feed" in feed.page
    for page in (sheet, feed):
        assert "contact_" not in page.page and "02 000 0000" not in page.page


def test_browsers_are_told_to_run_nothing_from_elsewhere(client):
    answer = client().get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe-inline" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie


def test_the_keyboard_alone_reaches_the_content_and_the_language(visit):
    visitor = visit().go("/")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.className") == "skip"
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate("document.activeElement.id") == "main"
    visitor.page.locator("a.language").press("Enter")
    visitor.page.locator("html[lang=en]").wait_for()
    visitor.language = "en"
    visitor.look()
    visitor.go("/sign-in")
