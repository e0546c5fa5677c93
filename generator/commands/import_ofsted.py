"""`transparency import ofsted`: draft inspections from Ofsted's report PDFs, for an officer to review."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from generator.commands.outcome import Exit, complain, reason_of
from generator.importers.ofsted import DraftInspection, draft_json, draft_yaml, read_report
from generator.importers.writing import replace
from generator.release import words

FORMATS: Final = ("json", "yaml")
BETWEEN_DOCUMENTS: Final = "---\n"


def ofsted(reports: Sequence[Path], form: str = "json", into: Path | None = None) -> Exit:
    """Read reports on all cores and give their drafts in the order of the reports; a refused one does not stop the others."""
    drafts: list[str] = []
    refused = 0
    for draft in _read(reports):
        text = f"{draft_json(draft)}\n" if form == "json" else draft_yaml(draft)
        if draft.refused:
            refused += 1
            complain(f"{draft.file}: {' '.join(draft.problems)}")
        if into is None:
            sys.stdout.write(BETWEEN_DOCUMENTS if form == "yaml" and drafts else "")
            sys.stdout.write(text)
            sys.stdout.flush()
        drafts.append(text)
    if len(reports) > 1 or into:
        complain(
            f"{words.capital(words.counted(len(reports), 'report'))}: {len(reports) - refused} read, {refused} refused."
        )
    outcome = Exit.REFUSED if refused else Exit.FINE
    return outcome if into is None else _write(into, drafts, form, outcome)


def _read(reports: Sequence[Path]) -> Iterator[DraftInspection]:
    """Each report is read in a process of its own; the threads here only wait for it."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        yield from pool.map(read_report, reports)


def _write(into: Path, drafts: Sequence[str], form: str, outcome: Exit) -> Exit:
    """Write the drafts into one file; an officer's work on a draft is never written over."""
    text = "".join(drafts) if form == "json" else BETWEEN_DOCUMENTS.join(drafts)
    try:
        if form == "yaml" and into.exists() and into.read_text(encoding="utf-8") not in ("", text):
            complain(
                f"{into} is there already and says something else: perhaps a draft that was worked on. Give another name."
            )
            return Exit.USAGE
        replace(into, text)
    except UnicodeDecodeError:
        complain(f"{into} is there already and is no draft. Give another name.")
        return Exit.USAGE
    except OSError as failure:
        complain(f"{into} could not be written: {reason_of(failure)}.")
        return Exit.ENVIRONMENT
    return outcome
