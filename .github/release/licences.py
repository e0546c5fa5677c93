"""Lists the licence of every pinned requirement of the program, from what the installed packages say of themselves.

Usage: licences.py > .github/LICENCES.md. A test says when that file is stale.
"""

# ruff: noqa: INP001  a script, not a package

import re
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements" / "run.txt"
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)", re.MULTILINE)
ELSEWHERE = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
"""What packages wrote before there was one way to write it."""
ACCEPTED = frozenset({"MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "MPL-2.0", "PSF-2.0", "Zlib", "CC0-1.0"})
"""Licences under which a council may run the program and publish what it makes, without a duty of its own."""
HEAD = """# Licences of what the program is made of

Every pinned requirement of `.github/requirements/run.txt`, with the licence that the package itself states.
Made by `.github/release/licences.py`; do not edit by hand.

| Package | Versions | Licence |
|---|---|---|
"""


def pinned(requirements: str) -> dict[str, tuple[str, ...]]:
    """The pinned versions of each requirement: several where they depend on the Python that runs them."""
    found: dict[str, list[str]] = {}
    for one in _PINNED.finditer(requirements):
        found.setdefault(one["name"], []).append(one["version"])
    return {name: tuple(versions) for name, versions in sorted(found.items())}


def licence_of(metadata: PackageMetadata) -> str:
    """The licence as an SPDX expression; KeyError, with what the package says, for one that nobody has looked at."""
    expression = metadata.get("License-Expression")
    if expression:
        return str(expression)
    said = [one for one in metadata.get_all("Classifier") or () if one.startswith("License :: ")]
    said.append(str(metadata.get("License") or "").strip())
    for one in said:
        if one in ELSEWHERE or one in ACCEPTED:
            return ELSEWHERE.get(one, one)
    raise KeyError(f"{metadata['Name']} says: {said}")


def unaccepted(licence: str) -> Iterator[str]:
    """The parts of an expression that are not accepted; of two that may be chosen from, one is enough."""
    for part in licence.replace("(", "").replace(")", "").split(" AND "):
        if not any(choice.strip() in ACCEPTED for choice in part.split(" OR ")):
            yield part


def table() -> str:
    """The whole file."""
    rows = [
        f"| {name} | {', '.join(versions)} | {licence_of(distribution(name).metadata)} |\n"
        for name, versions in pinned(REQUIREMENTS.read_text(encoding="utf-8")).items()
    ]
    return HEAD + "".join(rows)


if __name__ == "__main__":
    print(table(), end="")  # noqa: T201  its output is the file
