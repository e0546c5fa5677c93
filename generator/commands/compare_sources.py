"""`transparency compare-sources`: whether LAIT and Explore education statistics say the same of what both hold."""

from collections.abc import Sequence
from pathlib import Path

from generator.commands.outcome import Exit, complain, reason_of, show, tell
from generator.importers.compare import compare_sources
from generator.importers.mapping import read_council
from generator.problems import Refused, errors


def compare(
    lait_files: tuple[Path, Path, Path], paths: Sequence[Path], folder: Path, *, own: bool = False
) -> Exit:
    """List the values that differ, for every area or only for the council and those it is compared with; nothing is written."""
    bulk, dictionary, neighbours = lait_files
    try:
        areas = _own_areas(folder) if own else None
        comparison = compare_sources(bulk, dictionary, neighbours, paths, folder, areas=areas)
    except Refused as refused:
        show(refused.problems, "text")
        return Exit.REFUSED
    except OSError as failure:
        complain(f"The files could not be read: {reason_of(failure)}.")
        return Exit.ENVIRONMENT
    if comparison.problems:
        show(comparison.problems, "text")
    if not comparison.shared:
        complain(
            "None of these files holds a measure that data/imports.yml says LAIT holds too (key confirms)."
        )
        return Exit.REFUSED
    tell(str(comparison))
    for indicator, shared in comparison.shared.items():
        tell(f"  {indicator}: {shared:,} compared")
    if comparison.only_in_ees:
        tell(
            f"{comparison.only_in_ees:,} values are only in the files; LAIT has none there and does not say why."
        )
    return Exit.REFUSED if comparison.differences or errors(comparison.problems) else Exit.FINE


def _own_areas(folder: Path) -> frozenset[str]:
    """Give the codes of the council, England, its region and its statistical neighbours."""
    council = read_council(folder)
    compared = [council.england, *([council.region] if council.region else [])]
    compared += council.neighbours.councils if council.neighbours else ()
    return frozenset({council.code, *(area.code for area in compared)})
