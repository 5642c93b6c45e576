"""Measures Sala and its limits in one run: a table on standard output, and the same in bench.json."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import entrants
import load
import rawsqlite
from server import Server
from table import Row, Table

HOME = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("SALA_BINARY", HOME / ".build/release/sala")).resolve()
ENTRIES = int(os.environ.get("ENTRIES", "1000"))
SECONDS = float(os.environ.get("SECONDS_EACH", "4"))
# The better of so many tries counts, of a row and of its limit alike: what else the machine does only ever slows.
ROUNDS = int(os.environ.get("ROUNDS", "2"))
ENTRANTS = 1600
DRAFTS = 64


class Bench:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.demo = folder / "demo"
        self.table = Table()

    def sala(self, *words) -> str:
        command = [str(word) for word in [BINARY, *words]]
        done = subprocess.run(command, capture_output=True, cwd=HOME, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return done.stdout

    def say(self, words: str) -> None:
        print(f"== {words}", file=sys.stderr, flush=True)

    def run(self) -> Table:
        self.say(f"making a demo of {ENTRIES} entries")
        self.sala("demo", "--home", HOME, "--data", self.demo, "--entrants", ENTRIES, "--prepare-only")
        self.plan = json.loads(self.sala(
            "bench", "visits", "--home", HOME, "--data", self.demo, "--drafts", DRAFTS, "--entries", ENTRANTS))
        self.commits()
        self.bare = Server([BINARY, "bench", "bare"], self.folder / "bare.log")
        self.site = Server([BINARY, "bench", "serve", "--home", HOME, "--data", self.demo], self.folder / "site.log")
        try:
            self.check()
            idle = (self.bare.memory(), self.site.memory())
            self.pages()
            self.saves()
            self.whole_entries()
            self.process(*idle)
        finally:
            self.bare.stop()
            self.site.stop()
        self.rehearsal()
        self.assignment()
        return self.table

    def check(self) -> None:
        """Every address answers as it should before anything is measured."""
        for name in self.plan["looks"]:
            answer = self.site.ask(load.look(self.plan, name))
            if answer.status != 200:
                raise RuntimeError(f"{name} answers {answer.status}")
        for name, posts in self.plan["saves"].items():
            answer = self.site.ask(load.post(self.plan, posts[0]))
            if answer.status != 303 or "sign-in" in answer.getheader("Location", ""):
                raise RuntimeError(f"{name} answers {answer.status}, {answer.getheader('Location')}")

    def commits(self) -> None:
        self.say("durable commits")
        for writers in (1, 64):
            raw, ours = 0.0, 0.0
            for _ in range(ROUNDS):
                raw = max(raw, rawsqlite.durable_rows(self.folder, writers))
                said = self.sala("bench", "commits", "--folder", self.folder, "--seconds", 1.5, writers)
                ours = max(ours, json.loads(said)[str(writers)])
            name = "one writer" if writers == 1 else f"{writers} writers at once"
            self.table.add(Row(
                f"durable writes, {name}", ours, "/s", limit=raw,
                limit_name=f"SQLite, {writers} row{'s' * (writers > 1)} a commit"))

    def pages(self) -> None:
        names = {
            "call": "public call page", "register": "register page", "entry": "public entry", "home": "home",
            "desk": "desk, first page", "desk-filtered": "desk, one choice",
            "desk-searched": "desk, words searched",
        }
        for key, name in names.items():
            if key not in self.plan["looks"]:
                continue
            is_public = not key.startswith("desk")
            clients = 16 if is_public else 8
            self.say(name)
            pairs = [
                (self.load(self.bare, [load.Request("/")], clients, SECONDS / 2),
                 self.load(self.site, [load.look(self.plan, key)], clients))
                for _ in range(ROUNDS)
            ]
            self.compare(f"{name}, {clients} at once", pairs, "bare page")

    def saves(self) -> None:
        for key, name in (("review", "review saved"), ("page", "entry page saved")):
            form = load.post if key == "review" else load.multipart
            posts = [form(self.plan, wanted) for wanted in self.plan["saves"].get(key, [])[:512]]
            if not posts:
                continue
            bare = [load.Request("/", "POST", one.headers, one.body) for one in posts[:16]]
            for clients in (8, 64):
                self.say(f"{name}, {clients} at once")
                before = rawsqlite.events(self.demo / "sala.sqlite")
                pairs = [
                    (self.load(self.bare, bare, clients, SECONDS / 2), self.load(self.site, posts, clients))
                    for _ in range(ROUNDS)
                ]
                raw = max(rawsqlite.durable_rows(self.folder, clients) for _ in range(ROUNDS))
                row = self.compare(
                    f"{name}, {clients} at once", pairs, "bare POST", raw, f"SQLite, {clients} rows a commit")
                written = rawsqlite.events(self.demo / "sala.sqlite") - before
                asked = sum(ours.requests for _, ours in pairs)
                if written < asked * 0.95:
                    row.failures += asked - written

    def whole_entries(self) -> None:
        waiting = self.plan["entries"]
        share = len(waiting) // (2 * ROUNDS)
        for index, clients in enumerate((8, 64)):
            self.say(f"whole entries, {clients} at once")
            pairs = []
            for number in range(ROUNDS):
                own = waiting[(index * ROUNDS + number) * share:][:share]
                limit = entrants.run(self.bare, self.plan, own, clients, SECONDS / 2, is_bare=True)
                pairs.append((limit, entrants.run(self.site, self.plan, own, clients, SECONDS)))
            requests = 2 * (len(waiting[0]["pages"]) + 2)
            self.compare(f"whole entries of {requests} requests, {clients} at once", pairs, "bare, same client")

    def process(self, bare_idle: float, site_idle: float) -> None:
        self.table.add(Row(
            "start-up", self.site.start_seconds, "s", limit=self.bare.start_seconds, limit_name="bare server"))
        self.table.add(Row("memory idle", site_idle, "MB", limit=bare_idle, limit_name="bare server"))
        self.table.add(Row(
            "memory loaded, at most", self.site.memory("VmHWM"), "MB", limit=self.bare.memory("VmHWM"),
            limit_name="bare server"))

    def rehearsal(self) -> None:
        self.say(f"a rehearsal of {ENTRIES} entries to their release")
        database = self.folder / "rehearsal.sqlite"
        address = f"sqlite://{database}"
        programme = next(HOME.glob("Programmes/*/examples/simulation/plan.yaml")).parents[2].name
        outcome = json.loads(self.sala(
            "simulate", programme, "--home", HOME, "--database", address, "--entrants", ENTRIES, "--judges",
            max(20, ENTRIES // 50), "--json"))
        ranking = json.loads(self.sala(
            "bench", "ranking", "--home", HOME, "--database", address, "--files", self.folder / "files"))
        self.table.add(Row(
            f"ranking of {ranking['entries']}", ranking["seconds"], "s",
            limit=rawsqlite.seconds_to_read_reviews(database), limit_name="SQLite reads the reviews"))
        export = json.loads(self.sala(
            "bench", "export", "--home", HOME, "--database", address, "--files", self.folder / "files"))
        self.table.add(Row(
            f".xlsx of {export['entries']} with {export['cells']:,} cells", export["seconds"], "s",
            limit=export["limit"], limit_name="libxlsxwriter, the same cells"))
        self.table.add(Row(
            "memory of that export, at most", export["memory"], "MB", limit=export["idle"],
            limit_name="before it began"))
        # Every entry is decided, released and written to: three rows each.
        rows = 3 * ranking["entries"]
        limit = rawsqlite.seconds_to_write(self.folder, rows)
        for name, ending in [
            (f"selection and release of {ranking['entries']}", "-release"),
            ("another write meanwhile, at most", "-longest-wait"),
        ]:
            seconds = max(value for phase, value in outcome["seconds"].items() if phase.endswith(ending))
            self.table.add(Row(name, seconds, "s", limit=limit, limit_name=f"SQLite writes {rows} rows"))
        self.table.rehearsal = outcome

    def assignment(self) -> None:
        self.say("judges for a nationwide round")
        found = json.loads(self.sala("bench", "assignment"))
        for objective in ("total", "fairness", "fair-first"):
            self.table.add(Row(
                f"assignment 7,850 x 300 x 3, {objective}", found["seconds"][objective], "s", limit=found["limit"],
                limit_name="every entry's best three, loads ignored"))

    def load(self, server: Server, requests: list, clients: int, seconds: float = SECONDS) -> load.Outcome:
        return load.run(server, requests, clients, seconds, self.folder)

    def compare(
        self, name: str, pairs: list, limit_name: str, other: float = float("inf"), other_name: str = ""
    ) -> Row:
        """The best of the rounds beside the best of the limit, or beside another limit that is tighter."""
        limit = max(limit.rate for limit, _ in pairs)
        ours = max((ours for _, ours in pairs), key=lambda outcome: outcome.rate)
        if other < limit:
            limit, limit_name = other, other_name
        return self.table.add(Row(
            name, ours.rate, "/s", limit=limit, limit_name=limit_name, p50=ours.p50, p99=ours.p99, cpu=ours.cpu,
            failures=sum(outcome.failures for _, outcome in pairs)))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sala-bench-", dir=os.environ.get("BENCH_FOLDER")) as folder:
        table = Bench(pathlib.Path(folder)).run()
    print(table.text(ENTRIES))
    (HOME / "bench.json").write_text(json.dumps(table.values(ENTRIES), ensure_ascii=False, indent=1) + "\n")
    if any(row.failures for row in table.rows):
        sys.exit("some requests failed: the rows that say so are not to be believed")


if __name__ == "__main__":
    main()
