"""The versions of the data format: what is said of a folder in another one, and the steps that lead from each to the next.

A step is text to text, so that comments, order and spacing stay as people wrote them; it leaves alone what is new
already. There has been one format so far, so there is no step yet: decision 9 says what calls for one.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from generator import FORMAT_VERSION
from generator.problems import Place, Problem
from generator.records.layout import COUNCIL_FILE
from generator.records.yaml_read import Tree, YamlFile

Texts = Mapping[str, str]
"""The texts of a council's files by their paths in its folder."""
Steps = Mapping[int, Callable[[Texts], Texts]]
"""From each version but the newest: what makes of all texts those that change on the way to the next."""
STEPS: Steps = {}
CODE = "unsupported-format"
_LINE = re.compile(r"""^([{ \t]*["']?format["']?[ \t]*:[ \t]*["']?)[0-9]+""", re.MULTILINE)
_VERSION = re.compile(r"[1-9][0-9]{0,3}")


def written_format(tree: Tree) -> int | None:
    """The version that council.yml says its folder is in; None where it says none, or no number."""
    said = tree.get("format") if isinstance(tree, dict) else None
    return int(said) if isinstance(said, str) and _VERSION.fullmatch(said) else None


def other_format(council: YamlFile, newest: int = FORMAT_VERSION) -> Problem | None:
    """What is said of a folder in another version than the newest, or in none; what is no number the declaration tells."""
    version = written_format(council.tree)
    if isinstance(council.tree, dict) and council.tree.get("format") is None:
        found = "The file does not say in which version of the data format the council's files are, and that is not guessed."
        return Problem(Place(council.file, 1), CODE, found, f"If they were made for this program, write 'format: {newest}' here.")
    if version is None or version == newest:
        return None
    place = Place(council.file, council.lines.get(("format",)), "format")
    if version < newest:
        found = "The files are in an older version of the data format than this program reads."
        return Problem(place, CODE, found, "Run `transparency migrate`: it brings them up to date and keeps your comments.")
    found = f"The files are in a newer version of the data format than this program reads, which is {newest}."
    return Problem(place, CODE, found, "Update the program. Leave the number as it is: it says what the files mean.")


def told_alone(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only that the format is another one, if it is: what else is found in such files means nothing."""
    listed = tuple(problems)
    return tuple(problem for problem in listed if problem.code == CODE) or listed


def migrated(texts: Texts, version: int, steps: Steps, newest: int) -> dict[str, str]:
    """The texts that change on the way from a version to the newest; council.yml, which says the version, comes last."""
    now = dict(texts)
    for number in range(version, newest):
        now |= steps[number](now)
    now[COUNCIL_FILE] = _LINE.sub(rf"\g<1>{newest}", now[COUNCIL_FILE], count=1)
    changed = {name: text for name, text in now.items() if texts.get(name) != text}
    return {name: changed[name] for name in sorted(changed, key=lambda name: (name == COUNCIL_FILE, name))}
