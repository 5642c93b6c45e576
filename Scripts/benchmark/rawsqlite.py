"""What SQLite itself takes on this disk, without Sala: the limits of everything that is saved."""

import pathlib
import sqlite3
import time

TEXT = "s" * 200


def _open(file: pathlib.Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("create table if not exists line (id integer primary key, text text not null)")
    return connection


def durable_rows(folder: pathlib.Path, rows_in_commit: int, seconds: float = 1.5) -> float:
    """Rows of 200 bytes a second, so many in each durable commit."""
    connection = _open(folder / "raw.sqlite")
    count = 0
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        connection.execute("begin immediate")
        for _ in range(rows_in_commit):
            connection.execute("insert into line (text) values (?)", (TEXT,))
        connection.execute("commit")
        count += rows_in_commit
    elapsed = time.monotonic() - begin
    connection.close()
    return count / elapsed


def seconds_to_write(folder: pathlib.Path, rows: int) -> float:
    """Rows as large as an event, keyed by UUIDs, in one durable commit."""
    connection = _open(folder / "raw.sqlite")
    connection.execute("create table if not exists act (id text not null primary key, body text not null)")
    begin = time.monotonic()
    connection.execute("begin immediate")
    for number in range(rows):
        connection.execute(
            "insert into act values (?, ?)", (f"{begin}-{number * 7919 % rows}", TEXT + TEXT + TEXT))
    connection.execute("commit")
    elapsed = time.monotonic() - begin
    connection.close()
    return elapsed


def seconds_to_read_reviews(database: pathlib.Path, times: int = 5) -> float:
    """Every review that was given, read as stored."""
    connection = sqlite3.connect(database)
    best = float("inf")
    for _ in range(times):
        begin = time.monotonic()
        connection.execute("select submission_id, judge_id, snapshot from review where state = 'final'").fetchall()
        best = min(best, time.monotonic() - begin)
    connection.close()
    return best


def events(database: pathlib.Path) -> int:
    connection = sqlite3.connect(database)
    count = connection.execute("select count(*) from event").fetchone()[0]
    connection.close()
    return count
