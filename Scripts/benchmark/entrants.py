"""Whole entries as browsers make them: every form is posted, and where it leads is fetched."""

import asyncio
import itertools
import pathlib
import re
import time

import load

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
uploads = itertools.count(time.time_ns())


class Refused(Exception):
    pass


class Browser:
    """One connection that stays open."""

    def __init__(self, port: int, times: list[float]):
        self.port = port
        self.times = times

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_):
        self.writer.close()

    async def send(self, request: load.Request) -> tuple[int, str]:
        """The status, and where the answer leads."""
        begin = time.perf_counter()
        body = request.body or b""
        headers = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
        head = f"{request.method} {request.path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}"
        self.writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        fields = {}
        for line in head.split("\r\n")[1:]:
            name, _, value = line.partition(":")
            fields[name.lower()] = value.strip()
        await self.reader.readexactly(int(fields.get("content-length", 0)))
        self.times.append(time.perf_counter() - begin)
        return int(head.split(" ", 2)[1]), fields.get("location", "")


async def enter(browser: Browser, plan: dict, entry: dict, files: dict[str, bytes], is_bare: bool) -> None:
    """One entry from its start to the page that says it is filed."""
    known = plan["placeholder"]

    async def post(wanted: dict, form) -> str:
        request = form(plan, wanted | {"path": "/" if is_bare else wanted["path"].replace(plan["placeholder"], known)})
        status, location = await browser.send(request)
        if status != 303 or "sign-in" in location:
            raise Refused(f"POST {request.path}: {status} {location}")
        shown, _ = await browser.send(load.Request(location, headers=load.cookie(plan, wanted["token"])))
        if shown != 200:
            raise Refused(f"GET {location}: {shown}")
        return location

    def with_files(plan: dict, wanted: dict) -> load.Request:
        # Another number at the end makes each upload a file of its own.
        contents = [(upload, files[upload["file"]] + b"\n%%%d" % next(uploads)) for upload in wanted["files"]]
        return load.multipart(plan, wanted, contents)

    location = await post(entry["start"], load.post)
    if not is_bare:
        known = ID.search(location)[0]
    for page in entry["pages"]:
        location = await post(page, with_files)
    location = await post(entry["submit"], load.post)
    if not is_bare and "done=filed" not in location:
        raise Refused(f"the entry was not filed: {location}")


def run(server, plan: dict, entries: list[dict], clients: int, seconds: float, is_bare=False) -> load.Outcome:
    """Makes entries on that many connections until the time is over, and lets those begun end."""
    times: list[float] = []
    failures: list[str] = []
    waiting = iter(entries)
    files = {
        upload["file"]: pathlib.Path(upload["file"]).read_bytes()
        for entry in entries[:1] for page in entry["pages"] for upload in page["files"]
    }
    for entry in entries:
        for page in entry["pages"]:
            for upload in page["files"]:
                files.setdefault(upload["file"], b"")
    done = 0
    before = server.cpu_seconds()
    begin = time.perf_counter()

    async def work() -> None:
        nonlocal done
        async with Browser(server.port, times) as browser:
            while time.perf_counter() - begin < seconds and (entry := next(waiting, None)):
                try:
                    await enter(browser, plan, entry, files, is_bare)
                    done += 1
                except Refused as refused:
                    failures.append(str(refused))

    async def all_work() -> None:
        await asyncio.gather(*(work() for _ in range(clients)))

    asyncio.run(all_work())
    elapsed = time.perf_counter() - begin
    if failures:
        print("  " + failures[0])
    times.sort()
    cpu = (server.cpu_seconds() - before) * 1000 / max(1, done)
    return load.Outcome(
        done / elapsed, done, elapsed, 1000 * times[len(times) // 2], 1000 * times[int(len(times) * 0.99)],
        len(failures), cpu)
