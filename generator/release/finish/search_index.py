"""Makes the search index of the built folder with Pagefind, and keeps of it only what the search page loads."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

INDEX_FOLDER = "pagefind"
KEPT_SCRIPTS = frozenset({"pagefind.js", "pagefind-entry.json"})
"""Pagefind's own search boxes are left out, because the search page has an accessible one, and so is its worker."""
SECONDS = 600


class SearchIndexFailed(Exception):
    """Pagefind is missing or could not index the folder."""


def index_for_search(site: Path) -> None:
    """Index the pages that hold `data-pagefind-body`, from empty; raises SearchIndexFailed."""
    shutil.rmtree(site / INDEX_FOLDER, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--output-subdir",
        INDEX_FOLDER,
        "--quiet",
    ]
    try:
        run = subprocess.run(  # noqa: S603  our own interpreter and fixed words; the folder is one argument, no shell reads it
            command, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise SearchIndexFailed(f"Pagefind did not run: {type(failure).__name__}") from failure
    if run.returncode != 0:
        raise SearchIndexFailed(
            f"Pagefind stopped with exit code {run.returncode}: {(run.stderr or run.stdout).strip()[-500:]}"
        )
    for path in sorted((site / INDEX_FOLDER).iterdir()):
        if path.is_file() and path.suffix in {".js", ".css", ".json"} and path.name not in KEPT_SCRIPTS:
            path.unlink()


def synonym_table(groups: Mapping[str, Iterable[str]]) -> str:
    """The text of `assets/synonyms.json`: for each word or phrase of a resident, the site's own words for it."""
    table = {
        word.lower(): sorted({other.lower() for other in others} - {word.lower()})
        for word, others in groups.items()
    }
    return json.dumps(dict(sorted(table.items())), ensure_ascii=False, separators=(",", ":")) + "\n"
