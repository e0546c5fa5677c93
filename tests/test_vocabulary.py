"""The word lists: codes that files use, labels that readers see, and the few things that a word knows."""

import pytest

from generator.vocabulary import Counts, Grade, Labelled, Movement, PeriodKind, Progress, Symbol, Unit


def test_a_word_is_its_code_and_carries_its_label() -> None:
    assert (Grade("good"), Grade.GOOD.label, str(Grade.GOOD), f"{Grade.GOOD}") == ("good", "Good", "good", "good")
    assert Symbol("c") is Symbol.CONFIDENTIAL


def test_a_code_that_is_not_in_the_list_is_no_word() -> None:
    with pytest.raises(ValueError, match="'splendid' is not a valid Grade"):
        Grade("splendid")


def test_a_word_cannot_be_added_without_a_label() -> None:
    with pytest.raises(TypeError, match="label"):

        class Colours(Labelled):
            RED = "red"


def test_grades_stand_best_first() -> None:
    assert [grade.value for grade in Grade] == ["outstanding", "good", "requires_improvement", "adequate", "inadequate"]


def test_only_counts_of_people_who_could_be_children_and_of_carers_are_protected() -> None:
    assert {counts.value for counts in Counts if counts.protected} == {"children", "young_people", "families", "carers"}


def test_symbols_are_those_of_the_government_statistical_service() -> None:
    assert [symbol.shown for symbol in Symbol] == ["[c]", "[z]", "[x]", "[low]", "[u]"]


def test_every_progress_word_has_a_shape_of_its_own() -> None:
    assert {progress.value: progress.shape for progress in Progress} == {
        "better": "▲", "worse": "▼", "no_clear_change": "●", "changed": "◆", "too_little": "◐", "not_measured": "○",
    }  # fmt: skip


def test_movements_stand_worst_first() -> None:
    assert Movement.NEVER_FIXED is next(iter(Movement))
    assert Movement.STRENGTH_THROUGHOUT is list(Movement)[-1]
    assert len(Movement) == 13


@pytest.mark.parametrize("unit", Unit)
def test_a_unit_s_label_can_stand_after_a_number(unit: Unit) -> None:
    assert unit.label == unit.label.lower()


@pytest.mark.parametrize("kind", PeriodKind)
def test_a_period_s_label_can_stand_inside_a_sentence(kind: PeriodKind) -> None:
    assert kind.label[0].islower()
