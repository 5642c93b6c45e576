import shutil

import pytest
from playwright.sync_api import sync_playwright

import shortcuts
import staging
from atlas import CALL
from client import Client
from server import Server
from visitor import Visitor


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A demo that all tests share."""
    server = Server(tmp_path_factory.mktemp("sala"))
    try:
        server.wait()
        yield server
        assert server.is_running(), f"the server died:\n{server.words()}"
    finally:
        server.stop()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium without its own windows, which opens pages three times as fast."""
    program = shutil.which("chromium-headless-shell")
    assert program, "chromium-headless-shell is missing: run Scripts/setup test"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, server):
    """Makes visitors: visit(), visit(script=False), visit(size=PHONE); fails for what they found wrong on pages."""
    visitors = []

    def make(**options) -> Visitor:
        visitors.append(Visitor(browser, server.address, **options))
        return visitors[-1]

    yield make
    faults = [fault for visitor in visitors for fault in visitor.faults]
    for visitor in visitors:
        visitor.close()
    assert not faults, "pages with faults:\n" + "\n".join(dict.fromkeys(faults))


@pytest.fixture
def client(server):
    """Makes clients without a browser, who send what no browser would."""
    return lambda: Client(server.address)


@pytest.fixture(scope="session")
def officer(server):
    """The programme's officer, without a browser."""
    return Client(server.address).become("programme-officer")


@pytest.fixture(scope="session")
def free_organisations(officer):
    """Organisations that no test has taken yet."""
    return shortcuts.organisations(officer)


@pytest.fixture(scope="module")
def settled_clerk(server, officer, free_organisations):
    """A clerk for tests that change nothing."""
    return shortcuts.member(server.address, officer, free_organisations)


@pytest.fixture
def clerk(server, officer, free_organisations):
    """A new officer of a local government that has not entered yet, without a browser."""
    return shortcuts.member(server.address, officer, free_organisations)


@pytest.fixture
def begin_draft(visit, clerk):
    """Sets a clerk before a browser, with an entry just begun: the visitor, and the entry's path."""

    def begin(**options) -> tuple[Visitor, str]:
        entry = shortcuts.begin(clerk)
        visitor = visit(**options)
        visitor.take_over(clerk)
        return visitor, entry

    return begin


@pytest.fixture
def draft(begin_draft):
    return begin_draft()


@pytest.fixture(scope="session")
def new_filed(server, officer, free_organisations):
    """Has new clerks submit entries: a clerk without a browser, and the entry's path."""

    def make() -> tuple[Client, str]:
        clerk = shortcuts.member(server.address, officer, free_organisations)
        entry = shortcuts.begin(clerk)
        shortcuts.fill(clerk, entry)
        shortcuts.file(clerk, entry)
        return clerk, entry

    return make


@pytest.fixture
def filed(new_filed):
    return new_filed()


@pytest.fixture(scope="session")
def waiting(new_filed):
    """An entry that waits to be screened, about which no test decides."""
    return new_filed()


@pytest.fixture(scope="session")
def staged(server, officer, free_organisations):
    """What the atlas's pages need to be there."""
    return staging.stage(server.address, officer, free_organisations)


@pytest.fixture
def sheet(visit):
    """A judge before the last of the entries that wait for scores, or whose scores are begun where none waits."""

    def open_sheet(**options):
        judge = visit(**options).become("judge")
        judge.go(f"/calls/{CALL}/judging")
        waiting, begun = (judge.page.locator("tr", has_text=words) for words in ("รอให้คะแนน", "บันทึกร่างไว้"))
        path = (waiting if waiting.count() else begun).last.locator("th a").get_attribute("href")
        return judge.go(path), path

    return open_sheet
