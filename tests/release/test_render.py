"""The marks that templates make, and what stands at the head of a staged page."""

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from markupsafe import Markup
from ruamel.yaml import YAML

from generator.model import Conflict, Source
from generator.release.page import Crumb, Page
from generator.release.render import (
    GRADE_CLASS,
    MOVEMENT_MARK,
    PROGRESS_CLASS,
    TONE_MARK,
    Marks,
    environment,
    front_matter,
    partial_date,
    render,
    section_title,
)
from generator.release.words import Sentence
from generator.vocabulary import Grade, Movement, Progress, Symbol, Tone
from tests.release.making import AS_AT, analysed, content, figure, indicator, publication, series


def source(**changes: object) -> Source:
    fields: dict[str, object] = {"id": "S1", "title": "A report", "publisher": "A department", "published": "2025-06", "kind": "primary"}
    return Source.model_validate(fields | changes)


def marks(**parts: object) -> Marks:
    return analysed(publication(content(indicators=(indicator(),), **parts), series(figure("50"))))[1]


def test_a_citation_says_who_and_when_and_leads_to_the_source() -> None:
    made = marks(sources=(source(),))
    assert made.cite("figures/visits/", "S1") == '<a class="cite" href="../../sources/&#35;S1">A department 2025</a>'
    assert made.cite("", "S1", "page 2") == '<a class="cite" href="sources/&#35;S1">A department 2025, page 2</a>'


def test_a_citation_carries_the_address_that_is_printed_on_paper() -> None:
    made = marks(sources=(source(url="https://example.org/a"),))
    assert made.cite("", "S1") == '<a class="cite" href="sources/&#35;S1" data-address="https://example.org/a">A department 2025</a>'


def test_a_note_leads_to_the_sources_and_disagreements_that_it_names() -> None:
    conflict = Conflict.model_validate({"id": "C2", "subject": "How <many>", "says": "A.", "why": "B.", "shown": "C.", "sources": ["S1"]})
    made = marks(sources=(source(),), conflicts=(conflict,))
    assert made.noted("areas/one/", "See disagreement C2, and S1 & C22.") == (
        'See <a href="../../figures-that-disagree/&#35;C2">disagreement “How &#60;many&#62;”</a>, and '
        '<a class="cite" href="../../sources/&#35;S1">A department 2025</a> &#38; C22.'
    )
    assert made.noted("", "A disagreement S1 told; <b>plain</b>") == (
        'A disagreement <a class="cite" href="sources/&#35;S1">A department 2025</a> told; &#60;b&#62;plain&#60;/b&#62;'
    )


def test_a_word_without_a_capital_or_a_digit_names_no_source() -> None:
    assert marks(sources=(source(), source(id="plan"))).noted("", "The plan of S12") == "The plan of S12"


def test_a_source_without_a_date_is_said_to_have_none() -> None:
    assert marks().source_label(source(published=None)) == "A department, undated"


def test_what_a_source_is_called_can_only_be_text() -> None:
    made = marks(sources=(source(publisher='<b onclick="x">*A*'),))
    assert made.cite("", "S1", "[p](q)").endswith(
        "&#60;b onclick&#61;&#34;x&#34;&#62;&#42;A&#42; 2025, &#91;p&#93;&#40;q&#41;</a>"
    )


def test_a_figure_carries_its_key() -> None:
    made = marks()
    assert made.figure(figure("50")) == '<span class="num" data-figures="visits/E06000999/2024-25/all">50%</span>'
    hidden = made.figure(figure(None, symbol=Symbol.CONFIDENTIAL))
    assert hidden == '<span class="num" data-figures="visits/E06000999/2024-25/all">&#91;c&#93;</span>'


def test_a_figure_in_full_has_the_words_of_its_unit() -> None:
    made = Marks(marks().publication, {}, {"visits": indicator(unit_words="of visits")})
    assert ">50%<" in made.figure(figure("50"))
    assert ">50% of visits<" in made.figure(figure("50"), full=True)


def test_a_sentence_carries_the_keys_of_its_figures() -> None:
    made = marks()
    assert made.say(Sentence("It rose.", ("a/b", "c/d"))) == '<span data-figures="a/b c/d">It rose.</span>'
    assert made.say(Sentence("It rose.")) == "It rose."
    assert made.say("It <rose>.") == "It &#60;rose&#62;."


def test_a_word_of_progress_has_its_shape_hidden_from_those_who_listen() -> None:
    assert marks().progress(Progress.BETTER) == (
        '<span class="tag better"><span aria-hidden="true">▲</span> Evidence it got better</span>'
    )
    assert marks().tone(Tone.CONCERN) == '<span class="tag worse"><span aria-hidden="true">▼</span> Concern</span>'
    assert marks().movement(Movement.NEW) == (
        '<span class="tag same"><span aria-hidden="true">●</span> New in the latest inspection</span>'
    )


def test_a_grade_is_a_bordered_label() -> None:
    assert marks().grade(Grade.GOOD) == '<span class="grade g2">Good</span>'
    assert marks().grade(None) == '<span class="grade g0">Not judged</span>'


def test_every_word_has_a_class() -> None:
    assert set(PROGRESS_CLASS) == set(Progress)
    assert set(GRADE_CLASS) == set(Grade)
    assert set(TONE_MARK) == set(Tone)
    assert set(MOVEMENT_MARK) == set(Movement)
    assert len(set(PROGRESS_CLASS.values())) == len(Progress)
    assert len({GRADE_CLASS[grade] for grade in (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)}) == 4


def template(folder: Path, text: str, name: str = "page.md.j2") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def rendered(folder: Path, **context: object) -> str:
    whole = publication(content(indicators=(indicator(),)), series(figure("50")))
    analysis, made = analysed(whole)
    return render(environment((folder,)), made, analysis, Page("a/", "A", "About A.", "page.md.j2", context=context))


def test_every_value_in_a_template_is_text(tmp_path: Path) -> None:
    said = rendered(template(tmp_path, "{{ words_given }} {{ markup }}"), words_given="<b>*", markup=Markup("<i>x</i>"))
    assert said.endswith("---\n\n&#60;b&#62;&#42; <i>x</i>\n")


def test_a_template_that_asks_for_what_is_not_there_fails(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="'nobody' is undefined"):
        rendered(template(tmp_path, "{{ nobody }}"))


def test_the_filters_say_days_dates_and_dialling(tmp_path: Path) -> None:
    text = "{{ as_at|day }}; {{ '2025-07'|partial }}; {{ 'it rose'|capital }}; {{ '01632 960123'|telephone_link }}"
    assert rendered(template(tmp_path, text), as_at=AS_AT).endswith("\n22 November 2026; July 2025; It rose; tel:01632960123\n")


def test_links_and_citations_start_from_the_page_s_own_address(tmp_path: Path) -> None:
    said = rendered(template(tmp_path, '{{ link("figures/") }} {{ cite("S1") }}'))
    assert said.endswith('../figures/ <a class="cite" href="../sources/&#35;S1">A department 2025</a>\n')


def test_a_council_s_own_template_stands_in_for_the_product_s(tmp_path: Path) -> None:
    own, product = template(tmp_path / "own", "own"), template(tmp_path / "product", "product")
    template(product, "only here", "other.md.j2")
    templates = environment((own, product))
    assert templates.get_template("page.md.j2").render() == "own"
    assert templates.get_template("other.md.j2").render() == "only here"
    with pytest.raises(TemplateNotFound):
        templates.get_template("nowhere.md.j2")


@pytest.mark.parametrize(("text", "said"), [("2025-07", "July 2025"), ("", ""), (None, ""), ("soon", "")])
def test_a_date_that_is_none_says_nothing(text: str | None, said: str) -> None:
    assert partial_date(text) == said


def read_head(page: Page, fresh: str = "") -> dict[str, object]:
    text = front_matter(page, fresh)
    assert text.startswith("---\n")
    assert text.endswith("---\n")
    return dict(YAML(typ="safe").load(text.strip("-\n")))


def test_the_head_says_title_description_and_section() -> None:
    assert read_head(Page("a/", "Title", "About it.", "t", section="figures")) == {
        "title": "Title", "description": "About it.", "section": "figures", "section_title": "Figures",
    }  # fmt: skip


def test_the_head_says_whatever_else_the_page_asks_for() -> None:
    page = Page(
        "search/", "T", "D.", "t", crumbs=(Crumb("About", "about/"),), layout="search.html", letters=("Word", "Other"), searched=False, listed=False
    )
    assert read_head(page, "Figures last updated 1 May 2026.") == {
        "title": "T", "description": "D.", "template": "search.html", "needs": ["search"], "section": "", "section_title": "About this site",
        "freshness": "Figures last updated 1 May 2026.", "unlisted": True, "unsearched": True, "keywords": "Word, Other",
        "crumbs": [{"title": "About", "href": "about/"}],
    }  # fmt: skip


@pytest.mark.parametrize("title", ['A "quoted" title', "A back\\slash", "a: b", "- a", "{a}", "#a", "null", "2025", "é ’"])
def test_any_title_survives_the_head(title: str) -> None:
    assert read_head(Page("a/", title, "D.", "t"))["title"] == title


def test_a_section_is_said_by_its_word_in_the_navigation() -> None:
    assert section_title("home") == "Is it getting better?"
    assert section_title("about") == "About this site"
