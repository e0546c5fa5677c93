"""`transparency build`: check, protect, build beside, audit, swap. Nothing can be built that was not checked."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.audit import audit
from generator.commands.outcome import Exit, complain, show
from generator.disclosure.door import protect
from generator.problems import Problem, Refused, Severity, errors
from generator.records.assemble import read_council
from generator.release.build import Workshop, build_site
from generator.release.finish.policy import UnsafePage
from generator.release.finish.search_index import SearchIndexFailed
from generator.release.fragments import FragmentMissing
from generator.release.publish import CannotPublish, new_release, put_in_force, sole_builder
from generator.release.site_builder import SiteBuilderFailed

STEPS = 8
"""How many steps the build tells: the length of the progress bar."""


def build(folder: Path, into: Path, as_at: date, form: str = "text") -> Exit:
    """Build a council's site into a folder; the site that stands there stays until the new one is whole."""
    say = progress()
    say("Checking the council’s files")
    records, problems = read_council(folder, as_at)
    if records is None or errors(problems):
        show(problems, form)
        complain("The files are refused. Nothing was built; the last good site is untouched.")
        return Exit.REFUSED
    try:
        publication = protect(records)
    except Refused as refusal:
        show([*problems, *refusal.problems], form)
        complain("Something would point at a child. Nothing was built; the last good site is untouched.")
        return Exit.UNSAFE
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    if warnings:
        show(warnings, form)
    try:
        with sole_builder(into.parent):
            release = new_release(into)
            workshop = Workshop(folder, into.parent / "docs", release, into.parent / "cache", os.cpu_count() or 1)
            build_site(publication, as_at, workshop, say)
            return _publish(release, into, say, form, problems)
    except (SiteBuilderFailed, FragmentMissing, UnsafePage) as failure:
        complain(f"The site was not built: {failure}. The last good site is untouched.")
        return Exit.UNSAFE
    except (CannotPublish, SearchIndexFailed) as failure:
        complain(str(failure))
        return Exit.ENVIRONMENT
    except OSError as failure:
        complain(f"The site was not built: {failure.strerror}. The last good site is untouched. Free some space or mend the folder's permissions, then build again.")
        return Exit.ENVIRONMENT


def _publish(release: Path, into: Path, say: Callable[[str], None], form: str, problems: tuple[Problem, ...]) -> Exit:
    say("Auditing the built site")
    found = audit(release)
    if found:
        show(found, form)
        shutil.rmtree(release)
        complain("The built site failed its audit. The last good site is untouched.")
        return Exit.UNSAFE
    put_in_force(release, into)
    say("")
    notices = sum(problem.severity is Severity.NOTICE for problem in problems)
    print(f"The site is in {into}: open {into / 'index.html'} or run `transparency serve`.")
    if notices:
        print(f"{notices} things for the council to supply or look at: run `transparency check` to see them.")
    return Exit.FINE


def progress() -> Callable[[str], None]:
    """Tell each step: a bar on a terminal, plain lines elsewhere."""
    told = 0

    def say(step: str) -> None:
        nonlocal told
        told += 1
        if not sys.stdout.isatty():
            if step:
                print(step, flush=True)
            return
        width = 20
        full = min(width, told * width // (STEPS + 1))
        line = f"[{'#' * full}{'.' * (width - full)}] {step}" if step else ""
        print(f"\r\033[K{line}", end="" if step else "\r", flush=True)

    return say
