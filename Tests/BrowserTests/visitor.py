"""Somebody with a browser, who looks closely at every page."""

import re
from contextlib import contextmanager
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from atlas import Place
from client import Client, next_origin

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
axe = Axe()
# What axe has found nothing wrong with: pages that differ in words and numbers alone are one.
sound: set = set()


class Visitor:
    """One browser window with cookies of its own.

    Each page that is come to is looked at: no sideways scrolling on a phone, no violation that axe finds, nothing
    refused by the content security policy, no error on the console, no file missing. What is found is kept in
    `faults`, so that a story is told to its end; `visit` fails the test with them.
    """

    def __init__(
        self, browser: Browser, address: str, script: bool = True, size: dict = DESK, language: str = "th",
        dark: bool = False, looks: bool = True,
    ):
        self.address = address
        self.script = script
        self.size = size
        self.language = language
        self.dark = dark
        self.looks = looks
        self.context = browser.new_context(
            base_url=address, java_script_enabled=script, viewport=size, locale="th-TH", reduced_motion="reduce",
            color_scheme="dark" if dark else "light", extra_http_headers={"X-Forwarded-For": next_origin()})
        if language != "th":
            self.context.add_cookies([{"name": "sala-language", "value": language, "url": address}])
        self.context.set_default_timeout(10_000)
        self.page: Page = self.context.new_page()
        self.status = 0
        self.faults: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self._note(f"script: {error}"))
        self.page.on("response", self._receive)

    def close(self) -> None:
        self.context.close()

    def take_over(self, client: Client) -> None:
        """Goes on where somebody without a browser stopped."""
        self.context.add_cookies(
            [{"name": name, "value": value, "url": self.address} for name, value in client.cookies.items()])

    def _hear(self, message) -> None:
        # What a page itself was answered with is the test's to judge; what it asked for besides is not.
        is_own_answer = message.text.startswith("Failed to load resource")
        if message.type in ("error", "warning") and not is_own_answer:
            self._note(f"console: {message.text}")

    def _receive(self, response) -> None:
        # The script sends forms with files itself, to show how far they are.
        is_page = response.request.is_navigation_request() or response.request.resource_type == "xhr"
        if is_page and not 300 <= response.status < 400:
            self.status = response.status
        elif response.status >= 400:
            self._note(f"{response.status} for {response.url}")

    # Going about

    def go(self, path: str, status: int = 200) -> "Visitor":
        """Opens an address of the site, which must answer with the status, and looks at it."""
        self.page.goto(path)
        assert self.status == status, f"{path} answered {self.status}, not {status}: {self.heading}"
        return self.look()

    def get_to(self, place: Place, paths: dict[str, str]) -> "Visitor":
        """Goes to a place of the atlas, whose names in braces those paths answer, and looks at it."""
        self.page.goto(place.path.format(**paths))
        for link in place.links:
            with self._turning():
                self.page.locator(link).first.click(timeout=3000)
        assert self.status == place.status, f"{self.page.url} answered {self.status}, not {place.status}"
        return self.look()

    def press(self, control: str | Locator, status: int = 200) -> "Visitor":
        """Presses the button or link with that name and looks at the page it leads to."""
        target = self.control(control) if isinstance(control, str) else control
        before = self.page.url
        with self._turning():
            target.click()
        assert self.status == status, f"{control} on {before} answered {self.status}, not {status}: {self.heading}"
        return self.look()

    def control(self, name: str) -> Locator:
        """The button or link of the page's main part with exactly that name."""
        main = self.page.locator("main")
        return main.get_by_role("button", name=name, exact=True).or_(
            main.get_by_role("link", name=name, exact=True)).first

    @contextmanager
    def _turning(self):
        """Waits until what is done inside has brought another page, or the same one anew."""
        self.page.evaluate("document.body.dataset.left = ''")
        yield
        self.page.locator("body:not([data-left])").wait_for()
        self.page.wait_for_load_state()

    def become(self, persona: str) -> "Visitor":
        """Becomes one of the demo's people."""
        if self.page.url == "about:blank":
            self.go("/")
        button = self.page.locator(f'form[action="/personas/{persona}"] button')
        if not button.is_visible():
            self.page.locator(".personas-menu summary").click()
        return self.press(button)

    # Looking

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text().strip()

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def sees(self, *words: str) -> "Visitor":
        for word in words:
            assert word in self.text, f"{self.path} ({self.heading}) does not say {word!r}:\n{self.text[:1500]}"
        return self

    def look(self) -> "Visitor":
        if not self.looks:
            return self
        if self.page.locator("html").get_attribute("lang") != self.language:
            self._note("is in the wrong language")
        if inside := re.search(r".{0,20}(\{\{|\}\}|Optional\(|\bnil\b).{0,20}", self.text):
            self._note(f"shows its insides: {inside.group()}")
        self._look_through_a_phone()
        if self.script:
            self._ask_axe()
        return self

    def _ask_axe(self) -> None:
        words = re.compile(r"(?<=>)\s*[^<\s][^<]*")
        particular = re.compile(r'[0-9a-f]{8}-[0-9a-f-]{27}|\d+|(?<=name="csrf" value=")[^"]*')
        structure = particular.sub("0", words.sub("words", self.page.content()))
        key = (structure, str(self.page.viewport_size), self.dark)
        if key in sound:
            return
        violations = axe.run(self.page).response["violations"]
        for rule in violations:
            for node in rule["nodes"][:3]:
                self._note(f"axe: {rule['id']}: {node['html'][:200]}")
        if not violations:
            sound.add(key)

    def _look_through_a_phone(self) -> None:
        if self.size != PHONE:
            self.page.set_viewport_size(PHONE)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        if self.size != PHONE:
            self.page.set_viewport_size(self.size)
        if width > PHONE["width"]:
            self._note(f"is {width} px wide on a phone of {PHONE['width']} px")

    def _note(self, fault: str) -> None:
        self.faults.append(f"{self.page.url.removeprefix(self.address)}: {fault}")

    # Answering

    def asks(self, name: str) -> bool:
        """Whether the page has a question of that name."""
        return self.page.locator(f'main [name="{name}"]').count() > 0

    def fill(self, name: str, answer) -> None:
        """Answers the question of that name, however the page asks it."""
        fields = self.page.locator(f'main [name="{name}"]:not([type=hidden])')
        first = fields.first
        kind = first.evaluate("element => element.type")
        if kind == "file":
            first.set_input_files(answer)
        elif kind == "select-one":
            self._choose(first, lambda: first.select_option(answer))
        elif kind in ("radio", "checkbox"):
            for value in [answer] if isinstance(answer, str) else answer:
                box = self.page.locator(f'main [name="{name}"][value="{value}"]')
                if not box.is_checked():
                    self._choose(box, box.locator("xpath=ancestor::label").click)
        else:
            first.fill(answer)
            if self.script and first.get_attribute("data-reloads") is not None:
                first.blur()
                self._settle()

    def _choose(self, field: Locator, choose) -> None:
        """Chooses; where further questions depend on the answer, they come, without script with a new page."""
        if field.get_attribute("data-reloads") is None:
            choose()
        elif self.script:
            choose()
            self._settle()
        else:
            choose()
            group = field.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' field ')][1]")
            with self._turning():
                group.locator("button[name=reload]").click()

    def _settle(self) -> None:
        """Waits until the questions are those that the answers call for."""
        self.page.locator("form[aria-busy]").wait_for(state="detached")

    def fill_all(self, answers: dict) -> None:
        for name, answer in answers.items():
            self.fill(name, answer)
