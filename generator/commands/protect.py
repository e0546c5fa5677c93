"""`transparency protect PRIVATE --out FILE`: a raw file (CSV or .xlsx), kept outside the repository, becomes a protected one."""

import os
import tempfile
from pathlib import Path

from generator.commands.outcome import Exit, complain, show
from generator.disclosure.cross_tables import ProtectedText, protect_cross_table
from generator.disclosure.intruder import Undecided
from generator.disclosure.raw_file import protect_raw, read_raw
from generator.importers.spreadsheet import ENDING, in_sheet, read_sheet
from generator.model import DisclosurePolicy
from generator.problems import Refused, errors
from generator.records.assemble import read_council
from generator.records.collected import Unusable
from generator.records.files import clean_text, read_bytes
from generator.records.layout import COUNCIL_FILE, OBSERVATION_COLUMNS, TABLE_BYTES
from generator.records.observation import Records
from generator.release import words


def protect_file(private: Path, out: Path, council: Path | None, total: str | None, sheet: str | None = None) -> Exit:
    """Protect one file and say how many cells were hidden and why, never which values."""
    folder = council or _council_of(out)
    misuse = _misuse(private, out, folder)
    if misuse:
        complain(misuse)
        return Exit.USAGE
    read: str | None = None
    try:
        content, read = _content_of(private, sheet)
        return _protected(private, content, out, folder, total)
    except Unusable as stopped:
        show(in_sheet([stopped.problem], private, read), "text")
    except Refused as refusal:
        show(in_sheet(refusal.problems, private, read), "text")
    except Undecided as reason:
        complain(f"Nothing was written: the solver could not settle a count ({reason}).")
        return Exit.UNSAFE
    return Exit.REFUSED


def _content_of(private: Path, sheet: str | None) -> tuple[bytes, str | None]:
    """The raw file as CSV, and the sheet it stood in; raises Unusable or Refused where it cannot be read."""
    content = read_bytes(private.resolve().parent, private.name, TABLE_BYTES)
    if private.suffix.lower() != ENDING:
        return content, None
    read = read_sheet(private, sheet)
    return read.content, read.name


def _protected(private: Path, content: bytes, out: Path, folder: Path | None, total: str | None) -> Exit:
    """Protect and write; raises Unusable or Refused where a file is not well formed."""
    text, _ = clean_text(private.name, content)
    records: Records | None = None
    if folder is not None:
        records, problems = read_council(folder)
        if records is None:
            complain(f"The council's folder {folder} must be mended first.")
            raise Refused(errors(problems))
    if _is_observations(text):
        return _observations(private.name, content, out, folder, records)
    policy = records.content.council.disclosure if records else DisclosurePolicy()
    return _finish(protect_cross_table(text.decode(), private.name, policy, total=total), out, policy)


def _council_of(out: Path) -> Path | None:
    """The council's folder that the protected file goes into, or the one that the command is run in."""
    for folder in (*out.absolute().parents, Path.cwd()):
        if (folder / COUNCIL_FILE).is_file():
            return folder
    return None


def _misuse(private: Path, out: Path, folder: Path | None) -> str:
    """What is wrong with the way the command was called, if anything."""
    if folder is not None and not (folder / COUNCIL_FILE).is_file():
        return f"There is no council's folder at {folder}: it has no {COUNCIL_FILE}."
    if private.resolve() == out.resolve():
        return "The protected file cannot take the place of the raw one. Give another name with --out."
    if folder is not None and private.resolve().is_relative_to(folder.resolve()):
        return (
            f"{private} stands inside the council's folder. Keep raw files outside it: whatever is in the folder may be "
            "committed by mistake, and what was once committed stays in the history."
        )
    if out.suffix.lower() != ".csv":
        return "The protected file is CSV: give a name that ends in .csv with --out."
    return ""


def _is_observations(text: bytes) -> bool:
    """Whether the first row has the headings of observations, in any order."""
    headings = {heading.strip(' "\r') for heading in text.split(b"\n", 1)[0].decode(errors="replace").split(",")}
    return len(headings & set(OBSERVATION_COLUMNS)) > len(OBSERVATION_COLUMNS) // 2


def _observations(name: str, content: bytes, out: Path, folder: Path | None, records: Records | None) -> Exit:
    if records is None or folder is None:
        complain("Say with --council where the council's folder is: it says what each indicator counts.")
        return Exit.USAGE
    raw = read_raw(name, content, records.content)
    if errors(raw.problems):
        raise Refused(raw.problems)
    replaced = os.path.relpath(out.resolve(), folder.resolve())
    published = [one for one in records.observations if one.place.file != Path(replaced).as_posix()]
    return _finish(protect_raw(raw, records.content, published), out, records.content.council.disclosure)


def _finish(made: ProtectedText, out: Path, policy: DisclosurePolicy) -> Exit:
    if made.contradiction:
        complain(
            "Nothing was written: the numbers cannot all be true. Look for a typing error: check totals against their parts."
        )
        return Exit.UNSAFE
    if made.leaking:
        complain("Nothing was written: hidden numbers can be worked out all the same, and only figures that are already published could be hidden with them:")
        for key in made.leaking:
            complain(f"  {key}")
        return Exit.UNSAFE
    try:
        _write(out, made.text)
    except OSError as failure:
        complain(f"Nothing was written: {failure.strerror}.")
        return Exit.ENVIRONMENT
    counts = f"1 to {policy.hidden_up_to}" if policy.zeros_shown else f"0 to {policy.hidden_up_to}"
    print(f"Wrote {out}.")
    print(f"Hidden because a count of people behind it is {counts}: {made.too_small}.")
    print(f"Hidden because it would give one of those away: {made.given_away}.")
    if policy.rounded_to > 1:
        print(f"Rounded to the nearest {policy.rounded_to}: {made.rounded}.")
    if made.notes_with_numbers:
        print(f"Read the notes: {words.counted(made.notes_with_numbers, 'hidden row')} with a number in its note, which might be the hidden one.")
    return Exit.FINE


def _write(out: Path, text: str) -> None:
    """Put the file in place in one step, so that no half of it is ever seen."""
    out.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(out)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise

