"""Records that differ only in what is hidden build the same site, to the last byte."""

import re
from pathlib import Path

from generator.commands.build import build
from generator.commands.outcome import Exit
from generator.disclosure.complementary import Sheet
from generator.disclosure.door import entry_of, guarded_indicators, hidden_keys, longer_periods
from generator.disclosure.intruder import Cell, Facts, witness_tables
from generator.disclosure.publication_facts import tables
from generator.records.assemble import read_council
from generator.vocabulary import Unit
from tests.audit.hidden_council import AS_AT, CODE, hidden_council, rows

THRESHOLD = 5


def worlds(folder: Path, count: int) -> list[dict[str, int]]:
    """What the hidden counts of a council could be for all that anybody can see, small ones staying small."""
    records, problems = read_council(folder, AS_AT)
    assert records is not None, problems
    content = records.content
    guarded = guarded_indicators(content)
    hidden = hidden_keys(records.observations, content)
    entries = [entry_of(one, guarded[one.indicator]) for one in records.observations if guarded[one.indicator].unit is Unit.COUNT]
    found: list[dict[str, int]] = [{} for _ in range(count)]
    for table in tables(entries, content.council.disclosure, longer_periods(guarded)):
        for number, world in enumerate(witness_tables(kept_in_place(table.sheet(), table.too_small, hidden), count)):
            found[number] |= {key: world[key] for key in hidden if key in world}
    return found


def kept_in_place(sheet: Sheet, small: frozenset[str], hidden: frozenset[str]) -> Facts:
    """The facts of a sheet where every hidden count keeps to its side of the threshold."""
    facts = sheet.facts(hidden)
    cells = {
        name: (Cell.within(1, THRESHOLD) if name in small else Cell.within(THRESHOLD + 1)) if name in hidden else cell
        for name, cell in facts.cells.items()
    }
    return Facts(cells, facts.sums, facts.ratios, facts.orders, facts.implied)


def in_world(world: dict[str, int], percent: tuple[int, int]) -> list[str]:
    """The council's rows with other numbers where they are hidden."""
    made = []
    for line in rows():
        name, area, period, group, *rest = line.split(",")
        key = "/".join((name, area, period, group))
        if key in world:
            rest[0] = str(world[key])
        if key == f"visits/{CODE}/2023-24/all":
            above, below = percent
            rest[:3] = [str(round(100 * above / below)), str(above), str(below)]
        made.append(",".join((name, area, period, group, *rest)))
    return made


def built(folder: Path, observations: list[str] | None) -> dict[str, bytes]:
    """Every file of the site that a council's rows give, by its path."""
    council, site = hidden_council(folder / "council", observations), folder / "site"
    assert build(council, site, AS_AT) is Exit.FINE
    whole = site.resolve()
    return {path.relative_to(whole).as_posix(): path.read_bytes() for path in sorted(whole.rglob("*")) if path.is_file()}


def test_records_that_differ_only_in_hidden_counts_build_the_same_site(tmp_path: Path) -> None:
    first = built(tmp_path / "first", None)
    others = worlds(tmp_path / "first/council", 2)
    truths = [re.findall(r"^(?:homes|monthly|quarterly).*$", "\n".join(in_world(world, (39, 42))), re.MULTILINE) for world in others]
    assert all(truth != [line for line in rows() if not line.startswith("visits")] for truth in truths[1:])
    for number, (world, percent) in enumerate(zip(others, ((45, 49), (57, 58)), strict=True)):
        again = built(tmp_path / f"world-{number}", in_world(world, percent))
        assert sorted(again) == sorted(first)
        assert [name for name, content in again.items() if content != first[name]] == []
