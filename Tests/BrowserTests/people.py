"""What the people of the contest do, so that tests can tell their stories in a few lines."""

import itertools
import re
import time

from answers import PAGES
from atlas import CALL
from visitor import Visitor

PASSWORD = "ศาลาริมน้ำหลังใหญ่"
numbers = itertools.count(int(time.time()) % 100_000)


def new_address() -> str:
    return f"clerk-{next(numbers)}@town.example.go.th"


def register(visitor: Visitor, email: str, name: str) -> None:
    """Asks for an account and confirms the address with the letter that the demo's outbox keeps."""
    visitor.go("/registration")
    visitor.fill_all({"name": name, "email": email, "password": PASSWORD})
    visitor.press("ลงทะเบียน")
    assert visitor.path == "/mailbox"
    visitor.go("/outbox")
    letter = visitor.page.locator("li.call", has_text=email).first.locator("h3 a")
    visitor.press(letter)
    visitor.press(visitor.page.locator("article.letter a[href^='/verifications/']"))
    visitor.press("ยืนยันอีเมลของฉัน")


def sign_in(visitor: Visitor, email: str) -> None:
    visitor.go("/sign-in")
    visitor.fill_all({"email": email, "password": PASSWORD})
    visitor.press("เข้าสู่ระบบ")


def approve(visitor: Visitor, name: str) -> None:
    """Somebody who may decides that the person belongs to the organisation."""
    visitor.go("/memberships")
    claim = visitor.page.locator("li.call", has_text=name)
    visitor.press(claim.locator("button[value=approve]"))
    visitor.sees("เรียบร้อย")


def start(visitor: Visitor) -> str:
    """Begins an entry; the answer is its path."""
    visitor.go(f"/calls/{CALL}/submissions/new")
    visitor.press("เริ่มกรอก")
    found = re.match(r"/submissions/[0-9a-f-]{36}", visitor.path)
    assert found, visitor.path
    return found.group()


def answer_page(visitor: Visitor, entry: str, page: str) -> None:
    visitor.go(f"{entry}/pages/{page}")
    for name, answer in PAGES[page].items():
        # A question that depends on what is typed shows after the page is saved.
        if not visitor.asks(name):
            visitor.press("บันทึก")
        visitor.fill(name, answer)
    visitor.press("บันทึกและไปต่อ")


def submit(visitor: Visitor, entry: str) -> None:
    visitor.go(f"{entry}/summary")
    visitor.press("ส่งผลงาน")
    visitor.press("ส่งผลงาน")
