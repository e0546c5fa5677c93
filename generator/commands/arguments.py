"""The options of the commands that read published files and that deal with many councils, and which command they call.

`cli` declares the other commands. Each command is imported only when it is asked for.
"""

import argparse
from datetime import date
from pathlib import Path
from typing import Final

from generator.commands.outcome import Exit, complain
from generator.national.shards import Shard

LAIT_FILES: Final = ("DATA", "DICTIONARY", "NEIGHBOURS")


def declare(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `import` and `compare-sources`."""
    importing = commands.add_parser(
        "import",
        help="read what others publish into the council's folder",
        description="Reads published files into data/. What changes is shown before it is written; running it again "
        "changes nothing. Source, licence, sha256 and date are written into data/sources.csv. data/imports.yml says "
        "which published measure becomes which of the council's indicators.",
    )
    kinds = importing.add_subparsers(dest="kind", required=True, metavar="KIND")
    _declare_lait(kinds.add_parser("lait", help="DfE's Local Authority Interactive Tool"))
    _declare_ees(kinds.add_parser("ees", help="files of DfE's Explore education statistics"))
    _declare_ofsted(kinds.add_parser("ofsted", help="Ofsted's inspection reports (PDF), as drafts to review"))
    for kind in kinds.choices.values():
        kind.add_argument(
            "--debug",
            action="store_true",
            default=argparse.SUPPRESS,
            help="print the traceback if the program itself fails",
        )
    compare = commands.add_parser(
        "compare-sources",
        help="say where LAIT and Explore education statistics differ",
        description="Compares every measure that data/imports.yml says both sources hold (key confirms). Nothing is "
        "written. Exit code 0 if all values agree, 1 if any differ.",
    )
    _lait_files(compare)
    compare.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help="files of Explore education statistics"
    )
    compare.add_argument(
        "--own",
        action="store_true",
        help="only the council, England, its region and its neighbours (default: every area)",
    )
    _folder_option(compare)


def _declare_lait(lait: argparse.ArgumentParser) -> None:
    _lait_files(lait)
    lait.add_argument(
        "--council", metavar="CODE", help="another council than the folder's: its code, or its number in LAIT"
    )
    _folder_option(lait)
    _show_option(lait)


def _declare_ees(ees: argparse.ArgumentParser) -> None:
    ees.add_argument("files", metavar="FILE", type=Path, nargs="+", help="data files, as published (.csv) or as workbooks (.xlsx)")
    ees.add_argument(
        "--mapping", metavar="FILE", type=Path, help="a mapping in place of the folder's data/imports.yml"
    )
    ees.add_argument(
        "--list",
        action="store_true",
        help="say what the files hold and what is wrong with them; write nothing",
    )
    _folder_option(ees)
    _show_option(ees)


def _declare_ofsted(ofsted: argparse.ArgumentParser) -> None:
    ofsted.description = (
        "Reads report PDFs on all cores and prints a draft for each, in their order. A report that cannot be read "
        "safely gives one problem and exit code 1; the others are still read. What a report's table and headings do "
        "not agree on is left out and named."
    )
    ofsted.add_argument("reports", metavar="REPORT.pdf", type=Path, nargs="+", help="reports, as published")
    ofsted.add_argument(
        "--format",
        choices=("json", "yaml"),
        default="json",
        help="json: one object a line; yaml: a file for data/inspections (default: json)",
    )
    ofsted.add_argument(
        "--into", metavar="FILE", type=Path, help="write the drafts into this file (default: print them)"
    )


def declare_for_all(build: argparse.ArgumentParser, new: argparse.ArgumentParser) -> None:
    """Declare what `build` and `new` can do for many councils."""
    _declare_build(build)
    _declare_new(new)


def _declare_build(build: argparse.ArgumentParser) -> None:
    build.add_argument(
        "--all",
        metavar="INTO",
        type=Path,
        dest="every",
        help="build every council in this folder of councils, on all cores, with a page that lists them (sites go to INTO/build/site, or --into)",
    )
    build.add_argument(
        "--shard",
        metavar="K/N",
        type=_shard,
        help="with --all: build only this share, such as 3/16, so that machines can share the work",
    )
    build.add_argument(
        "--at-once",
        metavar="N",
        type=_count,
        help="with --all: how many councils at once (default: the cores there are)",
    )
    build.add_argument(
        "--only-index",
        action="store_true",
        help="with --all: build nothing, only list the sites that are there",
    )


def _declare_new(new: argparse.ArgumentParser) -> None:
    new.add_argument(
        "--from-lait",
        metavar=LAIT_FILES,
        type=Path,
        nargs=3,
        help="start with figures, region and neighbours, from the files that `import lait` reads",
    )
    new.add_argument(
        "--inspections",
        metavar="FILE",
        type=Path,
        help="with --from-lait: Ofsted's list of inspections (.csv)",
    )
    new.add_argument(
        "--council",
        metavar="CODE",
        action="append",
        default=[],
        help="with --from-lait: which council; with --all, only these (repeat it)",
    )
    new.add_argument(
        "--all",
        metavar="INTO",
        type=Path,
        dest="every",
        help="with --from-lait: make a folder for every council there, inside this one",
    )
    new.add_argument(
        "--url", metavar="ADDRESS", help="with --all: the address under which the sites will stand"
    )
    new.add_argument(
        "--publisher",
        metavar="NAME",
        help="with --all: who publishes the sites (default: people other than the council)",
    )


def run(chosen: argparse.Namespace, today: date) -> Exit | None:
    """Call the command, if it is one of those declared here."""
    every = getattr(chosen, "every", None)
    if chosen.command == "import":
        return _run_import(chosen, today)
    if chosen.command == "compare-sources":
        from generator.commands.compare_sources import compare  # noqa: PLC0415

        return compare(_lait_paths(chosen), chosen.files, chosen.folder, own=chosen.own)
    if chosen.command == "new":
        return _run_new(chosen, today)
    if chosen.command == "build" and every:
        from generator.commands.build_all import build_all  # noqa: PLC0415

        into = chosen.into or every / "build" / "site"
        return build_all(
            every,
            into,
            today,
            shard=chosen.shard or Shard(),
            at_once=chosen.at_once,
            only_index=chosen.only_index,
        )
    if chosen.command == "build" and (chosen.shard or chosen.at_once or chosen.only_index):
        complain("--shard, --at-once and --only-index go with --all INTO.")
        return Exit.USAGE
    return None


def _run_import(chosen: argparse.Namespace, today: date) -> Exit:
    if chosen.kind == "ofsted":
        from generator.commands.import_ofsted import ofsted  # noqa: PLC0415

        return ofsted(chosen.reports, chosen.format, chosen.into)
    from generator.commands import imports  # noqa: PLC0415

    if chosen.kind == "lait":
        return imports.lait(
            _lait_paths(chosen), chosen.folder, today, council=chosen.council, only_show=chosen.show
        )
    if chosen.list:
        return imports.list_ees(chosen.files)
    return imports.ees(chosen.files, chosen.folder, today, mapping=chosen.mapping, only_show=chosen.show)


def _run_new(chosen: argparse.Namespace, today: date) -> Exit:
    from generator.commands.new import Published, new, new_for_all  # noqa: PLC0415
    from generator.starting.skeleton import SOMEWHERE  # noqa: PLC0415

    published = None
    if chosen.from_lait:
        bulk, dictionary, neighbours = chosen.from_lait
        published = Published(bulk, dictionary, neighbours, chosen.inspections)
    if chosen.every:
        if published is None or chosen.name:
            complain(
                "Write `transparency new --from-lait DATA DICTIONARY NEIGHBOURS --all INTO`, without a name."
            )
            return Exit.USAGE
        return new_for_all(
            published,
            chosen.every,
            today,
            codes=tuple(chosen.council),
            url=chosen.url or SOMEWHERE,
            publisher=chosen.publisher or "",
        )
    if chosen.name is None or chosen.folder is None:
        complain("Write `transparency new NAME FOLDER`: the council's full name and the folder to make.")
        return Exit.USAGE
    if (published is None) is bool(chosen.council) or len(chosen.council) > 1:
        complain(
            "--from-lait goes with one --council CODE, which says whose figures are wanted, or with --all INTO."
        )
        return Exit.USAGE
    return new(chosen.name, chosen.folder, today, published, *chosen.council)


def _lait_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("data", metavar="DATA", type=Path, help="LAIT's values, as published (.parquet) or as a workbook (.xlsx)")
    command.add_argument("dictionary", metavar="DICTIONARY", type=Path, help="LAIT's dictionary (.csv or .xlsx)")
    command.add_argument(
        "neighbours", metavar="NEIGHBOURS", type=Path, help="DfE's workbook of statistical neighbours (.xlsx)"
    )


def _lait_paths(chosen: argparse.Namespace) -> tuple[Path, Path, Path]:
    return chosen.data, chosen.dictionary, chosen.neighbours


def _folder_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--folder",
        metavar="FOLDER",
        type=Path,
        default=Path(),
        help="the council's folder (default: this one)",
    )


def _show_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--show", action="store_true", help="show what would change; write nothing")


def _shard(text: str) -> Shard:
    try:
        return Shard.parse(text)
    except ValueError as failure:
        raise argparse.ArgumentTypeError(str(failure)) from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1")
    return int(text)
