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
EVERYDAY: Mapping[str, tuple[str, ...]] = {
    "abuse": ("harm", "worried about a child"),
    "adopt": ("adoption", "adopted"),
    "budget": ("cost", "spending"),
    "care home": ("children's home",),
    "care homes": ("children's homes",),
    "complain": ("contact", "correction"),
    "complaint": ("contact", "correction"),
    "come from": ("source", "sources"),
    "data come from": ("source", "sources"),
    "downgrade": ("got worse",),
    "downgraded": ("got worse",),
    "error": ("correction", "wrong"),
    "errors": ("corrections", "wrong"),
    "excel": ("csv",),
    "far from home": ("far away", "20 miles from home"),
    "figures come from": ("source", "sources"),
    "foster parent": ("foster carer",),
    "foster parents": ("foster carers",),
    "grade": ("judgement", "judged"),
    "grandparent": ("special guardian", "wider family"),
    "grandparents": ("special guardian", "wider family"),
    "illegal": ("unregistered", "not registered"),
    "inspector": ("ofsted",),
    "inspectors": ("ofsted",),
    "kid": ("child",),
    "kids": ("children",),
    "kinship": ("wider family", "special guardian"),
    "locum": ("agency",),
    "mistake": ("correction", "wrong"),
    "mistakes": ("corrections", "wrong"),
    "money": ("allowance", "allowances", "fee", "cost"),
    "moved": ("moved around", "placement moves"),
    "next inspection": ("what comes next", "inspection due"),
    "overworked": ("caseload", "caseloads"),
    "paid": ("allowance", "allowances", "fee"),
    "pay": ("allowance", "allowances", "fee"),
    "phone": ("call", "telephone", "contact"),
    "promise": ("commitment", "promised"),
    "promises": ("commitments", "promised"),
    "rating": ("judgement", "judged"),
    "registered": ("unregistered",),
    "runaway": ("missing",),
    "salary": ("allowance", "allowances", "fee"),
    "secret": ("protect", "protected"),
    "social services": ("children's services",),
    "speak up": ("advocate",),
    "spending": ("cost",),
    "spreadsheet": ("csv",),
    "spreadsheets": ("csv",),
    "teenager": ("young person", "16 or 17"),
    "teenagers": ("young people", "16 or 17", "16 and 17"),
    "temp": ("agency",),
    "truancy": ("absence", "miss school"),
    "unregulated": ("unregistered", "not registered"),
    "wage": ("allowance", "allowances", "fee"),
    "workload": ("caseload", "caseloads"),
}
"""Words that residents use for what any such site calls otherwise; a council adds its own."""


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


def synonym_table(
    groups: Mapping[str, Iterable[str]], everyday: Mapping[str, Iterable[str]] = EVERYDAY
) -> str:
    """The text of `assets/synonyms.json`: for each word or phrase of a resident, the site's own words for it."""
    table: dict[str, set[str]] = {}
    for word, others in (*everyday.items(), *groups.items()):
        table.setdefault(word.lower(), set()).update(
            other.lower() for other in others if other.lower() != word.lower()
        )
    ordered = {word: sorted(others) for word, others in sorted(table.items()) if others}
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")) + "\n"
