"""The check before each commit: git's pre-commit hook of a council's folder, and putting it in force.

The hook stands in `.hooks`, so that it travels with the folder; git runs it where its `core.hooksPath` says so.
"""

import stat
import subprocess
import sys
from pathlib import Path
from typing import Final

HOOKS: Final = ".hooks"
PYTHON: Final = "transparency.python"
"""Setting of git, on this machine alone, that says where the program is when it is not on the path."""
SETTLE: Final = f"git config core.hooksPath {HOOKS}"
HOOK: Final = f"""#!/bin/sh
# Before each commit: refuse files with an error, above all an unprotected small number of people.
# What is checked is what the commit would hold, which may not be what stands in the folder.
set -eu
root=$(git rev-parse --show-toplevel)
council=$(cd "$(dirname "$0")/.." && pwd -P)
python=$(git config {PYTHON} || true)
if command -v transparency >/dev/null; then
    check() {{ transparency check "$1"; }}
elif [ -x "$python" ]; then
    check() {{ "$python" -m generator check "$1"; }}
else
    echo "Nothing was committed: the program transparency is not on the path, so the files cannot be checked." >&2
    exit 1
fi
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git checkout-index --all --prefix="$copy/"
cd "$copy${{council#"$root"}}"
check . || {{
    echo "Nothing was committed. Mend the files, add them again and commit." >&2
    exit 1
}}
"""


def write_hook(folder: Path) -> None:
    """Write the hook into a council's folder."""
    hook = folder / HOOKS / "pre-commit"
    hook.parent.mkdir(parents=True, exist_ok=True)
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def put_in_force(folder: Path) -> bool:
    """Make the folder a git repository whose commits are checked; False where that is for somebody to decide.

    That is so where git is missing, where the folder lies in a larger repository, and where that has hooks already.
    """
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top is None:
        if _git(folder, "init", "--quiet") is None:
            return False
    elif Path(top).resolve() != folder.resolve() or _git(folder, "config", "core.hooksPath"):
        return False
    return all(
        _git(folder, "config", name, value) is not None
        for name, value in (("core.hooksPath", HOOKS), (PYTHON, sys.executable))
    )


def _git(folder: Path, *arguments: str) -> str | None:
    """What git says, or None where it refuses or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False, timeout=60)  # noqa: S603, S607  fixed program, no shell
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else None
