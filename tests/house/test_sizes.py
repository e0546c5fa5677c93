"""Modules that are read in one sitting, functions that are seen at once. Whatever is longer gives its reason here."""

from tests.house.looking import ROOT, functions, lines_of, modules, text_files

MODULE_LINES, FUNCTION_LINES = 320, 40
LONG_MODULES = {
    "generator/model.py": "the declarations of every file of a council, with the words of the data dictionary; nothing else",
    "tests/importers/ees/test_ees_screening.py": "one example for each of the rules that the Department publishes, side by side with its list",
    "tests/release/test_statements.py": "an example for each sentence; nothing between them to be parted",
    "tests/release/test_words.py": "an example for each way of saying a figure; nothing between them to be parted",
    "tests/records/personal_corpus.py": "sentences that the guard is measured on, one a line; there is nothing to read in it but them",
}
LONG_FUNCTIONS = {
    ("generator/importers/ees/picking.py", "_must_fit"): "one sentence for each way in which an entry may not fit its file",
    ("generator/importers/ees/screening.py", "_filter_problems"): "the published rules about filters, in the publisher's order",
    ("generator/importers/lait/importing.py", "import_lait"): "the story of an import, step by step",
    ("generator/importers/lait/measures.py", "read"): "one sentence for each way in which a measure may be unreadable",
    ("generator/importers/writing.py", "sources_text"): "keeps an officer's own rows as they stand; splitting it would part the two halves of one promise",
    ("generator/records/assemble.py", "records"): "every part of a council by name, once",
    ("generator/release/pages/figures.py", "_indicator_page"): "everything that the page of an indicator is given, by name",
}


def long_modules() -> dict[str, int]:
    """Every Python file over the limit, with its length."""
    found = {name: len(text.splitlines()) for name, text in text_files("generator", "tests") if name.endswith(".py")}
    return {name: lines for name, lines in found.items() if lines > MODULE_LINES}


def test_no_module_is_longer_than_can_be_read_in_one_sitting() -> None:
    over = {name: lines for name, lines in long_modules().items() if name not in LONG_MODULES}
    assert not over, f"split, or give the reason in {__name__}: {over}"


def test_no_function_is_longer_than_a_screen() -> None:
    over = [
        f"{name}:{function.lineno} {function.name} has {lines_of(function)} lines"
        for name, tree in modules()
        for function in functions(tree)
        if lines_of(function) > FUNCTION_LINES and (name, function.name) not in LONG_FUNCTIONS
    ]
    assert not over, "\n".join(over)


def test_a_reason_is_kept_only_while_it_is_needed() -> None:
    assert set(LONG_MODULES) <= set(long_modules())
    over = {
        (name, function.name) for name, tree in modules() for function in functions(tree) if lines_of(function) > FUNCTION_LINES
    }
    assert set(LONG_FUNCTIONS) <= over
    for name in LONG_MODULES:
        assert (ROOT / name).is_file()
