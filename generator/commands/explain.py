"""`transparency explain CODE`: when a problem happens and how to mend it."""

from difflib import get_close_matches

from generator.codes import CODES
from generator.commands.outcome import Exit, complain


def explain(code: str) -> Exit:
    """Print what a problem code means, or every code for `all`."""
    if code == "all":
        for name, explanation in sorted(CODES.items()):
            print(f"{name}: {explanation.title}")
        return Exit.FINE
    if code not in CODES:
        near = get_close_matches(code, CODES, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        complain(f"There is no problem code of that name.{hint} `transparency explain all` lists them.")
        return Exit.USAGE
    explanation = CODES[code]
    print(f"{code}: {explanation.title}\n\nWhen it happens\n  {explanation.when}\n\nHow to mend it\n  {explanation.fix}")
    return Exit.FINE
