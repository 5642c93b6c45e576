"""What gives way beneath a form: the line it comes over, and the disk that it is kept on."""

import html
import os
import pathlib
import subprocess
import time

import pytest

import shortcuts
from client import Client, assert_refused
from documents import pdf
from server import Server


def becomes_true(condition, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_an_upload_that_breaks_off_leaves_nothing_and_can_be_sent_again(clerk, server):
    entry = shortcuts.begin(clerk)
    page = f"{entry}/pages/documents"
    incoming = server.folder / "demo/files/incoming"
    before, history = clerk.get(page).main, clerk.get(entry).main
    logged = server.log.read_text().count("interrupted")
    # More than lies in buffers on the way, so that a part of it is on the disk when the line breaks.
    clerk.break_off(page, "project_document", "document.pdf", pdf() + b" " * (8 << 20))
    assert becomes_true(lambda: server.log.read_text().count("interrupted") > logged), "the reason was not logged"
    assert becomes_true(lambda: not list(incoming.iterdir())), "a part of the file was left"
    assert clerk.get(page).main == before
    assert clerk.get(entry).main == history
    assert clerk.post_file(page, "project_document", "document.pdf", pdf()).status == 303
    assert "document.pdf" in clerk.get(page).main


def test_a_text_that_breaks_off_is_not_taken_for_a_shorter_one(clerk, server):
    entry = shortcuts.begin(clerk)
    page = f"{entry}/pages/organisation"
    assert clerk.post(page, {"contact_name": "ก่อนหน้านี้", "go": "stay"}).status == 303
    before = clerk.get(page).main
    logged = server.log.read_text().count("interrupted")
    clerk.break_off_text(page, {"go": "stay", "contact_name": "ก" * 60, "contact_position": "ข" * 60})
    assert becomes_true(lambda: server.log.read_text().count("interrupted") > logged), "the reason was not logged"
    assert clerk.get(page).main == before
    assert "ก่อนหน้านี้" in clerk.get(page).page


@pytest.fixture
def small_disk(tmp_path):
    """A demo on a disk of its own, and the folder through which this process reaches that disk."""
    folder = tmp_path / "sala"
    disk = folder / "demo"
    disk.mkdir(parents=True)
    apart = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    mounting = (*apart, "sh", "-c", f"mount -t tmpfs -o size=160m sala '{disk}' && exec \"$0\" \"$@\"")
    if subprocess.run([*mounting, "true"], capture_output=True).returncode != 0:
        pytest.skip("this machine lets nobody mount a disk")
    server = Server(folder, entrants=3, within=mounting)
    try:
        server.wait()
        yield server, pathlib.Path(f"/proc/{server.process}/root{disk}")
    finally:
        server.stop()


def fill(disk: pathlib.Path) -> pathlib.Path:
    """Takes all room that is left on the disk; the answer is the file that holds it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                pass
    return filler


def test_a_full_disk_takes_nothing_loses_nothing_and_serves_what_there_is(small_disk):
    server, disk = small_disk
    officer = Client(server.address).become("programme-officer")
    clerk = shortcuts.member(server.address, officer, shortcuts.organisations(officer))
    entry = shortcuts.begin(clerk)
    work, documents = f"{entry}/pages/work", f"{entry}/pages/documents"

    def save(number: int):
        return clerk.post(work, {"title": f"ผลงานที่ {number}", "summary": "ก" * 300, "go": "stay"})

    assert save(0).status == 303
    filler = fill(disk)
    refused = clerk.post_file(documents, "project_document", "document.pdf", pdf() + b" " * (2 << 20))
    assert_refused(refused, 503, "ขณะนี้เก็บไฟล์ไม่ได้")
    # The database first uses up the room that it took before.
    number = 1
    while (answer := save(number)).status == 303:
        number += 1
        assert number < 3000, "the disk never got full"
    assert_refused(answer, 503, "ขณะนี้บันทึกไม่ได้ โปรดรอสักครู่")
    assert f'value="{html.escape(f"ผลงานที่ {number}")}"' in answer.page
    assert answer.headers["Retry-After"]
    last = f"ผลงานที่ {number - 1}"
    assert last in clerk.get(work).page
    assert officer.get("/desks").status == 200
    assert Client(server.address).get("/").status == 200
    filler.unlink()
    assert save(number).status == 303
    assert f"ผลงานที่ {number}" in clerk.get(work).page
    assert clerk.post_file(documents, "project_document", "document.pdf", pdf()).status == 303
    assert "document.pdf" in clerk.get(documents).main
    for code, reason in [("file-not-kept", "No space left"), ("busy", "there is no room")]:
        assert any(f"code={code}" in line and reason in line for line in server.log.read_text().splitlines()), code
    assert not list((disk / "files/incoming").iterdir()), "a part of a file was left"
