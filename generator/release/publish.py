"""All-or-nothing publishing to a folder: built beside, checked against its manifest, swapped in one step.

`build/site` is a link to the release in force. A run that is killed, interrupted or out of space leaves the link
where it was; what it left behind is cleared away by the next run.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RELEASES = ".releases"


class CannotPublish(Exception):
    """The folder cannot be published to; the message says why and what to do."""


@contextmanager
def sole_builder(workspace: Path) -> Iterator[None]:
    """Hold the lock of the build folder: one build at a time; the lock dies with its process."""
    workspace.mkdir(parents=True, exist_ok=True)
    with (workspace / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotPublish(f"Another build is using {workspace}. Wait for it to end, then build again.") from None
        yield


def new_release(target: Path) -> Path:
    """An empty folder beside the target to build in; what earlier runs left unfinished is removed."""
    _refuse_foreign(target)
    releases = target.parent / RELEASES / target.name
    releases.mkdir(parents=True, exist_ok=True)
    for leftover in releases.glob("unfinished-*"):
        shutil.rmtree(leftover)
    for link in target.parent.glob(f".{target.name}.*.link"):
        link.unlink()
    folder = releases / f"unfinished-{os.getpid()}"
    folder.mkdir()
    return folder


def _refuse_foreign(target: Path) -> None:
    """Never write over a folder that this program did not make."""
    if target.is_symlink() or not target.exists():
        return
    if target.is_dir() and not any(target.iterdir()):
        return
    raise CannotPublish(f"{target} is a folder that this program did not make. Move it away, or build into another with --into.")


def manifest(folder: Path) -> str:
    """The fingerprint of a folder: every file's name and content, in order."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def put_in_force(release: Path, target: Path) -> Path:
    """Make a finished release the one that `target` shows, in one step; returns where it stands."""
    finished = release.parent / manifest(release)[:16]
    if finished.exists():
        shutil.rmtree(release)  # the same bytes are there already
    else:
        _to_disk(release)
        release.rename(finished)
    if target.is_dir() and not target.is_symlink():
        target.rmdir()  # empty: `new_release` refused anything else
    link = target.parent / f".{target.name}.{os.getpid()}.link"
    link.symlink_to(os.path.relpath(finished, target.parent), target_is_directory=True)
    previous = target.resolve() if target.is_symlink() else None
    link.replace(target)
    _forget_old(finished, previous)
    return finished


def _to_disk(folder: Path) -> None:
    """Ask the system to write every file before the swap, so that a power cut cannot leave an empty page."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as opened:
                os.fsync(opened.fileno())


def _forget_old(finished: Path, previous: Path | None) -> None:
    """Keep the release in force and the one before; older ones could show what has been withdrawn since."""
    keep = {finished.name, previous.name if previous else finished.name}
    for old in finished.parent.iterdir():
        if old.name not in keep:
            shutil.rmtree(old, ignore_errors=True)
