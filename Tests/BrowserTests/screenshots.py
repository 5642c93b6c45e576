"""Takes a picture of every page, on a phone and on a desk, in Thai and in English: Scripts/screenshots."""

import pathlib
import shutil
import sys
import tempfile

from playwright.sync_api import Error, sync_playwright

import shortcuts
import staging
from atlas import ATLAS
from client import Client
from server import HOME, Server
from visitor import DESK, PHONE, Visitor

# Also those below the window, which a browser fetches when they come near it.
EVERY_PICTURE = """Promise.all([...document.images].map((image) => {
    image.loading = "eager"
    return image.decode().catch(() => {})
}))"""


def main() -> int:
    folder = HOME / "Screenshots"
    shutil.rmtree(folder, ignore_errors=True)
    faults = 0
    with tempfile.TemporaryDirectory() as home:
        server = Server(pathlib.Path(home))
        try:
            server.wait()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium-headless-shell"),
                    args=["--no-sandbox", "--disable-dev-shm-usage"])
                officer = Client(server.address).become("programme-officer")
                free = shortcuts.organisations(officer)
                staged = staging.stage(server.address, officer, free)
                staging.judged(officer)
                for language in ("th", "en"):
                    for size in (PHONE, DESK):
                        target = folder / language / str(size["width"])
                        target.mkdir(parents=True)
                        for part in ATLAS:
                            visitor = Visitor(browser, server.address, size=size, language=language, looks=False)
                            if part in staged.people:
                                visitor.take_over(staged.people[part])
                            elif part:
                                visitor.become(part)
                            faults += take(visitor, part, target, staged.paths)
                            visitor.close()
                browser.close()
        finally:
            server.stop()
    print(f"{len(list(folder.rglob('*.png')))} pictures are in {folder}, {faults} pages could not be reached")
    return 1 if faults else 0


def take(visitor: Visitor, part: str | None, target: pathlib.Path, paths: dict[str, str]) -> int:
    """Takes the pictures of one person's pages; the answer is how many could not be reached."""
    faults = 0
    for place in ATLAS[part]:
        try:
            visitor.get_to(place, paths)
            visitor.page.evaluate(EVERY_PICTURE)
            visitor.page.screenshot(path=target / f"{place.name}.png", full_page=True)
        except (AssertionError, Error) as fault:
            print(f"{target.parent.name}/{target.name}/{place.name}: {str(fault)[:300]}", file=sys.stderr)
            faults += 1
    print(f"{target.parent.name}/{target.name}: {part or 'stranger'}", flush=True)
    return faults


if __name__ == "__main__":
    sys.exit(main())
