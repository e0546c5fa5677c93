"""`transparency attack FILE`: what an outsider can work out of a published table, for any council and any table."""

from pathlib import Path

from generator.commands.outcome import Exit, complain, show
from generator.disclosure.intruder import (
    Facts,
    FactsProblem,
    Undecided,
    answer_json,
    answer_text,
    attack,
    facts_from_csv,
    facts_from_json,
)
from generator.problems import Place, Problem
from generator.records.collected import Unusable
from generator.records.files import clean_text, read_bytes

LARGEST_FILE = 5_000_000


def attack_file(
    file: Path, form: str, *, total: str | None, threshold: int | None, zeros_hidden: bool, keep: int | None
) -> Exit:
    """Attack one file and print what can be worked out of it."""
    try:
        facts = read_facts(file, total=total, threshold=threshold, zeros_hidden=zeros_hidden, keep=keep)
    except FactsProblem as refusal:
        show(refusal.problems, form if form == "json" else "text")
        return Exit.REFUSED
    except Unusable as stopped:
        show([stopped.problem], form if form == "json" else "text")
        return Exit.REFUSED
    try:
        answer = attack(facts)
    except Undecided as reason:
        complain(f"The solver could not settle a count ({reason}), so nothing is said to be safe.")
        return Exit.UNSAFE
    print(answer_json(answer) if form == "json" else answer_text(answer, facts))
    return Exit.UNSAFE if answer.contradiction or answer.leaks() else Exit.FINE


def read_facts(
    file: Path, *, total: str | None = None, threshold: int | None = None, zeros_hidden: bool = False, keep: int | None = None
) -> Facts:
    """The facts of a file; what is given here stands in place of what a JSON file says. Raises FactsProblem or Unusable."""
    whole = file if file.is_absolute() else Path.cwd() / file
    content = read_bytes(whole.parent, whole.name, LARGEST_FILE)
    text, unsafe = clean_text(whole.name, content)
    words = text.decode()
    if unsafe:
        found = "The file holds a character that is invisible, reverses text or breaks programs."
        raise FactsProblem([Problem(Place(whole.name), "facts-file", found, "Delete it: retype the words around it.")])
    policy: dict[str, int] = {}
    if threshold is not None:
        policy["threshold"] = threshold
    if keep is not None:
        policy["keep"] = keep
    if whole.suffix.lower() == ".json" or words.lstrip().startswith("{"):
        facts = facts_from_json(words, whole.name)
        return Facts(
            facts.cells, facts.sums, facts.ratios, facts.orders, facts.implied,
            policy.get("threshold", facts.threshold), facts.zeros_shown and not zeros_hidden,
            policy.get("keep", facts.keep), facts.names,
        )  # fmt: skip
    return facts_from_csv(words, whole.name, total_label=total, zeros_shown=not zeros_hidden, **policy)
