"""The dated snapshots that a council's folder keeps: tables of figures as they were published on earlier days.

They are given away byte for byte. Whether one tells what is hidden today is asked by the audit, which reads them as
an outsider does.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.model import DatedSnapshot
from generator.problems import Place, Problem
from generator.records.collected import Collected, Unusable
from generator.records.files import Inventory, clean_text, printable, read_bytes
from generator.records.layout import SNAPSHOT_NAME, SNAPSHOTS, TABLE_BYTES

_PATH: Final = re.compile(f"{SNAPSHOTS}/{SNAPSHOT_NAME}")


def kept_snapshots(inventory: Inventory, collected: Collected) -> tuple[DatedSnapshot, ...]:
    """Every snapshot, newest first; what is wrong is collected."""
    newest_first = sorted(_dated(inventory, collected), key=lambda found: found[:2], reverse=True)
    return tuple(snapshot for *_, snapshot in newest_first)


def _dated(inventory: Inventory, collected: Collected) -> Iterator[tuple[date, int, DatedSnapshot]]:
    for path in inventory.files:
        named = _PATH.fullmatch(path)
        if named is None:
            continue
        try:
            day = date.fromisoformat(named[1])
            content = read_bytes(inventory.root, path, TABLE_BYTES)
            clean_text(path, content)
        except ValueError:
            collected.add(unnamed_snapshot(path))
        except Unusable as stopped:
            collected.add(stopped.problem)
        else:
            yield day, int(named[2] or 0), DatedSnapshot(path.removeprefix(f"{SNAPSHOTS}/"), day, content)


def unnamed_snapshot(path: str) -> Problem:
    """What is wrong with a file among the snapshots that is not named as one."""
    found = "A dated snapshot is named after its day, such as 2026-11-22.csv."
    return Problem(Place(printable(path)), "bad-file-name", found, f"Take the file out of {SNAPSHOTS}; `transparency snapshot` writes them.")
