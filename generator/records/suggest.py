"""Guessing what a misspelt word was meant to be. Only words from the given list are ever said, never what was typed."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_GUESSED = 80
MOST_CANDIDATES = 2000


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """The known word that is most like the typed one, or None when none is like it."""
    if not typed or len(typed) > LONGEST_GUESSED:
        return None
    candidates = {word.casefold(): word for word in sorted(known)[:MOST_CANDIDATES]}
    plain = typed.casefold().replace("_", "-").replace(" ", "-")
    for wanted in (typed.casefold(), plain):
        found = get_close_matches(wanted, candidates, n=1, cutoff=0.6)
        if found:
            return candidates[found[0]]
    return None


def did_you_mean(typed: str, known: Iterable[str], otherwise: str) -> str:
    """A fix that names the nearest known word, or the other advice when nothing is near."""
    word = nearest(typed, known)
    return f"Did you mean {word}?" if word else otherwise


def listed(words: Iterable[str], joiner: str = "or") -> str:
    """Words as a sentence lists them: `a, b or c`."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"
