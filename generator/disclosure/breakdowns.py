"""Which groups of a breakdown make up which others: what a reader of the labels knows.

A breakdown is `all`, a group such as `girls`, a group with the name of its split such as `sex: girls`, or a
cross of groups with `;` between them: `sex: girls; age: 0 to 4`. The groups of one split make up the whole that
they split. Whether they truly add up is for the numbers to say, not for this module.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

ALL = "all"
_SIGN = re.compile("[:=]")

Cross = frozenset[tuple[str, str]]
"""Groups by the name of their split; empty for everybody."""


class Split(NamedTuple):
    """A whole and the groups that one split divides it into, by their labels."""

    whole: str
    parts: tuple[str, ...]
    complete: bool
    """Whether every group that the split has anywhere is among the parts."""


def crosses(labels: Iterable[str]) -> dict[str, Cross]:
    """What each label stands for, in the order given; groups without the name of a split are placed by their company."""
    listed = list(dict.fromkeys(labels))
    written = {label: [_piece(piece) for piece in label.split(";")] for label in listed if label != ALL}
    places: dict[str, str] = {}
    for pieces in written.values():
        if len(pieces) > 1:
            for position, (split, group) in enumerate(pieces, start=1):
                if not split:
                    places.setdefault(group, str(position))
    found: dict[str, Cross] = {}
    for label in listed:
        pieces = written.get(label, [])
        if len(pieces) > 1:
            found[label] = frozenset((split or str(at), group) for at, (split, group) in enumerate(pieces, start=1))
        else:
            found[label] = frozenset((split or places.get(group, ""), group) for split, group in pieces)
    return found


def _piece(text: str) -> tuple[str, str]:
    split, *group = (piece.strip() for piece in _SIGN.split(text, maxsplit=1))
    return (split, group[0]) if split and any(group) else ("", text.strip())


def splits(labels: Iterable[str], everywhere: Iterable[str]) -> tuple[Split, ...]:
    """Every split among the labels of one table; `everywhere` are the labels of all tables of the same kind.

    A whole that has no label of its own is not told here: nothing is printed of it.
    """
    meanings = crosses([*everywhere])
    present = {meanings[label]: label for label in labels if label in meanings}
    groups: dict[str, dict[str, int]] = {}
    for cross in meanings.values():
        for split, group in sorted(cross):
            members = groups.setdefault(split, {})
            members.setdefault(group, len(members))
    order = {split: at for at, split in enumerate(groups)}
    inside = _parts(present)
    found = []
    for whole, label in present.items():
        for split, parts in sorted(inside.get(whole, {}).items(), key=lambda one: order[one[0]]):
            members = groups[split]
            named = tuple(parts[group] for group in sorted(parts, key=members.__getitem__))
            found.append(Split(label, named, complete=len(named) == len(members)))
    return tuple(found)


def _parts(present: dict[Cross, str]) -> dict[Cross, dict[str, dict[str, str]]]:
    """The labels inside each whole that is there, by split and group; found from the parts, so that many cost no more than few."""
    inside: dict[Cross, dict[str, dict[str, str]]] = {}
    for cross, label in present.items():
        for split, group in cross:
            whole = cross - {(split, group)}
            if whole in present and all(split != other for other, _ in whole):
                inside.setdefault(whole, {}).setdefault(split, {})[group] = label
    return inside
