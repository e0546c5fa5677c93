"""The small readers that a JSON file of facts is read with: a group, a list, a number, a name.

Each notes what is wrong and gives something harmless to carry on with, so that one run tells every problem.
"""

import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction

from generator.disclosure.intruder.refusal import LARGEST, Findings

MOST_DECIMALS = 12
"""More decimals than any publication prints; each one makes the solver's numbers ten times larger."""


class Reader:
    """Reads the parts of one file, noting in its findings what is wrong."""

    def __init__(self, findings: Findings) -> None:
        """Note problems in these findings."""
        self.add = findings.add

    def group(self, found: object, path: str) -> dict[str, object]:
        """A group of keys in curly brackets."""
        if isinstance(found, dict):
            return found
        self.add(path, "A group of keys is expected here.", "Write the keys of the format in curly brackets.")
        return {}

    def sequence(self, found: object, path: str) -> list[object]:
        """A list in square brackets."""
        if isinstance(found, list):
            return found
        self.add(
            path,
            "A list is expected here.",
            "Write a list in square brackets, or leave the key out for none.",
        )
        return []

    def known_keys(self, group: dict[str, object], known: tuple[str, ...], path: str) -> None:
        """Refuse the keys that the format does not have."""
        for key in group:
            if key not in known:
                where = f"{path}.{key}" if path else key
                self.add(where, "This key is not part of the format.", f"Use only {', '.join(known)}.")

    def whole(self, found: object, path: str, least: int = 0) -> int:
        """A whole number; 12.0 is one."""
        exact = _exact(found)
        if exact is not None and least <= exact <= LARGEST and exact == int(exact):
            return int(exact)
        self.add(
            path, f"A whole number from {least} to {LARGEST:,} is expected here.", "Write it in digits alone."
        )
        return least

    def number(self, found: object, path: str) -> Decimal:
        """A number as it is printed."""
        exact = _exact(found)
        if exact is not None and 0 <= exact <= LARGEST:
            return exact
        self.add(
            path, f"A number from 0 to {LARGEST:,} is expected here.", "Write the number as it is printed."
        )
        return Decimal(0)

    def name(self, found: object, path: str) -> str:
        """The name of a cell."""
        if isinstance(found, str) and found.strip():
            return found
        self.add(path, "The name of a cell is expected here.", "Write its name in quotation marks.")
        return ""

    def names(self, found: object, path: str, least: int) -> tuple[str, ...]:
        """At least so many names, none twice."""
        listed = self.sequence(found, path)
        if isinstance(found, list) and len(listed) < least:
            self.add(path, f"At least {least} cells must be named here.", "Name them in quotation marks.")
        names = tuple(self.name(one, f"{path}[{position}]") for position, one in enumerate(listed))
        for name, times in Counter(names).items():
            if times > 1 and name:
                self.add(path, f'"{name}" is named {times} times.', "Name each cell once.")
        return names


def _exact(found: object) -> Decimal | None:
    """A JSON number as it was written, or None where it is none or has absurdly many digits."""
    if isinstance(found, bool) or not isinstance(found, int | Decimal):
        return None
    if isinstance(found, int):
        return Decimal(found) if abs(found) <= LARGEST else None
    return found if found == 0 or -2 * MOST_DECIMALS <= found.adjusted() <= MOST_DECIMALS else None


def has_more_decimals(value: Decimal, decimals: int) -> bool:
    """Whether a number is written with more decimals than it is said to have."""
    unit = Fraction(1, 10**decimals)
    return Fraction(value) % unit != 0


def parsed(text: str, findings: Findings) -> object:
    """The JSON value of a text; raises FactsProblem where it is not JSON or says one thing twice."""

    def group(pairs: list[tuple[str, object]]) -> dict[str, object]:
        for key, times in Counter(key for key, _ in pairs).items():
            if times > 1:
                findings.add(key, f"This key is given {times} times in the same group.", "Give it once.")
        return dict(pairs)

    found: object = None
    try:
        found = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=group,
            parse_float=Decimal,
            parse_constant=lambda _: None,
        )
    except json.JSONDecodeError as reason:
        findings.add(
            f"character {reason.colno}",
            f"This is not JSON: {reason.msg}.",
            "Mend the file there.",
            reason.lineno,
        )
    except (RecursionError, ValueError, ArithmeticError):
        findings.add(
            "", "This JSON is nested too deeply or has a number too long to read.", "Simplify the file."
        )
    findings.refuse_if_any()
    return found
