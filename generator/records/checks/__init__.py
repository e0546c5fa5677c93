"""The checks: one rule a file, applied in this order, each over all records.

A check is given the records and the day of the check, and yields problems; it changes nothing and reads no
file. A new rule is a file here, its test, and a line in CHECKS.
"""

from collections.abc import Callable, Iterator
from datetime import date

from generator.problems import Problem
from generator.records.checks import (
    accent_contrast,
    complete_items,
    dates_in_order,
    duplicate_ids,
    duplicate_observations,
    everywhere_agrees,
    future_dates,
    indicators_without_observations,
    inspection_files,
    mixed_days,
    mutual_differences,
    open_questions,
    other_publisher,
    page_addresses,
    page_dates,
    page_insertions,
    page_links,
    page_markup,
    paragraphs,
    personal,
    ranges,
    ratios,
    small_counts,
    small_counts_in_words,
    status_dates,
    twin_ids,
    typed_figures,
    uncited_targets,
    unknown_area_codes,
    unknown_references,
    unused_sources,
)
from generator.records.observation import Records

Check = Callable[[Records, date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    small_counts.check,
    small_counts_in_words.check,
    personal.check,
    duplicate_ids.check,
    twin_ids.check,
    duplicate_observations.check,
    unknown_references.check,
    unknown_area_codes.check,
    inspection_files.check,
    complete_items.check,
    paragraphs.check,
    uncited_targets.check,
    ranges.check,
    ratios.check,
    everywhere_agrees.check,
    mixed_days.check,
    other_publisher.check,
    mutual_differences.check,
    future_dates.check,
    dates_in_order.check,
    status_dates.check,
    accent_contrast.check,
    page_addresses.check,
    page_insertions.check,
    page_markup.check,
    page_links.check,
    typed_figures.check,
    page_dates.check,
    indicators_without_observations.check,
    unused_sources.check,
    open_questions.check,
)
