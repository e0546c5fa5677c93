"""The fast reader of markup says what the standard library's does, whatever it is fed."""

from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.markup import MarkupReader

TEMPLATES = Path(__file__).parents[1] / "templates"
PIECES = (
    "<p>", "</p>", '<P Class="A">', '<a href="x" id="y">', "<a href='x'>", "<a href=x>", '<a href="x"id="y">', "<br/>", "<br />", '<path d="M0 0" />',
    '<a href="?a&amp;b">', '<a href="&#35;">', "<input disabled>", '<div\n  id="a"\n>', "<script>", "</script>", "<style>", "</style>", "<title>", "</title>",
    "<textarea>", "</textarea>", "<!-- - -->", "<!doctype html>", "<?xml ?>", "<!", "</", "</ p>", "</p >", "</p/>", "<", ">", "<1", "< p>", "text &amp; &lt; &copy", "&",
    '"', "'", "=", "/", '<svg viewBox="0 0 1 1">', "</svg>", '<a xlink:href="#b">', '<a a="1" a="2">', '<a b="<i>">', '<a b="', "\x00", "\u00a0", '<a\u00a0b="c">', '<b\tc="d">',
)  # fmt: skip


class Told(HTMLParser):
    """Writes down everything that it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[object, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told.append(("start", tag, tuple(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told.append(("whole", tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.told.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self.told.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.told.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.told.append(("declaration", decl))


class FastTold(Told, MarkupReader):
    """The same of the fast reader."""


def told(reader: Told, text: str) -> list[tuple[object, ...]]:
    reader.feed(text)
    reader.close()
    return reader.told


@given(st.lists(st.sampled_from(PIECES) | st.text(alphabet="<>/=\"'& abAB-:\n", max_size=8), max_size=12).map("".join))
def test_any_markup_is_read_as_the_standard_library_reads_it(text: str) -> None:
    assert told(FastTold(), text) == told(Told(), text)


def test_whole_pages_are_read_as_the_standard_library_reads_them() -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.html"))]
    assert len(pages) > 1
    for page in pages:
        assert told(FastTold(), page) == told(Told(), page)


def test_the_short_way_is_taken() -> None:
    """Without it the reader would be right and slow."""

    class Counted(MarkupReader):
        long = 0

        def check_for_whole_start_tag(self, i: int) -> int:
            self.long += 1
            return super().check_for_whole_start_tag(i)  # type: ignore[misc, no-any-return]  # the library's own step, which its stubs leave out

    reader = Counted()
    reader.feed('<p class="a"><br/><path d="M0 0" /><a href="?a&amp;b">text</a></p>')
    assert reader.long == 1
