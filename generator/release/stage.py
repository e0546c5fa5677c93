"""Stages the Markdown pages that MkDocs builds: from empty every time, or a withdrawn figure would survive."""

import shutil
from pathlib import Path

from generator.figures import Publication
from generator.product import pages_folder
from generator.release.analyse.areas import Analysis
from generator.release.finish.colours import council_stylesheet
from generator.release.finish.search_index import synonym_table
from generator.release.page import Page
from generator.release.pages import all_pages
from generator.release.render import Marks, environment, render


def marks_of(publication: Publication) -> Marks:
    """The marks of a publication: its sources and indicators by id."""
    content = publication.content
    return Marks(
        publication,
        {source.id: source for source in content.sources},
        {indicator.id: indicator for indicator in content.indicators},
    )


def stage(publication: Publication, analysis: Analysis, docs: Path, own_templates: Path) -> tuple[Page, ...]:
    """Write every page into an empty `docs`; a council's own template stands in for the product's of that name."""
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    marks = marks_of(publication)
    pages = all_pages(publication, analysis, marks)
    folders = (own_templates, pages_folder()) if own_templates.is_dir() else (pages_folder(),)
    templates = environment(folders)
    for page in pages:
        target = docs / page.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(render(templates, marks, analysis, page), encoding="utf-8")
    _stage_assets(publication, docs)
    return pages


def _stage_assets(publication: Publication, docs: Path) -> None:
    """The council's colours, and everyday words for what the site calls otherwise; a page's own words are its keywords."""
    assets = docs / "assets"
    assets.mkdir()
    (assets / "council.css").write_text(council_stylesheet(publication.content.council.site.accent), encoding="utf-8")
    (assets / "synonyms.json").write_text(synonym_table({}), encoding="utf-8")
