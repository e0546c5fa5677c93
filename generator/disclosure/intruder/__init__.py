"""The intruder: works out hidden counts from published ones, as an outsider would.

It shares no code with what hides counts, so that one mistake cannot be made twice. In: facts, from figures
(`Facts`) or from a file (`facts_from_json`, `facts_from_csv`). Out: an exact range and a verdict for every
hidden or implied count (`attack`), and tables that the facts cannot tell apart (`witness_tables`).
"""

from generator.disclosure.intruder.facts import Cell, Facts, Implied, Order, Ratio, Sum, holds
from generator.disclosure.intruder.read_facts import facts_from_json
from generator.disclosure.intruder.read_table import facts_from_csv
from generator.disclosure.intruder.refusal import FactsProblem
from generator.disclosure.intruder.say import answer_json, answer_text
from generator.disclosure.intruder.solver import Undecided
from generator.disclosure.intruder.verdicts import Answer, CellAnswer, Verdict, attack
from generator.disclosure.intruder.witnesses import witness_tables

__all__ = [
    "Answer",
    "Cell",
    "CellAnswer",
    "Facts",
    "FactsProblem",
    "Implied",
    "Order",
    "Ratio",
    "Sum",
    "Undecided",
    "Verdict",
    "answer_json",
    "answer_text",
    "attack",
    "facts_from_csv",
    "facts_from_json",
    "holds",
    "witness_tables",
]
