"""`transparency build`: check, protect, build beside, audit, swap. Nothing can be built that was not checked."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from generator.audit import audit_of
from generator.audit.built_site import read_site
from generator.commands.outcome import Exit, complain, reason_of, say_built, show, tell
from generator.commands.unchanged import made_from, note
from generator.commands.words_of_site import personal_data_in
from generator.disclosure.door import protect
from generator.figures import Publication
from generator.problems import Problem, Refused, errors
from generator.records.assemble import read_council
from generator.records.edited import INPUTS, edited, fingerprints
from generator.records.observation import Records
from generator.release.build import Workshop, build_site
from generator.release.finish.policy import UnsafePage
from generator.release.finish.search_index import SearchIndexFailed
from generator.release.fragments import FragmentMissing
from generator.release.open_data.embedding import NoHead
from generator.release.publish import (
    CannotPublish,
    manifest,
    new_release,
    put_in_force,
    sole_builder,
    store_of,
)
from generator.release.site_builder import SiteBuilderFailed

STEPS = 8
"""How many steps the build tells: the length of the progress bar."""
WORKERS = "TRANSPARENCY_WORKERS"
"""Environment variable: how many processes draw. The site is the same for any number."""
MOST_WORKERS = 8
MOST_NAMED = 5
UNTOUCHED = "The last good site is untouched."

Say = Callable[[str], None]


class NotBuilt(Exception):
    """A step said no: the sentence to say, how the command ends, and every problem that led to it."""

    def __init__(self, sentence: str, outcome: Exit, problems: Iterable[Problem] = ()) -> None:
        self.sentence, self.outcome, self.problems = sentence, outcome, tuple(problems)
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: where the site stands, and the warnings and notices that its files gave."""

    site: Path
    problems: tuple[Problem, ...]


def build(folder: Path, into: Path, as_at: date, form: str = "text") -> Exit:
    """Build a council's site and say what came of it."""
    try:
        with progress(form) as say:
            built = make(folder, into, as_at, say)
    except NotBuilt as stopped:
        if stopped.problems:
            show(stopped.problems, form)
        complain(stopped.sentence)
        return stopped.outcome
    say_built(built.site, built.problems, form)
    return Exit.FINE


def make(folder: Path, into: Path, as_at: date, say: Say = lambda _step: None) -> Built:
    """Build a council's site into a folder; the site that stands there stays until the new one is whole. Raises NotBuilt."""
    into = Path(os.path.abspath(into))
    with _expected():
        _refuse_own_inputs(folder, into)
        say("Checking the council’s files")
        before = fingerprints(folder)
        made = made_from(before, as_at)
        records, problems = _checked(folder, as_at)
        publication = _protected(records, problems)
        with sole_builder(store_of(into)), new_release(into) as release:
            build_site(publication, as_at, _workshop(folder, into, release), say)
            say("Auditing the built site")
            sealed = _audited(release, records)
            _refuse_edited(before, fingerprints(folder))
            put_in_force(release, into, sealed)
            note(into, made, problems)
    return Built(into, problems)


def _checked(folder: Path, as_at: date) -> tuple[Records, tuple[Problem, ...]]:
    """A council's records without an error, and the warnings and notices that they gave."""
    records, problems = read_council(folder, as_at)
    if records is None or errors(problems):
        raise NotBuilt("The files are refused. Nothing was built; the last good site is untouched.", Exit.REFUSED, problems)
    return records, problems


def _protected(records: Records, problems: Iterable[Problem]) -> Publication:
    """What may be published of the records."""
    try:
        return protect(records)
    except Refused as refusal:
        sentence = "Something would point at a child. Nothing was built; the last good site is untouched."
        raise NotBuilt(sentence, Exit.UNSAFE, [*problems, *refusal.problems]) from None


def _audited(release: Path, records: Records) -> str:
    """The manifest of a built site that keeps its promises; taken before the audit, so that what was audited is what is published."""
    sealed = manifest(release)
    site = read_site(release)
    found = (*audit_of(site), *personal_data_in(site, records))
    if found:
        raise NotBuilt(f"The built site failed its audit. {UNTOUCHED}", Exit.UNSAFE, found)
    return sealed


@contextmanager
def _expected() -> Iterator[None]:
    """Turn what can go wrong in a build into a sentence; what nobody expected passes on to the command line."""
    try:
        yield
    except TemplateError as failure:  # before OSError, which a missing template also is
        place = ", ".join(str(part) for part in (getattr(failure, "name", None), getattr(failure, "lineno", None)) if part)
        sentence = f"A page template cannot be used ({type(failure).__name__}{': ' if place else ''}{place}). {UNTOUCHED} Mend it in templates/pages, or delete it there to use the product's."
        raise NotBuilt(sentence, Exit.REFUSED) from failure
    except (SiteBuilderFailed, FragmentMissing, NoHead, UnsafePage) as failure:
        refused = _refusal_by_the_computer(failure)
        if refused:
            raise NotBuilt(_not_built(refused), Exit.ENVIRONMENT) from failure
        raise NotBuilt(f"The site was not built: {failure}. {UNTOUCHED}", Exit.UNSAFE) from failure
    except (CannotPublish, SearchIndexFailed) as failure:
        raise NotBuilt(str(failure), Exit.ENVIRONMENT) from failure
    except BrokenExecutor as failure:
        sentence = f"A process that draws charts was ended by the computer, most likely for want of memory. {UNTOUCHED} Close other programs, then build again."
        raise NotBuilt(sentence, Exit.ENVIRONMENT) from failure
    except OSError as failure:
        raise NotBuilt(_not_built(failure), Exit.ENVIRONMENT) from failure


def _refusal_by_the_computer(failure: BaseException) -> OSError | None:
    """The computer's refusal behind another failure, if there is one."""
    seen: BaseException | None = failure
    while seen is not None:
        if isinstance(seen, OSError):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


def _not_built(failure: OSError) -> str:
    return f"The site was not built: {reason_of(failure)}. {UNTOUCHED} Free some space or mend the folder's permissions, then build again."


def _workshop(folder: Path, into: Path, release: Path) -> Workshop:
    """The folders of a build: beside the site in the council's own build folder, else out of sight in the store."""
    own = Path(os.path.abspath(folder)) / "build"
    beside = own if into.parent == own else store_of(into)
    return Workshop(folder, beside / "docs", release, beside / "cache", _workers())


def _workers() -> int:
    """How many processes may draw."""
    asked = os.environ.get(WORKERS, "")
    if asked.isdecimal() and asked.isascii() and len(asked) < MOST_NAMED:
        return max(1, min(int(asked), MOST_WORKERS))
    return min(os.cpu_count() or 1, MOST_WORKERS)


def _refuse_own_inputs(folder: Path, into: Path) -> None:
    """A site that is built among its own sources would be read as one of them."""
    for name in INPUTS:
        source = Path(os.path.abspath(folder / name))
        if into == source or source in into.parents:
            raise NotBuilt(f"The site cannot be built inside {name}, which it is made from. Choose another folder with --into.", Exit.USAGE)


def _refuse_edited(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    changed = edited(before, after)
    if changed:
        named = ", ".join(changed[:MOST_NAMED]) + (f" and {len(changed) - MOST_NAMED} more" if len(changed) > MOST_NAMED else "")
        raise NotBuilt(f"Files changed while the site was being built: {named}. {UNTOUCHED} Build again.", Exit.REFUSED)


@contextmanager
def progress(form: str = "text") -> Iterator[Say]:
    """Tell each step: a bar on a terminal, plain lines elsewhere, nothing where a program reads the problems."""
    told = 0
    bar = form != "json" and sys.stdout is not None and sys.stdout.isatty()

    def say(step: str) -> None:
        nonlocal told
        told += 1
        if form == "json":
            return
        if not bar:
            tell(step)
            return
        width = 20
        full = min(width, told * width // (STEPS + 1))
        tell(f"\r\033[K[{'#' * full}{'.' * (width - full)}] {step}", end="")

    try:
        yield say
    finally:
        if bar:
            tell("\r\033[K", end="")
