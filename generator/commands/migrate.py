"""`transparency migrate`: a council's files in an older data format become files in the newest, comments and all."""

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from generator import FORMAT_VERSION
from generator.commands.outcome import Exit, complain, reason_of, show, tell
from generator.importers.writing import replace
from generator.problems import Place, Problem, errors
from generator.records.collected import Collected, Unusable
from generator.records.files import read_bytes, take_inventory
from generator.records.formats import CODE, STEPS, Steps, migrated, other_format, written_format
from generator.records.layout import COUNCIL_FILE, TABLE_BYTES, YAML_BYTES
from generator.records.yaml_read import read_yaml


def migrate(folder: Path, *, only_show: bool = False, steps: Steps = STEPS, newest: int = FORMAT_VERSION) -> Exit:
    """Bring a council's folder to the newest format, or only show what would change."""
    collected = Collected()
    try:
        council = read_yaml(COUNCIL_FILE, read_bytes(folder, COUNCIL_FILE, YAML_BYTES), collected)
        texts = _texts(folder) if council else {}
    except Unusable as stopped:
        collected.add(stopped.problem)
        council = None
    if council is None:
        return _refused(collected)
    version, other = written_format(council.tree), other_format(council, newest)
    if version == newest:
        tell(f"The files are in format {newest}, the newest. Nothing to do.")
        return Exit.FINE
    if version is None or version > newest:
        collected.add(other or Problem(Place(COUNCIL_FILE), CODE, "The format is not a whole number from 1.", "Run `transparency check`."))
        return _refused(collected)
    return _bring(folder, texts, migrated(texts, version, steps, newest), only_show=only_show)


def _refused(collected: Collected) -> Exit:
    show(errors(collected.all()), "text")
    complain("Nothing was written.")
    return Exit.REFUSED


def _texts(folder: Path) -> dict[str, str]:
    """Every file of the folder that is text; what is none (a workbook left behind) is passed over as it is."""
    found: dict[str, str] = {}
    for name in take_inventory(folder).files:
        try:
            found[name] = read_bytes(folder, name, TABLE_BYTES).decode("utf-8")
        except UnicodeDecodeError:
            continue
    return found


def _bring(folder: Path, before: Mapping[str, str], after: Mapping[str, str], *, only_show: bool) -> Exit:
    """Write the changed files, each in one step; the one that says the format last, so that a stopped run is run again."""
    try:
        for name, text in after.items():
            if only_show:
                lines = before.get(name, "").splitlines(), text.splitlines()
                tell("\n".join(unified_diff(*lines, name, name, lineterm="", n=0)))
            else:
                replace(folder / name, text)
                tell(f"Written: {name}")
    except OSError as failure:
        complain(f"The files could not be written: {reason_of(failure)}. Mend that, then run this again.")
        return Exit.ENVIRONMENT
    if not only_show:
        tell("Next: run `transparency check`, look at the difference, and commit it.")
    return Exit.FINE
