"""A reader that polls a published site until it is told to stop; run as a program by `test_kills`.

It reads as a host does, each file through the link, and as a careful visitor does, a whole release by the folder
that the link names. Everything that it sees must be of one of the known releases.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

PAUSE = 0.005


def digests(folder: Path) -> dict[str, str]:
    """The fingerprint of every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def poll(site: Path, releases: list[dict[str, str]], stop: Path) -> dict[str, int]:
    """Read until the file `stop` is there; counts what was read and what should never be seen."""
    seen = {"whole": 0, "files": 0, "torn": 0, "mixed": 0, "missing": 0}
    common = sorted(set.intersection(*(set(release) for release in releases)))
    while not stop.exists():
        time.sleep(PAUSE)
        for name in common:
            try:
                content = (site / name).read_bytes()
            except OSError:
                seen["missing"] += 1
                continue
            seen["files"] += 1
            if hashlib.sha256(content).hexdigest() not in {release[name] for release in releases}:
                seen["torn"] += 1
        link = os.readlink(site)
        try:
            whole = digests(site.parent / link)
        except OSError:
            seen["missing"] += os.readlink(site) == link  # a release may go only when it is two releases old
            continue
        if whole in releases:
            seen["whole"] += 1
        elif os.readlink(site) == link:
            seen["mixed"] += 1
    return seen


if __name__ == "__main__":
    known = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    print(json.dumps(poll(Path(sys.argv[1]), known, Path(sys.argv[3]))))
