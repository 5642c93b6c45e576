"""What was measured, each row beside its limit."""

import dataclasses
import datetime
import os
import platform


@dataclasses.dataclass
class Row:
    name: str
    value: float
    unit: str
    # What the same machine does in the same run with the least that the row needs.
    limit: float
    limit_name: str
    # Milliseconds.
    p50: float | None = None
    p99: float | None = None
    # Milliseconds of the server's processors for one request or entry.
    cpu: float | None = None
    failures: int = 0

    @property
    def share(self) -> float:
        """How near the limit the row comes: 1 is the limit itself."""
        return self.value / self.limit if self.unit == "/s" else self.limit / self.value


class Table:
    def __init__(self):
        self.rows: list[Row] = []
        # What `sala simulate --json` said.
        self.rehearsal: dict = {}

    def add(self, row: Row) -> Row:
        self.rows.append(row)
        return row

    def text(self, entries: int) -> str:
        head = [
            f"with {entries} entries", "measured", "p50 ms", "p99 ms", "CPU ms", "limit", "of the limit", "limit is",
            "",
        ]
        lines = [head] + [
            [
                row.name, f"{number(row.value)} {row.unit}", number(row.p50), number(row.p99), number(row.cpu),
                f"{number(row.limit)} {row.unit}", f"{row.share:.1%}", row.limit_name,
                f"FAILED {row.failures}" if row.failures else "",
            ]
            for row in self.rows
        ]
        widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
        left = {0, 7, 8}
        return "\n".join(
            "  ".join(
                cell.ljust(width) if column in left else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(line, widths))
            ).rstrip()
            for line in lines
        )

    def values(self, entries: int) -> dict:
        rows = [dataclasses.asdict(row) | {"share": row.share} for row in self.rows]
        machine = {"processors": os.cpu_count(), "system": platform.platform(), "load": os.getloadavg()[0]}
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        return {"at": now, "entries": entries, "machine": machine, "rows": rows, "rehearsal": self.rehearsal}


def number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"
