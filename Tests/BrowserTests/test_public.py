"""A citizen and a municipal officer on a phone, before anything is filed."""

from atlas import EARLIER
from visitor import PHONE

REGISTER = f"/register/{EARLIER}"


def test_suggestions_open_above_where_the_keyboard_of_a_phone_lies(visit):
    clerk = visit(size=PHONE).become("citizen").go("/memberships")
    field = clerk.page.locator("[data-suggest]")
    field.press_sequentially("เทศบาลตำบล", delay=20)
    clerk.page.get_by_role("option").nth(3).wait_for()
    parts = ("[data-suggest]", ".suggestions")
    field, suggestions = (clerk.page.locator(part).bounding_box() for part in parts)
    assert field["y"] >= 0 and suggestions["y"] >= field["y"] + field["height"]
    assert suggestions["height"] > 150
    assert suggestions["y"] + suggestions["height"] <= PHONE["height"] * 0.56
    clerk.look()


def test_the_first_winner_stands_on_the_first_screen_of_a_phone(visit):
    for script in (True, False):
        citizen = visit(size=PHONE, script=script).go(REGISTER)
        assert citizen.page.locator(".winner").first.bounding_box()["y"] <= 700
        facet = citizen.page.get_by_text("ประเภทหน่วยงาน", exact=True).first
        assert not facet.is_visible()
        citizen.page.get_by_text("ตัวกรองเพิ่มเติม", exact=True).click()
        facet.click()
        citizen.look()
        option = citizen.page.locator(".facet[open] .choice").first
        words = option.locator("span").first.inner_text()
        citizen.press(option).sees(f"ประเภทหน่วยงาน: {words}")
        assert citizen.page.locator(".winner").first.bounding_box()["y"] <= 844


def test_on_a_wide_screen_facets_and_data_stand_beside_the_winners_without_being_asked_for(visit):
    citizen = visit().go(REGISTER)
    assert citizen.page.get_by_text("ประเภทหน่วยงาน", exact=True).first.is_visible()
    assert citizen.page.get_by_role("link", name="CSV").first.is_visible()
    assert not citizen.page.get_by_text("ตัวกรองเพิ่มเติม", exact=True).is_visible()


def test_the_way_back_from_an_entry_leads_to_the_register_as_it_was_searched(visit):
    citizen = visit(size=PHONE).go(f"{REGISTER}?query=เทศบาล&facet-organisation-kind=SubdistrictMunicipality")
    narrowed, total = citizen.page.url, citizen.page.locator(".winner").count()
    assert total
    citizen.press(citizen.page.locator(".winner h2 a").first).press("กลับไปที่ทะเบียน")
    assert citizen.page.url == narrowed
    assert citizen.page.locator(".winner").count() == total
    assert citizen.page.locator("[name=query]").input_value() == "เทศบาล"


def test_an_award_with_a_long_name_makes_no_page_wider_than_a_phone(visit):
    officer = visit(size=PHONE).become("programme-officer").go(f"/calls/{EARLIER}/desk?stage=awarded")
    officer.press(officer.page.locator("main tbody th a").first).sees("ความเป็นมา")
