"""`transparency diff OLD NEW`: what the public would see change between two releases.

OLD and NEW are each a council's folder, a built site, the address of a published site, or a git revision of the
folder that the command is run in. A revision is taken out of git into a folder of its own; nothing is checked out.
"""

import io
import re
import subprocess
import tarfile
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from generator.commands.outcome import Exit, complain
from generator.disclosure.door import protect
from generator.problems import Refused, errors
from generator.product import pages_folder
from generator.records.assemble import read_council
from generator.release.analyse.areas import analyse
from generator.release.comparing.differences import Differences, differences
from generator.release.comparing.snapshot import NotARelease, Snapshot, snapshot_of, snapshot_of_built
from generator.release.comparing.telling import as_json, as_markdown, as_text

FORMS: dict[str, Callable[[Differences], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
COUNCIL_FOLDERS = ("data", "site_src")
LARGEST = 50_000_000
"""Bytes of one file of a published site; a larger one is not ours."""
PATIENCE = 30
"""Seconds to wait for a published site."""


class CannotCompare(Exception):
    """One side cannot be read; carries the words for the officer and how the command ends."""

    def __init__(self, words: str, outcome: Exit) -> None:
        super().__init__(words)
        self.outcome = outcome


def diff(old: str, new: str, as_at: date, form: str) -> Exit:
    """Print what differs; that something differs is no failure."""
    try:
        found = differences(_snapshot(old, as_at), _snapshot(new, as_at))
    except CannotCompare as stopped:
        complain(str(stopped))
        return stopped.outcome
    print(FORMS[form](found), end="")
    return Exit.FINE


def _snapshot(name: str, as_at: date) -> Snapshot:
    folder = Path(name)
    try:
        if re.match(r"https?://", name):
            return snapshot_of_built(lambda file: _fetched(name, file))
        if (folder / "data" / "council.yml").is_file():
            return _of_folder(folder, name, as_at)
        if folder.is_dir():
            return _of_built(folder)
    except NotARelease as stopped:
        raise CannotCompare(f"{name} is neither a council's folder nor a built site: {stopped}.", Exit.USAGE) from None
    with tempfile.TemporaryDirectory(prefix="transparency-") as made:
        _take_out(name, Path(made))
        return _of_folder(Path(made), name, as_at)


def _of_folder(folder: Path, name: str, as_at: date) -> Snapshot:
    """What a council's folder would publish: through the checks and the door, as a build goes."""
    records, problems = read_council(folder, as_at)
    if records is None or errors(problems):
        raise CannotCompare(f"The files of {name} are refused, so there is nothing to compare. Run `transparency check`.", Exit.REFUSED)
    try:
        publication = protect(records)
    except Refused:
        raise CannotCompare(f"Something in {name} would point at a child. Run `transparency check`.", Exit.UNSAFE) from None
    own = folder / "templates" / "pages"
    templates = own if own.is_dir() and own.resolve() != pages_folder().resolve() else None
    return snapshot_of(publication, analyse(publication, as_at), templates)


def _of_built(folder: Path) -> Snapshot:
    pages = {
        path.parent.relative_to(folder).as_posix().removeprefix(".") + "/" * (path.parent != folder): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("index.html"))
    }

    def read(file: str) -> str | None:
        path = folder / file
        return path.read_text(encoding="utf-8") if path.is_file() else None

    listed = {address: text for address, text in pages.items() if '<meta name="robots" content="noindex">' not in text}
    return snapshot_of_built(read, listed)


def _fetched(site: str, file: str) -> str | None:
    address = urljoin(site if site.endswith("/") else f"{site}/", file)
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  the address starts with http:// or https://
            content: bytes = answer.read(LARGEST + 1)
    except urllib.error.HTTPError:
        return None
    except (urllib.error.URLError, OSError, ValueError):
        raise CannotCompare(f"{site} cannot be reached.", Exit.ENVIRONMENT) from None
    if len(content) > LARGEST:
        raise CannotCompare(f"{file} of {site} is too large to be a release.", Exit.USAGE)
    return content.decode("utf-8", errors="replace")


def _take_out(revision: str, target: Path) -> None:
    """Take the council's files of a revision out of git."""
    known = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known is None:
        raise CannotCompare(f"{revision} is neither a folder nor a git revision that this folder knows.", Exit.USAGE)
    packed = _git("archive", "--format=tar", known.decode().strip())
    if packed is None:
        raise CannotCompare(f"git cannot give the files of {revision}.", Exit.ENVIRONMENT)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        members = [one for one in archive.getmembers() if PurePosixPath(one.name).parts[:1] in [(name,) for name in COUNCIL_FOLDERS]]
        archive.extractall(target, members, filter="data")
    if not (target / "data" / "council.yml").is_file():
        raise CannotCompare(f"{revision} holds no data/council.yml in this folder.", Exit.USAGE)


def _git(*arguments: str) -> bytes | None:
    """What git says; None when it fails or is not there."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607  fixed program, no shell
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
