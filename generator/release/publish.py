"""All-or-nothing publishing to a folder: built beside, sealed by its manifest, swapped in one step.

`build/site` is a link to the release in force. A run that is killed, interrupted or out of space leaves the link
where it was; what it left behind is cleared away by the next run. Nothing here knows what a site holds.
"""

import fcntl
import hashlib
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

RELEASES = ".releases"
LOCK = "lock"
NEXT_LINK = "next"
UNFINISHED = "unfinished-"
"""How the name of a release begins that is not whole: still being built, or already being taken away."""
NAME_LENGTH = 16
_RELEASE_NAME = re.compile(rf"[0-9a-f]{{{NAME_LENGTH}}}(-[0-9]+)?")
FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""A site is for everybody to read, whatever the officer's own files are."""
_CHUNK = 1 << 20


class CannotPublish(Exception):
    """The folder cannot be published to; the message says why and what to do."""


def store_of(target: Path) -> Path:
    """Where the releases of a target stand: beside it, so that a swap never crosses from one disk to another."""
    return target.parent / RELEASES / target.name


@contextmanager
def sole_builder(store: Path) -> Iterator[None]:
    """Hold the lock of a store: one build at a time; the lock dies with its process."""
    store.mkdir(parents=True, exist_ok=True)
    with (store / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotPublish("Another build of this site is running. Wait for it to end, then build again.") from None
        yield


@contextmanager
def new_release(target: Path) -> Iterator[Path]:
    """An empty folder beside the target to build in; taken away at the end unless it was put in force."""
    refuse_foreign(target)
    store = store_of(target)
    store.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(store)
    folder = _new_folder(store)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def refuse_foreign(target: Path) -> None:
    """Never write over a folder, a file or a link that this program did not make."""
    if not target.name:
        raise CannotPublish("The site needs a folder of its own. Name one with --into, such as --into build/site.")
    if target.is_symlink():
        points_to = (target.parent / target.readlink()).parent
        if os.path.abspath(points_to) != os.path.abspath(store_of(target)):
            raise CannotPublish(f"{target} is a link that this program did not make. Move it away, or build into another folder with --into.")
    elif target.is_dir():
        if any(target.iterdir()):
            raise CannotPublish(f"{target} is a folder that this program did not make. Move it away, or build into another with --into.")
    elif target.exists():
        raise CannotPublish(f"{target} is a file, not a folder. Move it away, or build into another folder with --into.")


def _clear_leftovers(store: Path) -> None:
    """Take away what a run that was cut off left behind; what cannot be taken away now harms nothing and is tried again."""
    (store / NEXT_LINK).unlink(missing_ok=True)
    for leftover in store.iterdir():
        if leftover.name.startswith(UNFINISHED):
            shutil.rmtree(leftover, ignore_errors=True)


def _new_folder(store: Path) -> Path:
    """A folder of a name that no leftover has."""
    for number in count(1):
        folder = store / f"{UNFINISHED}{number}"
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        return folder
    raise AssertionError  # pragma: no cover  counting never ends


def manifest(folder: Path) -> str:
    """The fingerprint of a folder: every file's name and content, in order; CannotPublish for anything but files."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).as_posix()):
        kind = path.lstat().st_mode
        if stat.S_ISREG(kind):
            total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            total.update(_digest(path))
        elif not stat.S_ISDIR(kind):
            raise CannotPublish(f"The built site holds a link or a device, {path.relative_to(folder).as_posix()}, which cannot be published.")
    return total.hexdigest()


def _digest(path: Path) -> bytes:
    content = hashlib.sha256()
    with path.open("rb") as opened:
        while piece := opened.read(_CHUNK):
            content.update(piece)
    return content.digest()


def put_in_force(release: Path, target: Path, sealed: str | None = None) -> Path:
    """Make a finished release the one that `target` shows, in one step; returns where it stands.

    `sealed` is the manifest of what was audited: CannotPublish if the folder is no longer that.
    """
    _to_disk(release)
    name = manifest(release)
    if sealed not in (None, name):
        raise CannotPublish("The built site changed while it was being audited. The last good site is untouched. Build again.")
    finished = _stand(release, name)
    previous = target.readlink().name if target.is_symlink() else ""
    _swap(finished, target)
    with suppress(OSError):  # the new site is in force: what is left to do is left to the next run
        _through(target.parent)
        _forget_old(finished, previous)
    return finished


def _stand(release: Path, name: str) -> Path:
    """Where a finished release stands: under its manifest's name; one that is there already and whole is kept."""
    for number in count():
        finished = release.parent / (name[:NAME_LENGTH] + (f"-{number}" if number else ""))
        if not finished.exists():
            release.rename(finished)
            _through(finished.parent)
            return finished
        if _is_whole(finished, name):
            return finished
    raise AssertionError  # pragma: no cover  counting never ends


def _is_whole(finished: Path, name: str) -> bool:
    """Whether a release that stands there is still what its name says: a hand or a failing disk may have changed it."""
    try:
        return manifest(finished) == name
    except (OSError, CannotPublish):
        return False


def _swap(finished: Path, target: Path) -> None:
    """Let the target show the release: a new link takes the old one's place, which is one step for every reader."""
    link = store_of(target) / NEXT_LINK
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(finished, target.parent), target_is_directory=True)
    if target.is_dir() and not target.is_symlink():
        target.rmdir()  # empty: `refuse_foreign` let nothing else pass
    link.replace(target)


def _to_disk(folder: Path) -> None:
    """Write every file and folder through to the disk, readable for all, so that a power cut cannot leave an empty page."""
    for path in (folder, *folder.rglob("*")):
        mode = FOLDER_MODE if path.is_dir() else FILE_MODE
        if stat.S_IMODE(path.stat().st_mode) != mode:
            path.chmod(mode)
        _through(path)


def _through(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _forget_old(finished: Path, previous: str) -> None:
    """Keep the release in force and the one before; older ones could show what has been withdrawn since."""
    store = finished.parent
    if finished.name == previous:
        return
    for old in store.iterdir():
        if _RELEASE_NAME.fullmatch(old.name) and old.name not in (finished.name, previous):
            leaving = _new_folder(store)  # a release that is taken away must never look like a whole one
            old.rename(leaving)
            shutil.rmtree(leaving, ignore_errors=True)
